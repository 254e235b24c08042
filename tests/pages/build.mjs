/**
 * Bundles every page of this folder into built/ (a few seconds); `built/` is what the browser tests serve. A page is a
 * folder with a page.js, around which page.html is put, or with an index.html of its own.
 */
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const out = join(here, 'built');

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await copyFile(join(here, 'page.css'), join(out, 'page.css'));

const shell = await readFile(join(here, 'page.html'), 'utf8');

for (const entry of await readdir(here, { withFileTypes: true })) {
  const html = join(here, entry.name, 'index.html');
  const script = join(here, entry.name, 'page.js');
  if (!entry.isDirectory() || entry.name === 'built') continue;
  await mkdir(join(out, entry.name));
  const page = existsSync(html) ? await readFile(html, 'utf8') : shell.replace('TITLE', entry.name);
  await writeFile(join(out, entry.name, 'index.html'), page);
  if (!existsSync(script)) continue;
  await build({
    entryPoints: [script],
    outfile: join(out, entry.name, 'page.js'),
    bundle: true,
    format: 'iife',
    logLevel: 'warning',
    preserveSymlinks: true,
    loader: { '.css': 'text' },
    // Draft.js still names Node's global object; React's development build only adds console noise.
    define: { global: 'window', 'process.env.NODE_ENV': '"production"' },
  });
}
