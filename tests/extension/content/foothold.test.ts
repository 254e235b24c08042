import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Foothold, MOST_RETURNS } from '@/content/foothold';
import { createHost, parentFor, type Host } from '@/content/top-layer';

import { standInForPopovers } from './browser-parts';

let host: Host;
let near: HTMLElement;
let foothold: Foothold;
const returned = vi.fn();
const lost = vi.fn();

beforeEach(() => {
  standInForPopovers();
  document.body.innerHTML = '<dialog><textarea></textarea></dialog><p></p>';
  near = document.querySelector('textarea') as HTMLElement;
  host = createHost(document, 'porte-parole-test', 'open', '');
  foothold = new Foothold(host, { returned, lost });
  foothold.take(near);
});

afterEach(() => foothold.leave());

/** Observers tell after the script that changed something. */
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 5));

describe('a host with a foothold', () => {
  it.each([
    ['is removed', () => host.element.remove()],
    ['is hidden by a style', () => host.element.style.setProperty('display', 'none', 'important')],
    ['loses all its styles', () => host.element.removeAttribute('style')],
    ['is made inert', () => (host.element.inert = true)],
    ['is made no popover', () => host.element.removeAttribute('popover')],
  ])('comes back when it %s', async (_name, attack) => {
    attack();
    await settled();

    expect(host.element.parentNode).toBe(document.documentElement);
    expect(host.element.style.getPropertyValue('display')).toBe('block');
    expect(host.element.inert).toBe(false);
    expect(returned).toHaveBeenCalledOnce();
  });

  it('is shown again when a script of the page closes its popover', () => {
    vi.mocked(host.element.showPopover).mockClear();
    host.element.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'closed' }));

    expect(host.element.showPopover).toHaveBeenCalledOnce();
  });

  it('gives up after a few times, says so once, and stays away from this composer', async () => {
    for (let time = 0; time <= MOST_RETURNS + 2; time += 1) {
      host.element.remove();
      await settled();
    }

    expect(returned).toHaveBeenCalledTimes(MOST_RETURNS);
    expect(lost).toHaveBeenCalledOnce();
    expect(foothold.take(near)).toBe(false);
    expect(host.element.isConnected).toBe(false);
  });

  it('tries again beside another composer', async () => {
    for (let time = 0; time <= MOST_RETURNS; time += 1) {
      host.element.remove();
      await settled();
    }

    expect(foothold.take(document.querySelector('p') as HTMLElement)).toBe(true);
  });

  it('leaves in silence with its composer', async () => {
    near.remove();
    host.element.remove();
    await settled();

    expect(host.element.isConnected).toBe(false);
    expect(lost).not.toHaveBeenCalled();
  });

  it('follows into a dialog that becomes modal, and is no return of its own', () => {
    const dialog = document.querySelector('dialog') as HTMLDialogElement;
    vi.spyOn(dialog, 'matches').mockImplementation((selector) => selector === ':modal');
    foothold.take(near);

    expect(host.element.parentNode).toBe(parentFor(near));
    expect(host.element.parentNode).toBe(dialog);
    expect(returned).not.toHaveBeenCalled();
  });

  it('stays below what opened since, as long as it is in its place', () => {
    vi.mocked(host.element.showPopover).mockClear();
    foothold.take(near);

    expect(host.element.showPopover).not.toHaveBeenCalled();
  });
});
