/** Which browsers this machine has, and the built extension for each. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type BrowserName = 'chromium' | 'firefox';

const NAMES: Record<BrowserName, string[]> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  firefox: ['firefox-esr', 'firefox'],
};

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The environment variable that names a browser which is not on the search path. */
export const variableFor = (name: BrowserName): string => `${name.toUpperCase()}_BIN`;

/** The browser's program, or null when this machine has none. */
export function findProgram(name: BrowserName): string | null {
  const given = process.env[variableFor(name)];
  if (given) return given;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = NAMES[name].flatMap((program) => folders.map((folder) => join(folder, program)));
  return candidates.find(isExecutable) ?? null;
}

/** The folder of the built extension; `given` or PORTE_PAROLE_EXTENSION_DIR names another parent, to try a build that is broken on purpose. */
export function builtExtension(name: BrowserName, given?: string): string {
  const parent = given ?? process.env.PORTE_PAROLE_EXTENSION_DIR ?? fileURLToPath(new URL('../../extension/.output', import.meta.url));
  const folder = join(parent, name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`No built extension in ${folder}: run "npm run build" in extension/ first`);
  return folder;
}
