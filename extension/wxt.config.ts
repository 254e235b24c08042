import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { relativePaths } from './relative-paths.ts';
import { yamlFiles } from './yaml-files.ts';

interface Identity {
  chrome_public_key: string;
  firefox_id: string;
}

const at = (path: string): URL => new URL(path, import.meta.url);
const readJson = (url: URL): unknown => JSON.parse(readFileSync(url, 'utf8'));

const identity = readJson(at('../server/porte_parole/identity.json')) as Identity;
const listed = readdirSync(at('./sites'))
  .filter((file) => file.endsWith('.json'))
  .sort()
  .flatMap((file) => (readJson(at(`./sites/${file}`)) as { matches: string[] }).matches);

/** Firefox's side panel is another key of the manifest and needs no permission. */
const CHROME_ONLY = ['sidePanel'];
const PERMISSIONS = ['storage', 'nativeMessaging', 'scripting', 'sidePanel', 'activeTab', 'alarms'];

const ICONS = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icon/porte-parole-${size}.png`]));
const TOOLBAR_ICONS = Object.fromEntries([16, 32].map((size) => [size, `icon/idle-${size}.png`]));

/** Three of the four that Chrome lets an extension suggest; people can choose others in the browser. */
const COMMANDS = Object.fromEntries(
  Object.entries({ next_mark: 'J', previous_mark: 'K', open_card: 'L' }).map(([name, key]) => [
    name,
    { suggested_key: { default: `Alt+Shift+${key}` }, description: `__MSG_command_${name}__` },
  ]),
);

const CONTENT_SCRIPT = { js: ['watch.js'], all_frames: true, run_at: 'document_idle' as const };

/** Chrome follows frames without an address for whole hosts only, and refuses the manifest otherwise. */
const isWholeHost = (pattern: string): boolean => /^https:\/\/[^/]+\/\*$/.test(pattern);

export default defineConfig({
  // '@' is WXT's own name for srcDir.
  srcDir: 'src',
  entrypointsDir: fileURLToPath(at('./entrypoints')),
  imports: false,
  targetBrowsers: ['chrome', 'firefox'],
  // What IT reviews is what runs; every browser we ask for preloads modules by itself.
  vite: () => ({
    build: { minify: false, sourcemap: false, modulePreload: { polyfill: false } },
    plugins: [yamlFiles(), relativePaths(fileURLToPath(at('./')))],
  }),
  manifest: ({ browser, mode }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    icons: ICONS,
    action: { default_icon: TOOLBAR_ICONS, default_title: '__MSG_name__' },
    permissions: PERMISSIONS.filter((name) => browser === 'chrome' || !CHROME_ONLY.includes(name)),
    host_permissions: [...listed, 'http://127.0.0.1/*'],
    optional_host_permissions: ['https://*/*'],
    commands: COMMANDS,
    content_scripts: [
      { ...CONTENT_SCRIPT, matches: listed.filter(isWholeHost), match_about_blank: true, match_origin_as_fallback: true },
      { ...CONTENT_SCRIPT, matches: listed.filter((pattern) => !isWholeHost(pattern)) },
    ],
    content_security_policy: {
      extension_pages:
        "script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; connect-src http://127.0.0.1:*",
    },
    incognito: 'not_allowed',
    storage: { managed_schema: 'managed-schema.json' },
    ...(browser === 'chrome'
      ? {
          // The store gives its own key and refuses another.
          ...(mode === 'store' ? {} : { key: identity.chrome_public_key }),
          minimum_chrome_version: '128',
          // Without this, every other extension may write to us; Firefox knows no such key, and nobody listens there.
          externally_connectable: { ids: [] },
        }
      : {
          browser_specific_settings: {
            gecko: {
              id: identity.firefox_id,
              strict_min_version: '146.0',
              data_collection_permissions: { required: ['personalCommunications', 'websiteContent'] },
            },
          },
        }),
  }),
});
