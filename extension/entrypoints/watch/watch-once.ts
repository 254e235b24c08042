/** Starts and stops watching this document as the choice of sites says; joins `content/` to the browser. */
import { startWatching } from '@/content/start';
import { checkThroughBackground, isExtensionHere, send } from '@/shared/send';
import { loadSiteChoice, onSiteChoice } from '@/shared/site-choice';
import { isWatched, originOf } from '@/shared/sites';

/** Left in the script's own world, which no page sees. After an update the old world may live on without an extension. */
const world = globalThis as { porteParoleIsHere?: () => boolean };

/** A second injection into the same page does nothing. */
export function watchOnce(): void {
  if (world.porteParoleIsHere?.() === true) return;
  world.porteParoleIsHere = isExtensionHere;
  // `origin` and not `location`: about:blank and srcdoc frames have the origin of the page that made them.
  const origin = originOf(globalThis.origin);
  if (origin === null) return;
  let running: AbortController | null = null;

  async function followChoice(watchedOrigin: string): Promise<void> {
    const wanted = isWatched(watchedOrigin, await loadSiteChoice());
    if (wanted) running ??= start(new URL(watchedOrigin).hostname);
    else {
      running?.abort();
      running = null;
    }
  }

  onSiteChoice(() => void followChoice(origin), new AbortController().signal);
  void followChoice(origin);
}

function start(site: string): AbortController {
  const controller = new AbortController();
  startWatching({
    check: checkThroughBackground,
    document,
    site,
    signal: controller.signal,
    shadowMode: 'closed',
    onState(state) {
      // For the icon only: whether it arrives changes nothing on the page.
      if (state === 'text_too_long' || state === 'gone') send('composer', { state }).catch(() => undefined);
    },
  });
  return controller;
}
