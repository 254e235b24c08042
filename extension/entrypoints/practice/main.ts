/** The practice page: the content script's own code at work on a page of ours, with or without an extension around it. */
import { startWatching } from '@/content/start';
import { checkerHere } from '@/pages/practice-checker';
import { PracticePage } from '@/pages/practice';
import { uiLanguage, type UiLanguage } from '@/shared/i18n';

const main = document.querySelector('main');
const check = checkerHere();
let watching = new AbortController();

function start(language: UiLanguage): void {
  if (main === null) return;
  watching.abort();
  watching = new AbortController();
  const page = new PracticePage(main, language, start);
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
    onState: (state, findings) => page.showState(state, findings),
  });
}

start(uiLanguage());
