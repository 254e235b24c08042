import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createGuard } from '@/content/faults';
import type { Editor } from '@/content/model';
import { watchComposers } from '@/content/watcher';

let stop: AbortController;
let found: { editor: Editor; signal: AbortSignal }[];

function watch() {
  const { signal } = stop;
  const guard = createGuard(() => stop.abort());
  watchComposers({ document, signal, guard, attach: (editor, until) => found.push({ editor, signal: until }) });
}

function add<T extends HTMLElement>(html: string, parent: ParentNode = document.body): T {
  const template = document.createElement('template');
  template.innerHTML = html;
  parent.append(template.content);
  return parent.lastElementChild as T;
}

/** What a browser sends when focus arrives. */
function focus(element: HTMLElement) {
  element.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
}

const elements = () => found.map(({ editor }) => editor.element);

beforeEach(() => {
  stop = new AbortController();
  found = [];
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 300, 40));
});

afterEach(() => {
  stop.abort();
  document.body.replaceChildren();
});

describe('watchComposers', () => {
  it('finds a composer when it gets focus, once', () => {
    watch();
    const field = add('<textarea></textarea>');
    focus(field);
    focus(field);

    expect(elements()).toEqual([field]);
  });

  it('finds one that has focus already', () => {
    const field = add('<textarea></textarea>');
    field.focus();
    watch();

    expect(elements()).toEqual([field]);
  });

  it.each(['pageshow', 'visibilitychange'])('looks at the focus again on %s', (name) => {
    watch();
    const field = add('<textarea></textarea>');
    vi.spyOn(document, 'activeElement', 'get').mockReturnValue(field);
    (name === 'pageshow' ? window : document).dispatchEvent(new Event(name));

    expect(elements()).toEqual([field]);
  });

  it('finds a composer that has become one by the time it is typed into', () => {
    watch();
    const field = add<HTMLTextAreaElement>('<textarea readonly></textarea>');
    focus(field);
    expect(elements()).toEqual([]);

    field.readOnly = false;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    expect(elements()).toEqual([field]);
  });

  it('finds one in an open shadow root, and one reached by a focus move inside that root', () => {
    watch();
    const root = add('<div></div>').attachShadow({ mode: 'open' });
    const [button, field] = [add('<button>x</button>', root), add('<textarea></textarea>', root)];
    focus(button);
    field.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: false }));

    expect(elements()).toEqual([field]);
  });

  it('walks down to a focus that was in nested shadow roots before', () => {
    const outer = add('<div></div>').attachShadow({ mode: 'open' });
    const inner = add('<div></div>', outer).attachShadow({ mode: 'open' });
    const field = add('<textarea></textarea>', inner);
    const host = document.body.firstElementChild as HTMLElement;
    vi.spyOn(document, 'activeElement', 'get').mockReturnValue(host);
    Object.defineProperty(outer, 'activeElement', { value: inner.host });
    Object.defineProperty(inner, 'activeElement', { value: field });
    watch();

    expect(elements()).toEqual([field]);
  });

  it('lets a composer go that left the page, and finds the one that took its place', () => {
    watch();
    const first = add('<textarea></textarea>');
    focus(first);
    first.remove();
    const second = add('<textarea></textarea>');
    focus(second);

    expect(found[0]!.signal.aborted).toBe(true);
    expect(found[1]!.signal.aborted).toBe(false);
    expect(elements()).toEqual([first, second]);
  });

  it('keeps several composers of one page', () => {
    watch();
    const fields = [add('<textarea></textarea>'), add('<textarea></textarea>')];
    fields.forEach(focus);

    expect(elements()).toEqual(fields);
    expect(found.some(({ signal }) => signal.aborted)).toBe(false);
  });

  it('lets everything go with its signal', () => {
    watch();
    focus(add('<textarea></textarea>'));
    stop.abort();
    focus(add('<textarea></textarea>'));

    expect(found.map(({ signal }) => signal.aborted)).toEqual([true]);
  });
});
