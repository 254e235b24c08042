/** Builds the test pages once, before either browser starts: both serve the same files. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export function setup(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL('../pages/build.mjs', import.meta.url))], { stdio: 'inherit' });
}
