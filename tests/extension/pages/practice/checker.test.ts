import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { checkerHere } from '@/pages/practice/checker';

import { report } from '../../content/fakes';

const REQUEST = { text: 'a text' };
let answer: { status: number; body: unknown };
let asked: RequestInit | undefined;

beforeEach(() => {
  answer = { status: 200, body: report([]) };
  vi.stubGlobal('fetch', (_address: string, init: RequestInit) => {
    asked = init;
    return Promise.resolve(new Response(JSON.stringify(answer.body), { status: answer.status }));
  });
  location.hash = '#token=abc';
});

afterEach(() => {
  sessionStorage.clear();
  location.hash = '';
});

describe('the practice page outside the extension', () => {
  it('shows the token of its address to the server, and takes it out of the address bar', async () => {
    await checkerHere()(REQUEST);

    expect(new Headers(asked?.headers).get('authorization')).toBe('Bearer abc');
    expect(location.href).not.toContain('abc');
  });

  it('still has its token after a reload', async () => {
    checkerHere();
    await checkerHere()(REQUEST);

    expect(new Headers(asked?.headers).get('authorization')).toBe('Bearer abc');
  });

  it.each([
    [401, 'not_authenticated'],
    [404, 'not_authenticated'],
    [422, 'refused'],
    [500, 'not_reached'],
    [503, 'not_reached'],
  ])('knows status %i as %s', async (status, error) => {
    answer = { status, body: {} };

    expect(await checkerHere()(REQUEST)).toEqual({ ok: false, error });
  });

  it('takes no answer that is not a report', async () => {
    answer.body = { findings: 'none' };

    expect(await checkerHere()(REQUEST)).toEqual({ ok: false, error: 'not_reached' });
  });

  it('answers with a value when nobody is there', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('refused')));

    expect(await checkerHere()(REQUEST)).toEqual({ ok: false, error: 'not_reached' });
  });
});
