import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';

const identity = JSON.parse(
  readFileSync(new URL('../server/porte_parole/identity.json', import.meta.url), 'utf8'),
) as { chrome_id: string; chrome_public_key: string; firefox_id: string };

export default defineConfig({
  alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) },
  imports: false,
  targetBrowsers: ['chrome', 'firefox'],
  // What IT reviews is what runs.
  vite: () => ({ build: { minify: false, sourcemap: false } }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'fr',
    permissions: ['storage', 'nativeMessaging', 'scripting', 'sidePanel', 'activeTab', 'alarms'].filter(p=>browser==='chrome'||p!=='sidePanel'),
    host_permissions: ['http://127.0.0.1/*'],
    ...(browser === 'chrome'
      ? { key: identity.chrome_public_key, minimum_chrome_version: '128' }
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
