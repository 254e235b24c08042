/**
 * Vite plugin: the comments that name where code comes from never tell where the checkout lies. WXT's own entry modules
 * carry the full path, which would put a builder's folder names into the package and make two builds differ.
 */
import type { Plugin } from 'vite';

/** @param folder - the full path to leave out, with a slash at its end; modules are named with '/' on every system. */
export function relativePaths(folder: string): Plugin {
  const unwanted = folder.replaceAll('\\', '/');
  return {
    name: 'relative-paths',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type === 'chunk') part.code = part.code.replaceAll(unwanted, '');
      }
    },
  };
}
