/**
 * Reads a clone with the content script's own reader, bundled into the page: every language, audience, account and step
 * in one go, and every part of the site file turned wrong.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Frame } from 'puppeteer-core';
import type * as Reader from '../../extension/src/content/site/reader';
import type { ComposerEntry } from '../../extension/src/shared/site-file';
import type { PageUnderTest } from '../pages/contract';
import type { Breakage } from './site-breakages';

const SOURCES = fileURLToPath(new URL('../../extension/src/', import.meta.url));

/** What a clone is asked to show; see `tests/pages/sites/clone.js`. */
export interface Shown {
  lang: string;
  audience: string | undefined;
  account: string;
  step: string;
}

declare global {
  interface Window {
    siteReader: typeof Reader;
    clone: { audiences: string[]; steps: string[]; show(shown: Partial<Shown>): void };
  }
}

interface CloneComposer extends PageUnderTest {
  /** The button that publishes, or null where Enter does. */
  readonly publish: HTMLElement | null;
}

/** What the reader says of one composer, as plain data. */
export interface Reading {
  shown: Shown;
  at: number;
  audience: string;
  account: string;
  accountName: string;
  /** The button that really publishes is found, and no other. */
  rightButton: boolean;
  selfTest: Record<string, string>;
}

/** The reader as a script that leaves `siteReader` behind. */
export async function bundleReader(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${SOURCES}content/site/reader.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'siteReader',
    footer: { js: 'globalThis.siteReader = siteReader;' },
    alias: { '@': SOURCES },
  });
  return outputFiles[0]!.text;
}

/** Every composer in everything the clone can show, in the order of the site file within each. */
export function readEverything(
  frame: Frame,
  entries: readonly ComposerEntry[],
  official: readonly string[],
  langs: readonly string[],
): Promise<Reading[]> {
  return frame.evaluate(
    (composers, officialAccounts, languages) => {
      const { clone, siteReader } = window;
      const reader = siteReader.createReader(composers, officialAccounts);
      const audiences = clone.audiences.length > 0 ? clone.audiences : [undefined];
      const states = languages.flatMap((lang) =>
        audiences.flatMap((audience) =>
          ['personal', 'official'].flatMap((account) => clone.steps.map((step) => ({ lang, audience, account, step }))),
        ),
      );
      return states.flatMap((shown) => {
        clone.show(shown);
        return (window.pages as CloneComposer[]).map(({ editor, publish }, at) => {
          const { publishButtons, audience, account, accountName, selfTest } = reader.read(editor);
          const rightButton = publish === null ? publishButtons.length === 0 : publishButtons.length === 1 && publishButtons[0] === publish;
          // Copies: what two readings share, BiDi would send once.
          return { shown: { ...shown }, at, audience, account, accountName, rightButton, selfTest: { ...selfTest } };
        });
      });
    },
    entries as ComposerEntry[],
    official as string[],
    langs as string[],
  );
}

/** The breakages that the self-test does not name; empty when it names each. */
export function unnoticed(frame: Frame, breakages: readonly Breakage[]): Promise<string[]> {
  return frame.evaluate((all) => {
    const { clone, siteReader } = window;
    return all.flatMap(({ what, at, part, audience, entries }) => {
      clone.show(audience === null ? {} : { audience });
      const { selfTest } = siteReader.createReader(entries, []).read(window.pages[at]!.editor);
      return selfTest[part] === 'missing' ? [] : [`${what}: ${part} is ${selfTest[part]}`];
    });
  }, breakages as Breakage[]);
}
