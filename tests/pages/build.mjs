/**
 * Bundles every page of this folder into built/ (a few seconds); `built/` is what the browser tests serve. A page is a
 * folder, at any depth, with a page.js, around which page.html is put, or with an index.html of its own.
 */
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const out = join(here, 'built');

const sources = (await readdir(here, { recursive: true })).filter((path) => !path.startsWith('built'));
const folders = new Set(sources.filter((path) => /(^|\/)(page\.js|index\.html)$/.test(path)).map(dirname));

await rm(out, { recursive: true, force: true });
await mkdir(out);
await copyFile(join(here, 'page.css'), join(out, 'page.css'));
const shell = await readFile(join(here, 'page.html'), 'utf8');
await Promise.all([...folders].map(buildPage));

async function buildPage(folder) {
  await mkdir(join(out, folder), { recursive: true });
  const own = sources.includes(join(folder, 'index.html'));
  const html = own ? await readFile(join(here, folder, 'index.html'), 'utf8') : shell.replace('TITLE', basename(folder));
  await writeFile(join(out, folder, 'index.html'), html);
  if (!sources.includes(join(folder, 'page.js'))) return;
  await build({
    entryPoints: [join(here, folder, 'page.js')],
    outfile: join(out, folder, 'page.js'),
    bundle: true,
    format: 'iife',
    logLevel: 'warning',
    preserveSymlinks: true,
    loader: { '.css': 'text' },
    // Draft.js still names Node's global object; React's development build only adds console noise.
    define: { global: 'window', 'process.env.NODE_ENV': '"production"' },
  });
}
