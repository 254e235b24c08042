import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Stage } from './stage';

let stage: Stage;

beforeEach(() => {
  stage = new Stage();
});

afterEach(() => stage.end());

describe('the last look', () => {
  it.each(['pointerover', 'focusin'] as const)('opens the card beside the publish button on %s', async (type) => {
    stage.watch(false);
    await stage.reach(type);

    expect(stage.shown).toMatchObject([{ mark: stage.alert, near: stage.editor.element, how: 'last-look' }]);
  });

  it('finds the button from what is in it, through shadow roots', async () => {
    stage.watch(false);
    const icon = document.createElement('i');
    stage.button.attachShadow({ mode: 'open' }).append(icon);
    await stage.reach('pointerover', icon);

    expect(stage.shown).toHaveLength(1);
  });

  it('opens once per text, and again for another text', async () => {
    stage.watch(false);
    await stage.reach('pointerover');
    await stage.reach('focusin');
    expect(stage.shown).toHaveLength(1);

    stage.editor.text = 'my password is hunter3';
    await stage.reach('pointerover');
    expect(stage.shown).toHaveLength(2);

    stage.editor.text = 'my password is hunter2';
    await stage.reach('pointerover');
    expect(stage.shown).toHaveLength(2);
  });

  it('is silent elsewhere on the page', async () => {
    stage.watch(false);
    await stage.reach('pointerover', document.body);

    expect(stage.shown).toEqual([]);
  });

  it('is silent, and reads nothing of the page, when no alert is left', async () => {
    stage.alert = null;
    stage.watch(false);
    await stage.reach('pointerover');

    expect([stage.shown.length, stage.reads.mock.calls.length]).toEqual([0, 0]);
  });

  it('closes when its button scrolls away, and not when something else scrolls', async () => {
    stage.watch(false);
    await stage.reach('pointerover');
    window.dispatchEvent(new Event('scroll'));
    expect(stage.hide).not.toHaveBeenCalled();

    vi.spyOn(stage.button, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 90, 10, 10));
    window.dispatchEvent(new Event('scroll'));
    expect(stage.hide).toHaveBeenCalledOnce();
  });

  it('ends with its signal', async () => {
    stage.watch(false);
    stage.stop.abort();
    await stage.reach('pointerover');

    expect(stage.shown).toEqual([]);
  });
});

describe('without the personal setting', () => {
  it('not one listener could hold anything back', () => {
    const added = vi.spyOn(window, 'addEventListener');
    stage.watch(false);

    expect(added.mock.calls.length).toBeGreaterThan(0);
    expect(added.mock.calls.map(([, , options]) => (options as AddEventListenerOptions).passive)).toEqual(added.mock.calls.map(() => true));
  });

  it('every press reaches the page untouched, with the alert on the screen', async () => {
    stage.watch(false);
    await stage.reach('pointerover');

    expect(stage.press().concat(stage.key('Enter'))).toEqual(Array(7).fill(false));
    expect(stage.heard).toEqual(['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown', 'keyup']);
  });
});
