// The tests live outside this folder (../tests) but use its packages: one link makes Node, TypeScript and Vitest find them.
// The sources that go to a store come without tests.
import { existsSync, symlinkSync } from 'node:fs';

const tests = new URL('../tests/', import.meta.url);
const link = new URL('./node_modules', tests);
const type = process.platform === 'win32' ? 'junction' : 'dir';
if (existsSync(tests) && !existsSync(link)) symlinkSync(new URL('./node_modules', import.meta.url), link, type);
