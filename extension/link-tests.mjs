// The tests live outside this folder (../tests) but use its packages: one link makes Node, TypeScript and Vitest find them.
import { existsSync, symlinkSync } from 'node:fs';

const link = new URL('../tests/node_modules', import.meta.url);
const type = process.platform === 'win32' ? 'junction' : 'dir';
if (!existsSync(link)) symlinkSync(new URL('./node_modules', import.meta.url), link, type);
