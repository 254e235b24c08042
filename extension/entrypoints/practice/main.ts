/** The practice page: the content script's own code at work on a page of ours, with or without an extension around it. */
import { startWatching } from '@/content/start';
import { checkerHere } from '@/pages/practice/checker';
import { PracticePage } from '@/pages/practice';
import { extensionSide } from '../watch/extension-side';
import { uiLanguage, type UiLanguage } from '@/shared/i18n';
import { DEFAULTS, type Settings } from '@/shared/settings';
import { loadSettings } from '@/shared/storage/settings-store';

const main = document.querySelector('main');
const isInExtension = location.protocol.endsWith('-extension:');
const check = checkerHere();
let watching = new AbortController();

function start(settings: Settings, language: UiLanguage): void {
  if (main === null) return;
  watching.abort();
  watching = new AbortController();
  const page = new PracticePage(main, language, (chosen) => start(settings, chosen));
  startWatching({
    check: async (request) => {
      const outcome = await check(request);
      if (outcome.ok) page.showReport(request.text, outcome.value);
      return outcome;
    },
    document,
    site: 'practice',
    signal: watching.signal,
    shadowMode: 'open',
    language,
    settings,
    // Practising is no writing: it counts nowhere and brings no reminder.
    extension: isInExtension ? { ...extensionSide, count: () => undefined, reminder: () => Promise.resolve(null) } : null,
    onState: (state, findings) => page.showState(state, findings),
  });
}

async function begin(): Promise<void> {
  const settings = isInExtension ? (await loadSettings()).values : DEFAULTS;
  start(settings, settings.language === 'auto' ? uiLanguage() : settings.language);
}

void begin();
