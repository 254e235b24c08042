/** What every page in this folder offers the tests, in the page's own world. */
export interface PageUnderTest {
  /** The editing host: the element that gets focus and input. */
  readonly editor: HTMLElement;
  /** The text the editor itself believes it holds; one line break between blocks. */
  model(): string;
}

declare global {
  interface Window {
    page: PageUnderTest;
  }
}
