/** What the content script asks of the background besides checks; if the background is gone, nothing happens. */
import type { ExtensionSide } from '@/content/start';
import type { MessageName, Messages } from '@/shared/messages';
import { send } from '@/shared/send';

function tell<N extends MessageName>(name: N, request: Messages[N]['request']): void {
  send(name, request).catch(() => undefined);
}

export const extensionSide: ExtensionSide = {
  propose: (proposal) => tell('propose', proposal),
  count: (what, times) => tell('count', { what, times }),
  reminder: async (moment) => (await send('reminder', moment).catch(() => null)) ?? null,
  reminderDismissed: () => tell('reminderDismissed', null),
  open: (page, at) => tell('open', { page, at }),
};
