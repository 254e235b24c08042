import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { key, OpenCard } from './open-card';

let open: OpenCard;

beforeEach(() => {
  open = new OpenCard();
});

afterEach(() => open.stop());

describe('what the card says', () => {
  it('gives severity, category, title, why and advice in words', () => {
    open.show({ severity: 'high', category: 'financial-promotion', title: 'A title', message: 'A why.', advice: 'An advice.' });

    expect(open.text('.kind')).toBe('CarefulFinancial promotion');
    expect([open.text('h2'), open.text('.message'), open.text('.advice')]).toEqual(['A title', 'A why.', 'An advice.']);
  });

  it('does not name the category twice', () => {
    open.show({ category: 'financial-promotion', title: 'Financial promotion' });

    expect(open.text('.kind')).toBe('A hint');
  });

  it('shows every text as text, whatever it holds and however long it is', () => {
    const long = 'word '.repeat(400);
    open.show({ title: '<img src=x onerror=alert(1)>', message: long, advice: '<b>bold</b>', suggestions: ['<script>1</script>'] });

    expect([open.text('h2'), open.text('.message')]).toEqual(['<img src=x onerror=alert(1)>', long]);
    expect(open.find('img, b, script')).toBeNull();
  });

  it.each([
    ['an https address', 'https://example.org/guide', 'https://example.org/guide'],
    ['no address', null, undefined],
    ['a script', 'javascript:alert(1)', undefined],
    ['a plain http address', 'http://example.org/', undefined],
    ['no address at all', 'guide', undefined],
  ])('links to %s only when it is https', (_name, url, expected) => {
    open.show({ url });

    expect(open.root?.querySelector('a')?.href).toBe(expected);
  });

  it('opens a link without telling the site where it comes from', () => {
    open.show({ url: 'https://example.org/' });

    expect(open.root?.querySelector('a')?.rel).toBe('noopener noreferrer');
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
    open.show({ reasons });

    expect(open.text('.why')).toBe('Why these words: known expression · negative tone');
  });

  it('is a labelled dialog that is not modal', () => {
    open.show({ title: 'A title' });
    const dialog = open.find('[role=dialog]');

    expect(open.root?.getElementById(dialog?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('A title');
    expect(dialog?.getAttribute('aria-modal')).toBeNull();
  });

  it('has a name for every button', () => {
    open.actions.position.mockReturnValue({ at: 1, of: 2 });
    open.show({ lesson: 'heated-slip', suggestions: ['a wording'] });
    const names = [...(open.root?.querySelectorAll('button') ?? [])].map((button) => button.ariaLabel ?? button.textContent);

    expect(names).toEqual([
      ...['Previous passage', 'Next passage', 'Close', 'a wording', 'Copy the wording', 'A 45-second lesson'],
      ...['Not this time', 'Never for these words', 'Turn this advice off'],
    ]);
  });

  it('is read out when a key or the last look opened it, and only then', () => {
    open.show({ title: 'First', message: 'Why.' }, 'click');
    expect(open.heard).toBeUndefined();

    open.show({ title: 'Second', message: 'Why.' }, 'keyboard');
    expect(open.heard).toBe('A hint. Second. Why.');
    open.show({ title: 'Third', message: 'Why.' }, 'last-look');
    expect(open.heard).toBe('A hint. Third. Why.');
  });
});

describe('an open card', () => {
  it('takes no focus when it opens', () => {
    open.near.focus();
    open.show();

    expect(document.activeElement).toBe(open.near);
    expect(open.root?.activeElement).toBeNull();
  });

  it('says how it was opened as long as it is open', () => {
    open.show({}, 'last-look');
    expect(open.card.opening()).toBe('last-look');

    open.card.hide();
    expect(open.card.opening()).toBeNull();
  });

  it('closes on Escape wherever the focus is, and keeps that key from the page', () => {
    open.show();
    const atPage = vi.fn();
    open.near.addEventListener('keydown', atPage);
    open.near.dispatchEvent(key('Escape'));

    expect(open.card.isOpen()).toBe(false);
    expect(atPage).not.toHaveBeenCalled();
  });

  it('leaves every other key of the person to the page', () => {
    open.show();
    const typed = key('x');
    open.near.dispatchEvent(typed);

    expect([typed.defaultPrevented, open.card.isOpen()]).toEqual([false, true]);
  });

  it('keeps keys typed inside from the shortcuts of the page', () => {
    open.show();
    const atPage = vi.fn();
    document.addEventListener('keydown', atPage);
    open.find('.dismiss')?.dispatchEvent(key('n'));
    document.removeEventListener('keydown', atPage);

    expect(atPage).not.toHaveBeenCalled();
  });

  it('keeps the selection of the editor when a button is pressed', () => {
    open.show();
    const press = new MouseEvent('pointerdown', { bubbles: true, cancelable: true });
    open.find('.dismiss')?.dispatchEvent(press);

    expect(press.defaultPrevented).toBe(true);
  });

  it('moves to its first thing to do when asked, and back to the composer when it closes', () => {
    open.show();
    open.card.takeFocus();
    expect(open.root?.activeElement?.className).toBe('dismiss');

    open.card.hide();
    expect(document.activeElement).toBe(open.near);
  });

  it('gives the focus back to the publish button when it came from there', () => {
    const publish = document.createElement('button');
    document.body.append(publish);
    publish.focus();
    open.show({}, 'last-look');
    open.card.takeFocus();
    open.card.hide();

    expect(document.activeElement).toBe(publish);
  });

  it('goes round with Tab, both ways', () => {
    open.show();
    const stops = [...(open.root?.querySelectorAll<HTMLElement>('button') ?? [])];
    stops.at(-1)?.focus();
    stops.at(-1)?.dispatchEvent(key('Tab'));
    expect(open.root?.activeElement).toBe(stops[0]);

    stops[0]?.dispatchEvent(key('Tab', { shiftKey: true }));
    expect(open.root?.activeElement).toBe(stops.at(-1));
  });

  it('comes back when the page wipes it, and gives in when the page insists', async () => {
    open.show();
    for (let wipe = 0; wipe < 5; wipe += 1) {
      open.host?.remove();
      await vi.waitFor(() => expect(open.host).not.toBeNull());
    }
    open.host?.remove();

    await vi.waitFor(() => expect(open.card.isOpen()).toBe(false));
  });

  it('is gone with its composer', async () => {
    open.show();
    open.near.remove();
    open.host?.remove();

    await vi.waitFor(() => expect(open.card.isOpen()).toBe(false));
  });

  it('leaves nothing in the page when watching ends', () => {
    open.show();
    open.stop();

    expect(open.host).toBeNull();
  });

  it('closes with its own button', () => {
    open.show();
    open.press('.close');

    expect(open.host).toBeNull();
  });
});

describe('the way through the marks', () => {
  it('is not offered for a single one', () => {
    open.show();

    expect(open.find('.walk')).toBeNull();
  });

  it('says which one this is, and goes to the one before and the one after', () => {
    open.actions.position.mockReturnValue({ at: 2, of: 300 });
    open.actions.neighbour.mockImplementation((mark, step) => ({ ...mark, start: step, end: step + 1 }));
    open.show();
    expect(open.text('.place')).toBe('2 of 300');

    open.press('.next');
    open.press('.previous');
    expect(open.actions.goTo.mock.calls.map(([mark]) => mark.start)).toEqual([1, -1]);
  });

  it('stays put when the others are gone by now', () => {
    open.actions.position.mockReturnValue({ at: 1, of: 2 });
    open.show();
    open.press('.next');

    expect(open.actions.goTo).not.toHaveBeenCalled();
  });

  it('keeps the focus of the keys on the same button', () => {
    open.actions.position.mockReturnValue({ at: 1, of: 2 });
    open.show();
    open.find('.next')?.focus();
    open.show({ title: 'The other one' }, 'keyboard');

    expect(open.root?.activeElement).toBe(open.find('.next'));
  });
});
