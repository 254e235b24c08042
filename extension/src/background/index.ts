/** Registers every listener, at once and at the top level: a worker that wakes up for an event must know it already. */
import { browser } from '@/shared/browser';
import { onSiteChoice } from '@/shared/site-choice';
import { answerTo } from './handlers';
import { ping } from './pairing';
import { addPermitted, allWatchedPatterns, injectIntoOpenTabs, reconcile } from './sites';
import { noteAllGone, noteGone, RETRY_ALARM } from './states';

export function startBackground(): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    answerTo(message, sender).then(respond, () => respond(undefined));
    // Keeps the way back open while the answer is made.
    return true;
  });
  browser.runtime.onInstalled.addListener(() => void begin().then(allWatchedPatterns).then(injectIntoOpenTabs));
  browser.runtime.onStartup.addListener(() => void begin());
  // The browser's own question may close the popup that asked: the answer arrives here in any case.
  browser.permissions.onAdded.addListener(({ origins }) => void addPermitted(origins ?? []));
  browser.permissions.onRemoved.addListener(() => void reconcile());
  browser.tabs.onUpdated.addListener((tabId, change) => {
    // Another page: the browser forgets the tab's icon, and what was said about the last text is no longer true.
    if (change.status === 'loading') void noteGone(tabId);
  });
  browser.tabs.onRemoved.addListener((tabId) => void noteGone(tabId));
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === RETRY_ALARM) void ping();
  });
  onSiteChoice(() => void Promise.allSettled([reconcile(), noteAllGone()]), new AbortController().signal);
}

async function begin(): Promise<void> {
  await Promise.allSettled([reconcile(), ping()]);
}
