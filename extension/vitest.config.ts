import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const resolve = { alias: { '@': at('./src') }, preserveSymlinks: true };
// The tests live beside this folder and read contracts and rules of the whole repository.
const server = { fs: { allow: [at('..')] } };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        server,
        test: {
          name: 'extension',
          environment: 'happy-dom',
          dir: at('../tests/extension'),
          include: ['**/*.test.ts'],
          clearMocks: true,
          restoreMocks: true,
          unstubGlobals: true,
        },
      },
      {
        resolve,
        server,
        test: {
          name: 'browser',
          environment: 'node',
          dir: at('../tests/browser'),
          include: ['**/*.test.ts'],
          // One real browser at a time: two would share the machine's focus and its two cores.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
