import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { field, meanwhile, replacing, standInForBrowser } from './replaceable';

beforeEach(standInForBrowser);

afterEach(() => document.body.replaceChildren());

describe('replacing in a text area', () => {
  it('refuses a read-only or disabled field', async () => {
    for (const attribute of ['readonly', 'disabled']) {
      const editor = field('a bad word');
      editor.element.setAttribute(attribute, '');

      expect(await replacing(editor, 'bad', 'nice')).toBe('refused');
    }
  });

  it('leaves characters that nobody sees where they are, before and after the words', async () => {
    const editor = field('a\u200B b\u00ADad\u200B word');

    expect(await replacing(editor, 'bad', 'nice')).toBe('done');
    expect((editor.element as HTMLTextAreaElement).value).toBe('a\u200B nice\u200B word');
  });

  it('refuses half a surrogate pair', async () => {
    const editor = field('a 😀');

    expect(await editor.replace(2, 3, '\uFFFD', 'x')).toBe('refused');
    expect(await editor.replace(2, 3, '\uD83D', 'x')).toBe('refused');
  });

  it('refuses when the selection is another meanwhile', async () => {
    const editor = field('a bad word');
    meanwhile(() => (editor.element as HTMLTextAreaElement).setSelectionRange(0, 1));

    expect(await replacing(editor, 'bad', 'nice')).toBe('refused');
  });
});
