/** What the browser does for us before any code of ours runs, because the built manifest says so. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtExtension, type BrowserName } from '../../browser/programs';

interface Manifest {
  incognito: string;
  web_accessible_resources?: unknown;
  browser_specific_settings?: { gecko: { data_collection_permissions: { required: string[] } } };
}

export function manifest(name: BrowserName): void {
  const read = (): Manifest => JSON.parse(readFileSync(join(builtExtension(name), 'manifest.json'), 'utf8')) as Manifest;

  it('I-18 the extension is not there in private windows', () => {
    expect(read().incognito).toBe('not_allowed');
  });

  it('I-12 no file of the extension is offered to web pages', () => {
    expect(read().web_accessible_resources).toBeUndefined();
  });

  if (name !== 'firefox') return;
  it('I-19 Firefox tells the person of the two kinds of data before it installs; no driver sees the question itself', () => {
    expect(read().browser_specific_settings?.gecko.data_collection_permissions).toEqual({ required: ['personalCommunications', 'websiteContent'] });
  });
}
