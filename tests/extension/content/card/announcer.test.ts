import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Announcer } from '@/content/card/announcer';

const sentence = (count: number): string => `${count} marks`;
let stop: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

describe('counts for screen readers', () => {
  it('are said once after a second of quiet, and only when they changed', () => {
    const announcer = new Announcer(document, 'open', stop.signal);
    announcer.count(1, sentence);
    vi.advanceTimersByTime(900);
    announcer.count(2, sentence);
    vi.advanceTimersByTime(900);
    expect(heard()).toBeUndefined();

    vi.advanceTimersByTime(100);
    expect(heard()).toBe('2 marks');

    const say = vi.spyOn(announcer, 'say');
    announcer.count(2, sentence);
    vi.advanceTimersByTime(2_000);
    expect(say).not.toHaveBeenCalled();
  });

  it('leave the page with the rest of us', () => {
    new Announcer(document, 'open', stop.signal).say('something');
    stop.abort();

    expect(document.querySelector('porte-parole-voice')).toBeNull();
  });
});

function heard(): string | null | undefined {
  return document.querySelector('porte-parole-voice')?.shadowRoot?.textContent;
}
