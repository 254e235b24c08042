/** Says short sentences to screen readers, since marks and an unfocused card are silent. */
import { createHost, style, type Host, type ShadowMode } from '@/content/top-layer';

/** Counts are said after this much quiet, in milliseconds, so that nobody is interrupted at every key. */
const QUIET_MS = 1_000;

/** Chromium 141, Firefox 150; TypeScript does not know it yet. */
type SpeakingDocument = Document & { ariaNotify?(text: string): void };

export class Announcer {
  readonly #document: SpeakingDocument;
  readonly #shadowMode: ShadowMode;
  #region: Host | null = null;
  #lastCount = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(document: Document, shadowMode: ShadowMode, signal: AbortSignal) {
    this.#document = document;
    this.#shadowMode = shadowMode;
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#region?.element.remove();
    });
  }

  /** Says `sentence(count)` once the count has stayed different from the last one said. */
  count(count: number, sentence: (count: number) => string): void {
    clearTimeout(this.#timer);
    if (count === this.#lastCount) return;
    this.#timer = setTimeout(() => {
      this.#lastCount = count;
      this.say(sentence(count));
    }, QUIET_MS);
  }

  say(text: string): void {
    if (this.#document.ariaNotify !== undefined) return this.#document.ariaNotify(text);
    this.#region ??= this.#makeRegion();
    this.#region.root.replaceChildren(text);
  }

  #makeRegion(): Host {
    const region = createHost(this.#document, 'porte-parole-voice', this.#shadowMode, '');
    region.element.role = 'status';
    style(region.element, { display: 'block', width: '1px', height: '1px', overflow: 'hidden', 'clip-path': 'inset(50%)' });
    this.#document.documentElement.append(region.element);
    return region;
  }
}
