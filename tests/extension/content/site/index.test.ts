import { expect, test } from 'vitest';
import { siteReaderFor } from '@/content/site';
import { page } from './site';

const FIELD = '<form class="compose-form"><textarea class="editor autosuggest-textarea__textarea"></textarea><button type="submit">Toot</button></form>';

test.each([
  ['www.facebook.com', 'missing'],
  ['mastodon.social', 'found'],
  ['www.google.com', 'missing'],
  ['example.org', 'not_expected'],
])('on %s a composer of Mastodon is %s', (hostname, state) => {
  expect(siteReaderFor(hostname, []).read(page(FIELD)).selfTest.composer).toBe(state);
});

test('a server that the person added is read as Mastodon when its page shows that it is one', () => {
  const composer = page(`<div id="mastodon" data-props="{}">${FIELD}</div>`);

  expect(siteReaderFor('social.example', []).read(composer).selfTest.composer).toBe('found');
});
