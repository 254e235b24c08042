/** What the popup draws and does; `popup.ts` joins it to the browser's tabs. */
import { browser } from '@/shared/browser';
import type { ServerState, Status } from '@/shared/messages';
import { send } from '@/shared/send';
import { button, element, words } from '@/pages/element';
import type { LiveLists, PlacedMark } from '@/pages/live-list';
import { aroundParts } from '@/pages/live-list/around';
import { pairingForm } from '@/pages/pairing-form';
import { controlsParts, type WantedPause } from './controls';
import { foot } from './foot';
import { marksParts } from './marks';
import { Section } from './section';
import { switchSite } from '@/pages/site-switch';
import { isServiceMode, pageService } from '@/pages/service';
import { asksForConnection, statePanel } from '@/pages/state-panel';

/** Where texts go: without this permission nobody is reached. None where a copy made for a service was not told which. */
function serverPermission(): { origins: string[] } {
  const origin = isServiceMode() ? pageService()?.permission : 'http://127.0.0.1/*';
  return { origins: origin === undefined ? [] : [origin] };
}

/** The tab in front when the popup was opened. */
export interface Tab {
  readonly id: number | null;
  readonly origin: string;
  readonly openPanel: (() => Promise<void>) | null;
}

export class PopupPage {
  readonly #state = new Section({ class: 'stand' });
  readonly #pairing = new Section({ class: 'stand' });
  readonly #around = new Section({ class: 'around' });
  readonly #marks = new Section({ class: 'marks' });
  readonly #controls = new Section({ class: 'site' });
  readonly #openPanel: (() => void) | null;
  #status: Status | undefined;
  #serverAllowed = true;

  constructor(
    private readonly main: HTMLElement,
    private readonly lists: LiveLists,
    private readonly tab: Tab,
  ) {
    const { openPanel } = tab;
    this.#openPanel = openPanel && (() => void openPanel().then(() => close()));
  }

  async refresh(): Promise<void> {
    this.#status = await send('status', { tabId: this.tab.id }).catch(() => undefined);
    this.#serverAllowed = await browser.permissions.contains(serverPermission());
    if (this.#status === undefined) this.main.replaceChildren(element('p', { role: 'alert' }, words('unexpected')));
    else if (!this.main.contains(this.#state.element)) this.main.replaceChildren(...this.#frame());
    this.lists.lookAgain();
    this.draw();
  }

  async retry(): Promise<void> {
    await send('retry', null).catch(() => undefined);
    await this.refresh();
  }

  draw(): void {
    const status = this.#status;
    if (status === undefined) return;
    const { current, marks } = this.lists;
    const notRead = current !== null && current.state !== 'checked' && status.state === 'active';
    const shown: Status = {
      ...status,
      state: notRead ? 'idle' : status.state,
      findings: current === null || status.state !== 'active' ? status.findings : marks.length,
    };
    this.#state.draw([shown, this.#serverAllowed, notRead], () => this.#stateParts(shown, notRead));
    const asks = asksForConnection(status);
    this.#pairing.draw(asks, () => (asks ? [pairingForm(() => void this.retry())] : []));
    this.#around.draw(current && [current.audience, current.account, current.accountName, current.selfTest], () => aroundParts(current));
    this.#marks.draw(marks, () => marksParts(marks, { show: (mark) => this.#show(mark), openPanel: this.#openPanel }));
    this.#controls.draw([status.site, status.paused], () =>
      controlsParts(status, { switchSite: (on) => this.#switchSite(on), pause: (wanted) => void this.#pause(wanted) }),
    );
  }

  #frame(): Node[] {
    const parts = [this.#state, this.#pairing, this.#around, this.#marks, this.#controls].map((section) => section.element);
    return [head(this.#openPanel), ...parts, foot(['practice', 'learn', 'options', 'stored'])];
  }

  #stateParts(status: Status, notRead: boolean): Node[] {
    const steps = [...(notRead ? [element('p', { class: 'next' }, words('popup_not_yet'))] : []), ...this.#stepsFor(status.state)];
    return [statePanel(status, 'h1', ...steps)];
  }

  #stepsFor(state: ServerState): Node[] {
    if (!this.#serverAllowed) return [button('popup_access', 'main', () => void this.#askForServer())];
    return state === 'not_reached' ? [button('popup_retry', 'quiet', () => void this.retry())] : [];
  }

  async #askForServer(): Promise<void> {
    if (await browser.permissions.request(serverPermission())) await this.retry();
  }

  #show(mark: PlacedMark): void {
    this.lists.order(mark, 'show');
    close();
  }

  async #switchSite(on: boolean): Promise<string> {
    const done = await switchSite(this.tab.origin, on);
    await this.refresh();
    return done ? '' : words('popup_site_refused');
  }

  async #pause(wanted: WantedPause): Promise<void> {
    if (this.tab.id === null) return;
    await send('pause', { tabId: this.tab.id, ...wanted }).catch(() => undefined);
    await this.refresh();
  }
}

function head(openPanel: (() => void) | null): HTMLElement {
  const logo = element('img', { src: '/icon/porte-parole.svg', alt: '' });
  const made = element('header', { class: 'head' }, logo, element('span', { class: 'name' }, words('name')));
  if (openPanel === null) return made;
  const panel = element('button', { type: 'button', class: 'panel' }, words('popup_panel'));
  panel.addEventListener('click', openPanel);
  made.append(panel);
  return made;
}
