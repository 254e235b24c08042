/**
 * Packs both store builds and their sources. The same input gives the same bytes, on every machine and at any time:
 * names in order, one date, a compressor in plain JavaScript. Building is left to WXT, choosing a store to people.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';

const root = new URL('../', import.meta.url);
const { name, version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));

/** The date that hatchling gives the files of a wheel: the second of the second of 2020. */
const DATE = new Date('2020-02-02T00:00:00Z');

/** What `npm ci && npm run zip` needs, and what a store's reviewer wants to read; see store/sources.md. */
const SOURCES = [
  'LICENSE',
  ...[
    ...['.npmrc', 'package.json', 'package-lock.json', 'link-tests.mjs', 'pack.mjs'],
    ...['tsconfig.json', 'wxt.config.ts', 'yaml-files.ts', 'relative-paths.ts'],
    ...['entrypoints', 'lines', 'locales', 'public', 'sites', 'src', 'store/sources.md'],
  ].map((path) => `extension/${path}`),
  'server/porte_parole/identity.json',
  'rules/lessons',
];

/** The files at or below `path`, which is relative to `from`; so are they. */
function filesOf(path, from) {
  if (!statSync(new URL(path, from)).isDirectory()) return [path];
  return readdirSync(new URL(path, from)).flatMap((entry) => filesOf(`${path}/${entry}`, from));
}

/** Writes the files at or below `paths` into one archive, named as they are below `from`. */
async function pack(paths, from, archive) {
  const zip = new JSZip();
  for (const file of paths.flatMap((path) => filesOf(path, from)).sort()) {
    const inside = file.replace(/^\.\//, '');
    zip.file(inside, readFileSync(new URL(file, from)), { date: DATE, createFolders: false });
  }
  const bytes = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 9 } });
  writeFileSync(new URL(`extension/.output/${archive}`, root), bytes);
}

for (const browser of ['chrome', 'firefox']) {
  const build = new URL(`extension/.output/${browser}-mv3-store/`, root);
  if (!existsSync(build)) throw new Error(`${fileURLToPath(build)} is missing. Run 'npm run zip': it builds before it packs.`);
  await pack(['.'], build, `${name}-${version}-${browser}.zip`);
}
await pack(SOURCES, root, `${name}-${version}-sources.zip`);
