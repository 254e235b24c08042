/** What every page in this folder offers the tests, in the page's own world. */
export interface PageUnderTest {
  /** The editing host: the element that gets focus and input. */
  readonly editor: HTMLElement;
  /** The text the editor itself believes it holds; one line break between blocks. */
  model(): string;
}

declare global {
  interface Window {
    /** The composer that the test is about. */
    page: PageUnderTest;
    /** All of them, in the order of the page. */
    pages: PageUnderTest[];
    /** Removes every composer and mounts a new one, as a site does that draws itself again. */
    mountAnew(): void;
  }
}
