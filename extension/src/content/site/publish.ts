/** Finds the buttons that publish a composer's text: by selector, else by name, else by the rule for unknown sites. */
import type { PartState } from '@/shared/live-list';
import type { ComposerEntry } from '@/shared/site-file';

import { allIn, closestComposed, parentOf } from './composed';
import { PUBLISH_NAMES } from './publish-names';
import { asWords, inAnyLanguage, nameOf } from './wording';

const BUTTONS = 'button, [role="button"], input[type="submit"]';
const EDITORS = 'textarea, [contenteditable="true"], [contenteditable=""], [contenteditable="plaintext-only"]';
/** A composer's button is not far; beyond, the search would be of the whole page. */
const LEVELS_UP = 10;

const GENERIC = inAnyLanguage(PUBLISH_NAMES);

export interface Published {
  readonly buttons: readonly HTMLElement[];
  readonly state: PartState;
}

/** `missing` when the selectors hit nothing, even where a name still finds the button: the file is out of date. */
export function publishButtons(part: ComposerEntry['publish'], scopes: readonly ParentNode[], composer: Element): Published {
  if (part === null) return { buttons: [], state: 'not_expected' };
  const bySelector = allIn(scopes, part.selectors.join(', ') || ':not(*)').map(buttonAround);
  if (bySelector.length > 0) return { buttons: [...new Set(bySelector)], state: 'found' };
  const byName = named(scopes, inAnyLanguage(part.labels));
  const buttons = byName.length > 0 ? byName : genericButtons(composer);
  return { buttons, state: part.selectors.length === 0 && byName.length > 0 ? 'found' : 'missing' };
}

/** Enabled buttons with a publishing name in the composer's dialog or form, or else the nearest ones around it alone. */
export function genericButtons(composer: Element): HTMLElement[] {
  const box = closestComposed(composer, 'dialog, [role="dialog"], form');
  if (box !== null) return named([box], GENERIC).filter(isEnabled);
  let around = parentOf(composer);
  for (let level = 0; level < LEVELS_UP && around !== null && isAloneIn(around, composer); level += 1) {
    const buttons = named([around], GENERIC).filter(isEnabled);
    if (buttons.length > 0) return buttons;
    around = parentOf(around);
  }
  return [];
}

function named(scopes: readonly ParentNode[], names: readonly string[]): HTMLElement[] {
  const wanted = new Set(names.map(asWords));
  return allIn(scopes, BUTTONS).filter((button) => wanted.has(asWords(nameOf(button))));
}

/** A selector may hit an icon inside the button. */
const buttonAround = (hit: HTMLElement): HTMLElement => hit.closest<HTMLElement>(BUTTONS) ?? hit;

const isAloneIn = (around: Element, composer: Element): boolean =>
  [...around.querySelectorAll(EDITORS)].every((editor) => editor === composer || composer.contains(editor));

const isEnabled = (button: Element): boolean => !button.matches(':disabled, [aria-disabled="true"]');
