import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { yamlFiles } from './yaml-files.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const resolve = { alias: { '@': at('./src') }, preserveSymlinks: true };
// The tests live beside this folder and read contracts and rules of the whole repository.
const server = { fs: { allow: [at('..')] } };
const plugins = [yamlFiles()];

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        server,
        plugins,
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
        plugins,
        test: {
          name: 'browser',
          environment: 'node',
          dir: at('../tests'),
          include: ['browser/**/*.test.ts', 'security/extension/**/*.test.ts'],
          globalSetup: at('../tests/browser/build-pages.ts'),
          // Chromium and Firefox side by side: each waits most of the time, and headless they share no focus.
          maxWorkers: 2,
          // Projects with another number of workers run one after the other.
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          // A shared machine that stands still for seconds is no fault of ours; the same failure twice is.
          retry: process.env.CI === undefined ? 0 : 1,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
