/** Makes the parts that show something in one document, as the settings want them. */
import { createCard } from '@/content/card';
import { watchLastLook } from '@/content/last-look';
import type { Card, CardActions, Painter, Presence } from '@/content/model';
import { createPresence } from '@/content/presence';
import { createPainter } from '@/content/underlines';

import type { Guard } from './faults';
import { Pointing } from './pointing';
import type { Session } from './session';
import type { WatchOptions } from './start';

export interface Tools {
  readonly painter: Painter;
  readonly card: Card;
  readonly pointing: Pointing;
  /** Null when the person wants no sign, or nothing at all, in the page. */
  readonly presence: Presence | null;
}

export interface ToolsOptions extends WatchOptions {
  readonly composers: Iterable<Session>;
  readonly actions: CardActions;
  readonly guard: Guard;
  /** A click on the sign. */
  onOpen(): void;
}

export function createTools(options: ToolsOptions): Tools {
  const { document, shadowMode, language, settings, actions, composers, signal, guard } = options;
  const drawn = settings.marks === 'underline';
  const painter = createPainter(document, shadowMode, drawn);
  const card = createCard({ document, shadowMode, language, actions, signal });
  const openOnHover = settings.open_card_on === 'pointing';
  const pointing = new Pointing({ document, painter, card, composers, openOnHover, signal, guard });
  const presence = settings.presence && drawn ? makePresence(options) : null;
  if (settings.last_look) {
    watchLastLook({ document, composers, card, holdFirstClick: settings.hold_first_click, signal, guard });
  }
  return { painter, card, pointing, presence };
}

function makePresence({ document, shadowMode, language, signal, guard, extension, onOpen }: ToolsOptions): Presence {
  return createPresence({
    document,
    shadowMode,
    language,
    signal,
    guard,
    onOpen: guard(onOpen),
    onReminderDismissed: () => extension?.reminderDismissed(),
    ...(extension && { onLessReminders: () => extension.open('options', 'reminders') }),
  });
}
