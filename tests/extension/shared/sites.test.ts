import { describe, expect, test } from 'vitest';
import { isInWatchedPart, isLocked, isWatched, LISTED, originOf, patternOf, type SiteChoice } from '@/shared/sites';

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

test('every listed site has a name and https patterns', () => {
  const odd = LISTED.filter(({ name, matches }) => name === '' || matches.length === 0 || !matches.every((it) => it.startsWith('https://')));

  expect(odd).toEqual([]);
  expect(LISTED.map(({ id }) => id)).toContain('facebook');
});

test.each([
  ['https://www.facebook.com/', 'https://www.facebook.com/*', true],
  ['https://example.org/any/page', 'https://example.org/*', true],
  ['https://www.google.com/maps/place/x', 'https://www.google.com/maps/*', true],
  ['https://www.google.com/search?q=/maps/', 'https://www.google.com/maps/*', false],
  ['https://www.google.com/maps-of-something', 'https://www.google.com/maps/*', false],
])('under %s the script runs in %s; this page is in it: %s', (address, pattern, isIn) => {
  expect(patternOf(originOf(address)!)).toBe(pattern);
  expect(isInWatchedPart(address)).toBe(isIn);
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
    ['https://www.google.com', true],
    ['https://mail.google.com', false],
    ['https://docs.google.com', false],
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
