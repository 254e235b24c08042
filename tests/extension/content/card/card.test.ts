import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createCard } from '@/content/card';
import type { Card, Mark } from '@/content/model';
import type { Finding } from '@/shared/wire';

import { finding } from '../fakes';

const ANCHOR = [new DOMRect(10, 10, 50, 20)];

let card: Card;
let near: HTMLElement;
let stop: AbortController;
let dismissed: Mark[];

beforeEach(() => {
  document.body.replaceChildren();
  near = document.createElement('div');
  near.tabIndex = 0;
  document.body.append(near);
  // happy-dom has no popovers.
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  HTMLElement.prototype.showPopover = vi.fn();
  HTMLElement.prototype.hidePopover = vi.fn();
  stop = new AbortController();
  dismissed = [];
  const onDismiss = (mark: Mark): void => void dismissed.push(mark);
  card = createCard({ document, shadowMode: 'open', language: 'en', onDismiss, signal: stop.signal });
});

afterEach(() => stop.abort());

describe('what the card says', () => {
  it('gives severity, category, title, why and advice in words', () => {
    show({ severity: 'high', category: 'financial-promotion', title: 'A title', message: 'A why.', advice: 'An advice.' });

    expect(textOf('.kind')).toBe('CarefulFinancial promotion');
    expect([textOf('h2'), textOf('.message'), textOf('.advice')]).toEqual(['A title', 'A why.', 'An advice.']);
  });

  it('does not name the category twice', () => {
    show({ category: 'financial-promotion', title: 'Financial promotion' });

    expect(textOf('.kind')).toBe('A hint');
  });

  it('shows every text as text, whatever it holds', () => {
    show({ title: '<img src=x onerror=alert(1)>', message: '<b>bold</b>', suggestions: ['<script>1</script>'] });

    expect(textOf('h2')).toBe('<img src=x onerror=alert(1)>');
    expect(root()?.querySelector('img, b, script')).toBeNull();
  });

  it.each([
    ['an https address', 'https://example.org/guide', 'https://example.org/guide'],
    ['no address', null, undefined],
    ['a script', 'javascript:alert(1)', undefined],
    ['a plain http address', 'http://example.org/', undefined],
    ['no address at all', 'guide', undefined],
  ])('links to %s only when it is https', (_name, url, expected) => {
    show({ url });

    expect(root()?.querySelector('a')?.href).toBe(expected);
  });

  it('opens a link without telling the site where it comes from', () => {
    show({ url: 'https://example.org/' });

    expect(root()?.querySelector('a')?.rel).toBe('noopener noreferrer');
  });

  it('names what spoke for the finding, strongest first, each once', () => {
    const reason = { text_start: 0, text_end: 3 };
    const reasons = [
      { ...reason, what: 'sentiment', weight: 0.2 },
      { ...reason, what: 'phrase', weight: 0.8 },
      { ...reason, what: 'phrase', weight: 0.5 },
      { ...reason, what: 'context', weight: -0.5 },
      { ...reason, what: 'something-new', weight: 0.9 },
    ];
    show({ reasons });

    expect(textOf('.why')).toBe('Why these words: known expression · negative tone');
  });

  it('is a labelled dialog that is not modal', () => {
    show({ title: 'A title' });
    const dialog = root()?.querySelector('[role=dialog]');

    expect(root()?.getElementById(dialog?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('A title');
    expect(dialog?.getAttribute('aria-modal')).toBeNull();
  });
});

describe('what the card does', () => {
  it('takes no focus when it opens', () => {
    near.focus();
    show({});

    expect(document.activeElement).toBe(near);
    expect(root()?.activeElement).toBeNull();
  });

  it('hands the mark on when the user dismisses it, and closes', () => {
    const mark = show({});
    click('.dismiss');

    expect(dismissed).toEqual([mark]);
    expect(card.isOpen()).toBe(false);
    expect(host()).toBeNull();
  });

  it('ignores a click that a page made up', () => {
    show({});
    root()?.querySelector<HTMLElement>('.dismiss')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));

    expect(dismissed).toEqual([]);
    expect(card.isOpen()).toBe(true);
  });

  it('copies a suggestion word for word and says so', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal('navigator', { clipboard: { writeText }, languages: ['en'] });
    show({ suggestions: ['first wording', 'second wording'] });
    click('.chips li:nth-child(2) button');
    await vi.waitFor(() => expect(textOf('[role=status]')).toBe('Copied'));

    expect(writeText).toHaveBeenCalledWith('second wording');
  });

  it('closes on Escape wherever the focus is, and keeps that key from the page', () => {
    show({});
    const atPage = vi.fn();
    near.addEventListener('keydown', atPage);
    near.dispatchEvent(trusted(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })));

    expect(card.isOpen()).toBe(false);
    expect(atPage).not.toHaveBeenCalled();
  });

  it('keeps keys typed inside from the shortcuts of the page', () => {
    show({});
    const atPage = vi.fn();
    document.addEventListener('keydown', atPage);
    const key = new KeyboardEvent('keydown', { key: 'n', bubbles: true, composed: true });
    root()?.querySelector('.dismiss')?.dispatchEvent(key);
    document.removeEventListener('keydown', atPage);

    expect(atPage).not.toHaveBeenCalled();
  });

  it('keeps the selection of the editor when a button is pressed', () => {
    show({});
    const press = new MouseEvent('pointerdown', { bubbles: true, cancelable: true });
    root()?.querySelector('.dismiss')?.dispatchEvent(press);

    expect(press.defaultPrevented).toBe(true);
  });

  it('moves to its first button when asked, and back to the composer when it closes', () => {
    show({});
    card.takeFocus();
    expect(root()?.activeElement?.className).toBe('dismiss');

    card.hide();
    expect(document.activeElement).toBe(near);
  });

  it('goes round with Tab behind the last button', () => {
    show({});
    const stops = [...(root()?.querySelectorAll<HTMLElement>('button') ?? [])];
    stops.at(-1)?.focus();
    stops.at(-1)?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true }));

    expect(root()?.activeElement).toBe(stops[0]);
  });

  it('comes back when the page wipes it, and gives in when the page insists', async () => {
    show({});
    for (let wipe = 0; wipe < 5; wipe += 1) {
      host()?.remove();
      await vi.waitFor(() => expect(host()).not.toBeNull());
    }
    host()?.remove();

    await vi.waitFor(() => expect(card.isOpen()).toBe(false));
  });

  it('leaves nothing in the page when watching ends', () => {
    show({});
    stop.abort();

    expect(host()).toBeNull();
  });
});

function show(parts: Partial<Finding>): Mark {
  const mark = { finding: { ...finding(0, 3), ...parts }, start: 0, end: 3 };
  card.show(mark, ANCHOR, near, 'hover');
  return mark;
}

function host(): HTMLElement | null {
  return document.querySelector('porte-parole-card');
}

function root(): ShadowRoot | null | undefined {
  return host()?.shadowRoot;
}

function textOf(selector: string): string | null | undefined {
  return root()?.querySelector(selector)?.textContent;
}

function click(selector: string): void {
  root()?.querySelector(selector)?.dispatchEvent(trusted(new MouseEvent('click', { bubbles: true })));
}

/** As if a person had done it. */
function trusted<E extends Event>(event: E): E {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}
