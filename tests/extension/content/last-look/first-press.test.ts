import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { trusted as asPerson } from '../browser-parts';
import { Stage } from './stage';

const POINTER = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];

let stage: Stage;

beforeEach(() => {
  stage = new Stage();
  stage.watch(true);
});

afterEach(() => stage.end());

describe('holding the first click', () => {
  it('keeps the whole first press from the page and shows the card instead', () => {
    expect(stage.press()).toEqual([true, true, true, true, true]);
    expect(stage.heard).toEqual([]);
    expect(stage.shown).toMatchObject([{ how: 'last-look' }]);
  });

  it('lets the second press through untouched', () => {
    stage.press();

    expect(stage.press()).toEqual([false, false, false, false, false]);
    expect(stage.heard).toEqual(POINTER);
  });

  it('holds the first click also when the card was already seen on the way to the button', async () => {
    await stage.reach('pointerover');

    expect(stage.press().every(Boolean)).toBe(true);
  });

  it('holds once per text, for ever', () => {
    stage.press();
    stage.editor.text = 'another password';
    expect(stage.press().every(Boolean)).toBe(true);

    stage.editor.text = 'my password is hunter2';
    expect(stage.press().some(Boolean)).toBe(false);
  });

  it('holds a click that comes alone, as assistive technology makes it', () => {
    expect(stage.send(stage.button, new MouseEvent('click', { bubbles: true, cancelable: true }), asPerson)).toBe(true);
    expect(stage.send(stage.button, new MouseEvent('click', { bubbles: true, cancelable: true }), asPerson)).toBe(false);
  });

  it.each(['Enter', ' '])('holds the key %j on the button, however long it is held down', (key) => {
    expect(stage.key(key)).toEqual([true, true]);
    expect(stage.shown).toHaveLength(1);

    expect(stage.key(key)).toEqual([false, false]);
  });

  it('takes the repeats of a key that is held down for the same press', () => {
    const down = (more: KeyboardEventInit): boolean[] => stage.key('Enter', stage.button, more, ['keydown']);

    expect([...down({}), ...down({ repeat: true }), ...down({ repeat: true })]).toEqual([true, true, true]);
    expect(stage.key('Enter', stage.button, {}, ['keyup'])).toEqual([true]);
    expect(stage.heard).toEqual([]);
  });

  it.each([{ ctrlKey: true }, { metaKey: true }])('holds Enter with %j in the composer', (modifier) => {
    expect(stage.key('Enter', stage.editor.element, modifier)).toEqual([true, true]);
    expect(stage.key('Enter', stage.editor.element, modifier)).toEqual([false, false]);
  });

  it.each([
    ['a plain Enter in the composer', 'Enter', {}],
    ['another key with Ctrl', 'b', { ctrlKey: true }],
    ['an Enter that ends an input method’s word', 'Enter', { ctrlKey: true, isComposing: true }],
  ])('never holds %s', (_name, key, more) => {
    expect(stage.key(key, stage.editor.element, more)).toEqual([false, false]);
  });
});

describe('nothing is held', () => {
  it('when the page made the click up', () => {
    expect(stage.press(stage.button, (event) => event).some(Boolean)).toBe(false);
  });

  it('when no alert is left', () => {
    stage.alert = null;

    expect(stage.press().some(Boolean)).toBe(false);
  });

  it.each(['checking', 'not_reached', 'text_too_long', 'extension_reloaded'] as const)('when the text is not checked: %s', (state) => {
    stage.state = state;

    expect([...stage.press(), ...stage.key('Enter')].some(Boolean)).toBe(false);
  });

  it('elsewhere on the page, nor with another mouse button', () => {
    expect(stage.press(document.body).some(Boolean)).toBe(false);
    expect(stage.send(stage.button, new MouseEvent('pointerdown', { bubbles: true, cancelable: true, button: 2 }), asPerson)).toBe(false);
  });

  it('after a press that was let go beside the button', () => {
    const send = (type: string, target: HTMLElement): boolean =>
      stage.send(target, new MouseEvent(type, { bubbles: true, cancelable: true }), asPerson);

    expect([send('pointerdown', stage.button), send('pointerup', document.body)]).toEqual([true, false]);
    expect(send('click', stage.button)).toBe(false);
  });

  it('after the signal has ended', () => {
    stage.stop.abort();

    expect(stage.press().some(Boolean)).toBe(false);
  });
});
