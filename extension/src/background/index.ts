/** Registers every listener, at once and at the top level: a worker that wakes up for an event must know it already. */
import { browser } from '@/shared/browser';
import { COMMANDS, type Command } from '@/shared/notices';
import { onCompanyValues } from '@/shared/storage/company-values';
import { onSettings } from '@/shared/storage/settings-store';
import { onSilences } from '@/shared/storage/silence-store';
import { onSiteChoice } from '@/shared/site-choice';
import { answerTo } from './handlers';
import { tell, tellAll } from './notices';
import { welcomeOnce } from './own-pages';
import { begin, ping } from './pairing';
import { followPage, forgetTab } from './pauses';
import { closeProposal } from './proposals';
import { addPermitted, allWatchedPatterns, injectIntoOpenTabs, reconcile } from './sites';
import { noteAllGone, redraw, RETRY_ALARM } from './states';

export function startBackground(): void {
  const forever = new AbortController().signal;
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    answerTo(message, sender).then(respond, () => respond(undefined));
    // Keeps the way back open while the answer is made.
    return true;
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void beginAll().then(allWatchedPatterns).then(injectIntoOpenTabs);
    if (reason === 'install') void welcomeOnce();
  });
  browser.runtime.onStartup.addListener(() => void beginAll());
  listenToPermissions();
  listenToTabs();
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === RETRY_ALARM) void ping('trouble');
  });
  onSiteChoice(() => void Promise.allSettled([reconcile(), noteAllGone()]), forever);
  onSettings(() => void redraw(), forever);
  // A policy may name the company's service, seconds after the browser has started.
  onCompanyValues(() => void ping('trouble'), forever);
  onSilences(() => void tellAll({ notice: 'check_again' }), forever);
}

function listenToPermissions(): void {
  // The browser's own question may close the popup that asked: the answer arrives here in any case.
  browser.permissions.onAdded.addListener(({ origins }) => void addPermitted(origins ?? []));
  browser.permissions.onRemoved.addListener(() => void Promise.allSettled([reconcile(), noteAllGone()]));
}

function listenToTabs(): void {
  browser.tabs.onUpdated.addListener((_tabId, change, tab) => {
    if (change.status === 'loading') void followPage(tab);
  });
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  browser.windows.onRemoved.addListener((windowId) => void closeProposal(windowId));
  browser.commands.onCommand.addListener((command, tab) => {
    if (isCommand(command) && tab?.id !== undefined) void tell([tab.id], { notice: 'command', command });
  });
}

const isCommand = (name: string): name is Command => (COMMANDS as readonly string[]).includes(name);

async function beginAll(): Promise<void> {
  await Promise.allSettled([reconcile(), begin(), keepSessionToOurselves()]);
}

/**
 * What browsers do by default, said: no content script reads the session. In `storage.local` they read settings and the
 * choice of sites, and Firefox can keep them out of the session only; no key is in either.
 */
const keepSessionToOurselves = (): Promise<void> => browser.storage.session.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
