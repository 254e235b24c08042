/** Where sign and reminder are around one composer, as long as it is the one that is written in. */
import type { Guard } from '@/content/faults';
import { Follower } from './follower';
import { hasNoControls, isBelowText, isBlank, isUncovered } from './free-room';
import { isOnDark } from './ground';
import { boxAt, chooseCorner, isOffered, placeLine, type Corner, type Spot } from './placement';
import { areaOf, beyondDialog, spotOf } from './spot';
import type { Surface } from './surface';

/** Most lines fit in one row of the widest; 110 characters, the longest allowed, take two. */
const LINE_WIDTH = { least: 260, most: 560 };

export interface SeatOptions {
  readonly composer: HTMLElement;
  readonly sign: Surface;
  readonly line: Surface;
  /** The reminder's element: as wide as its composer, within reason. */
  readonly lineElement: HTMLElement;
  readonly guard: Guard;
  readonly signal: AbortSignal;
}

export class Seat {
  /** Of the composer's text: the reminder leaves them free. */
  buttons: readonly HTMLElement[] = [];
  readonly #options: SeatOptions;
  readonly #follower: Follower;
  #corner: Corner | null = null;
  #isOnDark = false;
  /** From the composer's top left corner; null while no reminder is shown. */
  #lineOffset: { x: number; y: number } | null = null;

  constructor(options: SeatOptions) {
    const { composer, guard, signal } = options;
    this.#options = options;
    const moved = (): void => this.#moved();
    const rested = (): void => this.#rested();
    this.#follower = new Follower({ element: composer, moved, rested, guard, signal });
    const passive = { capture: true, passive: true, signal };
    // Lists of names, menus and longer texts come up where the sign is; only then is it worth asking again.
    window.addEventListener('input', guard(() => this.#follower.lookAfterTyping()), passive);
    window.addEventListener('pointerup', guard(() => this.#follower.look()), passive);
  }

  get composer(): HTMLElement {
    return this.#options.composer;
  }

  /** Something may have changed; nothing is read from the page before the next frame. */
  look(): void {
    this.#follower.look();
  }

  /** The sign has other words, and so another width. */
  resized(): void {
    this.#follower.forget();
    this.#follower.look();
  }

  /** @returns false when there is no room for the line now. */
  showLine(): boolean {
    const { composer, line, lineElement } = this.#options;
    const spot = spotOf(composer);
    if (spot === null || !line.enter(composer)) return false;
    const room = spot.visible.right - spot.visible.left;
    lineElement.style.maxWidth = `min(${Math.max(LINE_WIDTH.least, Math.min(room, LINE_WIDTH.most))}px, calc(100vw - 16px))`;
    const sign = this.#corner === null ? null : boxAt(this.#corner, spot, this.#options.sign.size);
    const isFree = (box: Parameters<typeof hasNoControls>[1]): boolean => hasNoControls(composer, box);
    const box = placeLine(beyondDialog(spot), line.size, sign, areaOf(spot, this.buttons), isFree);
    if (box === null) return false;
    this.#lineOffset = { x: box.left - spot.composer.left, y: box.top - spot.composer.top };
    this.#isOnDark = isOnDark(composer);
    line.showAt(box.left, box.top, this.#isOnDark);
    return true;
  }

  /** Takes the reminder away; its place is forgotten. */
  hideLine(): void {
    this.#lineOffset = null;
    this.#options.line.leave();
  }

  /** Both go with the composer, each at its side of it. */
  #moved(): void {
    const { sign, line, composer } = this.#options;
    const spot = spotOf(composer);
    const corner = this.#corner;
    if (corner !== null && spot !== null && isOffered(corner, spot, sign.size)) this.#showSign(corner, spot);
    else sign.hide();
    const offset = this.#lineOffset;
    if (offset !== null && spot !== null) line.showAt(spot.composer.left + offset.x, spot.composer.top + offset.y, this.#isOnDark);
    else line.hide();
  }

  #rested(): void {
    const { sign, composer } = this.#options;
    const spot = spotOf(composer);
    if (spot === null || !sign.enter(composer) || !isUncovered(composer, spot.visible)) {
      this.#corner = null;
      return sign.hide();
    }
    this.#corner = chooseCorner(spot, sign.size, this.#corner, (box, corner) =>
      corner === 'inside-end' ? isBelowText(composer, box) : isBlank(composer, box),
    );
    this.#isOnDark = isOnDark(composer);
    if (this.#corner === null) sign.hide();
    else this.#showSign(this.#corner, spot);
    if (this.#lineOffset !== null && !this.showLine()) this.#options.line.hide();
  }

  #showSign(corner: Corner, spot: Spot): void {
    const { sign } = this.#options;
    const { left, top } = boxAt(corner, spot, sign.size);
    sign.showAt(left, top, this.#isOnDark);
  }
}
