/**
 * Follows what the frames of one tab tell about the composers in them, as long as a page of ours is open. What to make
 * of it is left to popup and side panel.
 */
import { browser, type Browser } from '@/shared/browser';
import { LIVE_LIST_PORT, type ListedMark, type ListOrder, type LiveList, type ReplaceAnswer } from '@/shared/live-list';
import { isLiveList, isReplaceAnswer } from './form';

/** A mark and the frame that answers for it. */
export interface PlacedMark extends ListedMark {
  readonly frame: string;
}

export interface LiveListEvents {
  /** After every change of `current` or `marks`. */
  onChange(): void;
  onReplaced(answer: ReplaceAnswer): void;
}

/** Far more than a page has frames in which one writes. */
const MOST_FRAMES = 50;

export class LiveLists {
  #tabId: number | null = null;
  #port: Browser.runtime.Port | null = null;
  /** By frame, the one that spoke last at the end. */
  readonly #lists = new Map<string, LiveList>();

  constructor(
    private readonly events: LiveListEvents,
    signal: AbortSignal,
  ) {
    const listener = (tabId: number, change: { status?: string }): void => {
      if (tabId === this.#tabId && change.status === 'complete') this.#connect();
    };
    browser.tabs.onUpdated.addListener(listener);
    signal.addEventListener('abort', () => {
      browser.tabs.onUpdated.removeListener(listener);
      this.follow(null);
    });
  }

  /** Leaves the tab followed until now; null follows none. */
  follow(tabId: number | null): void {
    this.#tabId = tabId;
    this.#connect();
  }

  /** Asks again while nobody has a composer: a frame that came after the port was opened never heard of it. */
  lookAgain(): void {
    if (this.current === null && this.#tabId !== null) this.#connect();
  }

  /** Of the frame whose composer changed last; null when no composer is open. */
  get current(): LiveList | null {
    return this.#open().at(-1) ?? null;
  }

  /** Of every frame: those of `current` first, in the order of their text. */
  get marks(): PlacedMark[] {
    return this.#open()
      .reverse()
      .flatMap(({ frame, marks }) => marks.map((mark) => ({ ...mark, frame })));
  }

  /** @param suggestion - index of the wording, for `replace`. */
  order(mark: PlacedMark, order: ListOrder['order'], suggestion = 0): void {
    const wanted: ListOrder = { frame: mark.frame, mark: mark.id, order, suggestion };
    this.#port?.postMessage(wanted);
  }

  #open(): LiveList[] {
    return [...this.#lists.values()].filter(({ state }) => state !== 'none');
  }

  #connect(): void {
    this.#port?.disconnect();
    this.#port = null;
    this.#forget();
    if (this.#tabId === null) return;
    const port = browser.tabs.connect(this.#tabId, { name: LIVE_LIST_PORT });
    this.#port = port;
    port.onMessage.addListener((message: unknown) => {
      if (port === this.#port) this.#hear(message);
    });
    port.onDisconnect.addListener(() => {
      // Read, or Chromium reports pages that nobody watches as an error of ours.
      void browser.runtime.lastError;
      if (port !== this.#port) return;
      this.#port = null;
      this.#forget();
    });
  }

  #hear(message: unknown): void {
    if (isReplaceAnswer(message)) return this.events.onReplaced(message);
    if (!isLiveList(message) || (!this.#lists.has(message.frame) && this.#lists.size >= MOST_FRAMES)) return;
    this.#lists.delete(message.frame);
    this.#lists.set(message.frame, message);
    this.events.onChange();
  }

  #forget(): void {
    if (this.#lists.size === 0) return;
    this.#lists.clear();
    this.events.onChange();
  }
}
