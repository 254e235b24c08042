import { describe, expect, test } from 'vitest';
import { isLocked, isWatched, LISTED, originOf, type SiteChoice } from '@/shared/sites';

const NOTHING: SiteChoice = { added: [], off: [], disabledByPolicy: [] };

test.each([
  ['https://example.org/page?x#y', 'https://example.org'],
  ['https://example.org:8443/', 'https://example.org'],
  ['http://127.0.0.1:5000/page', 'http://127.0.0.1'],
  ['http://example.org/', null],
  ['http://localhost/', null],
  ['http://127.0.0.1.example.org/', null],
  ['https://*.example.org/*', null],
  ['file:///etc/passwd', null],
  ['chrome://settings', null],
  ['about:blank', null],
  ['null', null],
  ['', null],
])('the origin of %j is %j', (address, expected) => {
  expect(originOf(address)).toBe(expected);
});

test('every listed site has a name and patterns for whole https hosts', () => {
  const odd = LISTED.filter(({ name, matches }) => name === '' || !matches.every((it) => /^https:\/\/[^/]+\/\*$/.test(it)));

  expect(odd).toEqual([]);
  expect(LISTED.map(({ id }) => id)).toContain('facebook');
});

describe('a page is watched', () => {
  test.each([
    ['https://www.facebook.com', true],
    ['https://facebook.com', true],
    ['https://x.com', true],
    ['https://evil-facebook.com', false],
    ['https://facebook.com.example.org', false],
    ['https://sub.x.com', false],
    ['http://www.facebook.com', false],
    ['https://example.org', false],
  ])('without any choice: %s is %s', (origin, expected) => {
    expect(isWatched(origin, NOTHING)).toBe(expected);
  });

  test('when the person added it', () => {
    expect(isWatched('https://example.org', { ...NOTHING, added: ['https://example.org'] })).toBe(true);
  });

  test('not when the person switched the listed site off', () => {
    expect(isWatched('https://m.facebook.com', { ...NOTHING, off: ['facebook'] })).toBe(false);
  });

  test('not when the company switched its host off, whatever the person added', () => {
    const choice = { ...NOTHING, added: ['https://a.example.org'], disabledByPolicy: ['example.org'] };

    expect(isWatched('https://a.example.org', choice)).toBe(false);
    expect(isLocked('https://notexample.org', choice)).toBe(false);
  });
});
