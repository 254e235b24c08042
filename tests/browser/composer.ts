/** One composer in an open page, as a user meets it (keys, mouse, eyes) and as its editor sees it (model, nodes). */
import type { Frame, KeyInput, Page } from 'puppeteer-core';
import '../pages/contract';
import { charactersRect, type Rect } from './characters-rect';
import type { Driver } from './driver';
import { until, untilEqual } from './until';

/** A point, in viewport pixels of the tab or of a frame. */
export interface Point {
  x: number;
  y: number;
}

export class Composer {
  private constructor(
    readonly driver: Driver,
    readonly page: Page,
    readonly frame: Frame,
  ) {}

  /** Opens a page of tests/pages in a new tab for as long as `use` runs, and closes its tab whatever happens. */
  static async use<T>(driver: Driver, url: string, frameName: string | null, use: (composer: Composer) => Promise<T>): Promise<T> {
    const page = await driver.open(url);
    try {
      return await use(await Composer.#on(driver, page, frameName));
    } finally {
      await page.close();
    }
  }

  /** Puts the caret into the editor of a page of tests/pages; `frameName` picks an inner frame. */
  static async #on(driver: Driver, page: Page, frameName: string | null): Promise<Composer> {
    const find = async (): Promise<Frame | undefined> => {
      if (frameName === null) return page.mainFrame();
      for (const frame of page.mainFrame().childFrames()) {
        if ((await frame.evaluate(() => window.name)) === frameName) return frame;
      }
      return undefined;
    };
    const frame = await until('the frame is there', find, Boolean);
    const composer = new Composer(driver, page, frame as Frame);
    await until('the editor is mounted', () => composer.frame.evaluate(() => Boolean(window.page?.editor)), Boolean);
    await composer.click();
    return composer;
  }

  get url(): string {
    return this.page.url();
  }

  /** Puts the caret into the editor by a click in its middle. */
  async click(): Promise<void> {
    const editor = await this.frame.evaluateHandle(() => window.page.editor);
    await editor.click();
    await this.settle();
  }

  /** Lets the editor finish what a key or a click began: some of them answer a frame later. */
  settle(): Promise<unknown> {
    return this.frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** Types like a person, Enter for a line break. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Presses a key, with the modifiers held down. */
  async press(key: KeyInput, ...modifiers: KeyInput[]): Promise<void> {
    for (const modifier of modifiers) await this.page.keyboard.down(modifier);
    await this.page.keyboard.press(key);
    for (const modifier of modifiers.reverse()) await this.page.keyboard.up(modifier);
  }

  /** The text as the editor's own model has it. */
  model(): Promise<string> {
    return this.frame.evaluate(() => window.page.model());
  }

  /** The same as a person reads it. */
  async plainModel(): Promise<string> {
    return plain(await this.model());
  }

  /** The text as it stands in the page's nodes, without anything between blocks: the measure for a mark's place. */
  text(): Promise<string> {
    return this.frame.evaluate(() => {
      const { editor } = window.page;
      return editor instanceof HTMLTextAreaElement ? editor.value : (editor.textContent ?? '');
    });
  }

  /** Waits until the editor believes it holds exactly this text, and the page shows the same. */
  async holds(text: string): Promise<void> {
    const both = async (): Promise<object> => ({
      model: await this.plainModel(),
      shown: plain(await this.text()).replaceAll('\n', ''),
    });
    await untilEqual('the text', both, { model: text, shown: text.replaceAll('\n', '') });
  }

  /** Everything around and in the editor as HTML; the keys Draft.js draws at random are emptied. */
  nodes(): Promise<string> {
    return this.frame.evaluate(() => {
      const root = window.page.editor.getRootNode();
      const inner = root instanceof ShadowRoot ? root.innerHTML : '';
      const html = (document.querySelector('#composer')?.outerHTML ?? '') + inner;
      return html.replace(/(data-offset-key|data-editor|aria-describedby)="[^"]*"/g, '$1=""');
    });
  }

  /** What has focus and what is selected: neither may change when a card opens. */
  focusAndSelection(): Promise<string> {
    return this.frame.evaluate(() => {
      const { editor } = window.page;
      const root = editor.getRootNode() as Document | ShadowRoot;
      const focus = root.activeElement === editor ? 'editor' : String(root.activeElement?.tagName);
      if (editor instanceof HTMLTextAreaElement) return `${focus} ${editor.selectionStart}-${editor.selectionEnd}`;
      const selection = (root as Document).getSelection?.() ?? document.getSelection();
      const { anchorNode, anchorOffset, focusNode, focusOffset } = selection as Selection;
      return `${focus} ${anchorNode?.textContent}:${anchorOffset} ${focusNode?.textContent}:${focusOffset}`;
    });
  }

  /** Where the caret stands, counted in `text()`; null while words are selected or the caret is elsewhere. */
  caret(): Promise<number | null> {
    return this.frame.evaluate(() => {
      const { editor } = window.page;
      if (editor instanceof HTMLTextAreaElement) return editor.selectionStart === editor.selectionEnd ? editor.selectionEnd : null;
      const root = editor.getRootNode();
      const shadowRoots = root instanceof ShadowRoot ? [root] : [];
      const place = document.getSelection()?.getComposedRanges({ shadowRoots })[0];
      if (!place?.collapsed || !editor.contains(place.startContainer)) return null;
      const before = document.createRange();
      before.selectNodeContents(editor);
      before.setEnd(place.startContainer, place.startOffset);
      return before.toString().length;
    });
  }

  /** Where the characters from `at`, counted in `text()`, are drawn, in pixels of the frame's viewport. */
  rectOf(at: number, length: number): Promise<Rect> {
    return this.frame.evaluate(charactersRect, at, length);
  }

  /** The middle of the first occurrence of some words, in pixels of the tab's viewport; no-break spaces read as spaces. */
  async middleOf(words: string): Promise<Point> {
    const at = (await this.text()).replaceAll('\u00a0', ' ').indexOf(words);
    const { left, top, right, bottom } = await this.rectOf(at, words.length);
    return this.inTab({ x: (left + right) / 2, y: (top + bottom) / 2 });
  }

  /** A point of the frame's viewport as a point of the tab's. */
  async inTab({ x, y }: Point): Promise<Point> {
    const holder = await this.frame.frameElement();
    const offset = await holder?.boundingBox();
    return { x: x + (offset?.x ?? 0), y: y + (offset?.y ?? 0) };
  }
}

/** Without what editors and browsers put in for their own sake: no-break spaces, byte order marks, a last line break. */
function plain(words: string): string {
  return words.replaceAll('\u00a0', ' ').replaceAll('\ufeff', '').replace(/\n$/, '');
}
