import { beforeEach, expect, test, vi } from 'vitest';
import { addPermitted, addSite, injectIntoOpenTabs, isWatchedAddress, listSites, reconcile, removeSite, siteOfPage } from '@/background/sites';
import { browser, reset } from '../fake-browser';

vi.mock('@/shared/browser', () => import('../fake-browser'));

const registeredMatches = (): string[] => [...browser.scripting.registered.values()].flatMap(({ matches }) => matches);

beforeEach(reset);

test('an added site is registered, kept, watched, and read in tabs that are already open', async () => {
  browser.tabs.query.mockResolvedValue([{ id: 4 }]);

  expect(await addSite('https://example.org:8443/page')).toEqual({ ok: true, value: null });
  expect(registeredMatches()).toEqual(['https://example.org/*']);
  expect(await isWatchedAddress('https://example.org/other')).toBe(true);
  expect(browser.scripting.executeScript).toHaveBeenCalledWith(
    expect.objectContaining({ target: { tabId: 4, allFrames: true } }),
  );
});

test('a site without the permission is not added', async () => {
  browser.permissions.contains.mockResolvedValue(false);

  expect(await addSite('https://example.org')).toEqual({ ok: false, error: 'not_permitted' });
  expect(await isWatchedAddress('https://example.org')).toBe(false);
});

test.each(['', 'example.org', 'http://example.org', 'file:///x', 'https://*/*', 'javascript:alert(1)'])(
  '%j is not an origin that can be added',
  async (origin) => {
    expect(await addSite(origin)).toEqual({ ok: false, error: 'not_an_origin' });
  },
);

test('two sites that are added at once are both kept and registered', async () => {
  await Promise.all([addSite('https://a.example'), addSite('https://b.example'), reconcile(), reconcile()]);

  expect(registeredMatches()).toEqual(['https://a.example/*', 'https://b.example/*']);
});

test('a removed site is unregistered and gives its permission back', async () => {
  await addSite('https://example.org');
  await removeSite('https://example.org');

  expect(registeredMatches()).toEqual([]);
  expect(await isWatchedAddress('https://example.org')).toBe(false);
  expect(browser.permissions.remove).toHaveBeenCalledWith({ origins: ['https://example.org/*'] });
});

test('removing 127.0.0.1 leaves the way to the server open', async () => {
  await addSite('http://127.0.0.1:5000');
  await removeSite('http://127.0.0.1:5000');

  expect(browser.permissions.remove).not.toHaveBeenCalled();
});

test('a listed site is switched off and on again, on all its hosts', async () => {
  await removeSite('https://facebook.com');
  const off = await isWatchedAddress('https://www.facebook.com/');
  await addSite('https://m.facebook.com');

  expect([off, await isWatchedAddress('https://www.facebook.com/')]).toEqual([false, true]);
});

test('what the company switched off is not registered and shown as locked', async () => {
  browser.storage.managed.values['disabled_sites'] = ['example.org'];
  await addSite('https://www.example.org');

  expect(registeredMatches()).toEqual([]);
  expect((await listSites()).at(-1)).toMatchObject({ kind: 'added', watched: false, locked: true });
});

test('Firefox without a policy, which refuses managed storage, watches as usual', async () => {
  browser.storage.managed.get.mockRejectedValue(new Error('Managed storage manifest not found'));

  expect(await isWatchedAddress('https://www.facebook.com/')).toBe(true);
});

test('a site whose permission was taken back is not registered', async () => {
  await addSite('https://example.org');
  browser.permissions.contains.mockResolvedValue(false);
  await reconcile();

  expect(registeredMatches()).toEqual([]);
});

test('of the permissions that were given, only single https sites are added', async () => {
  await addPermitted(['https://*.example.net/*', 'http://127.0.0.1/*', 'https://*/*', 'https://example.org/*']);

  expect(registeredMatches()).toEqual(['https://example.org/*']);
});

test('a tab that cannot be read does not keep the others from being read', async () => {
  browser.tabs.query.mockResolvedValue([{ id: 1 }, { id: 2 }]);
  browser.scripting.executeScript.mockRejectedValueOnce(new Error('Cannot access contents of the page'));

  await injectIntoOpenTabs(['https://example.org/*']);

  expect(browser.scripting.executeScript).toHaveBeenCalledTimes(2);
});

test('a page whose permission was taken back is answered no more, though its script lives on', async () => {
  browser.permissions.contains.mockResolvedValue(false);

  expect(await isWatchedAddress('https://www.facebook.com/')).toBe(false);
  expect((await listSites()).every(({ watched }) => !watched)).toBe(true);
});

test('an address that the browser knows no pattern for is neither watched nor a fault', async () => {
  browser.permissions.contains.mockRejectedValue(new Error('Invalid url pattern'));

  expect(await addSite('https://[::1]/')).toEqual({ ok: false, error: 'not_permitted' });
  expect(await siteOfPage('https://[::1]/')).toMatchObject({ watched: false });
});

test('a listed site that is permitted again is read in tabs that are already open', async () => {
  browser.tabs.query.mockResolvedValue([{ id: 4 }]);
  await addPermitted(['https://*.facebook.com/*']);

  expect(browser.tabs.query).toHaveBeenCalledWith({ url: ['https://*.facebook.com/*'] });
  expect(browser.scripting.executeScript).toHaveBeenCalledOnce();
  expect(registeredMatches()).toEqual([]);
});

test('every listed site has an origin by which it can be switched off', async () => {
  for (const { origin } of await listSites()) {
    await removeSite(origin);
    expect(await isWatchedAddress(`${origin}/`)).toBe(false);
  }
});

test('an added site is registered for every frame, with or without an address of its own', async () => {
  await addSite('https://example.org');

  expect(browser.scripting.registerContentScripts).toHaveBeenLastCalledWith([
    expect.objectContaining({ allFrames: true, matchOriginAsFallback: true, persistAcrossSessions: true }),
  ]);
});

test('what the company typed as a pattern or in capitals is switched off all the same', async () => {
  browser.storage.managed.values['disabled_sites'] = ['*.Facebook.COM'];

  expect(await isWatchedAddress('https://www.facebook.com/')).toBe(false);
});

test('of a host that is watched in part, the other pages are neither watched nor offered', async () => {
  const pages = ['https://www.google.com/maps/place', 'https://www.google.com/search'].map(siteOfPage);

  expect(await Promise.all(pages)).toMatchObject([{ watched: true }, { watched: false, canAdd: false }]);
});
