/** What the side panel draws and does for the tab it was turned to; `panel.ts` joins it to the browser's tabs. */
import { browser } from '@/shared/browser';
import type { Status } from '@/shared/messages';
import { send } from '@/shared/send';
import { originOf } from '@/shared/sites';
import { element, words } from '@/pages/element';
import type { LiveLists } from '@/pages/live-list';
import { aroundParts } from '@/pages/live-list/around';
import { situationOf } from '@/pages/live-list/situation';
import { CountVoice } from './count';
import { DoneLine } from './done';
import { emptyParts, type EmptySituation } from './empty';
import { PanelList } from './list';
import { PanelVerbs } from './verbs';
import { pauseParts, shortHost, type WantedPause } from '@/pages/popup/controls';
import { foot } from '@/pages/popup/foot';
import { Section } from '@/pages/popup/section';
import { switchSite } from '@/pages/site-switch';
import { statePanel } from '@/pages/state-panel';

export class PanelPage {
  readonly verbs: PanelVerbs;
  readonly #done = new DoneLine();
  readonly #list: PanelList;
  readonly #count = new CountVoice();
  readonly #around = new Section({ class: 'around' });
  readonly #empty = new Section({ class: 'empty' });
  readonly #pause = new Section({ class: 'site' });
  readonly #host = element('span', { class: 'note', dir: 'auto' });
  #tabId: number | null = null;
  #origin: string | null = null;
  #status: Status | undefined;

  constructor(
    main: HTMLElement,
    private readonly lists: LiveLists,
  ) {
    this.verbs = new PanelVerbs(lists, this.#done);
    this.#list = new PanelList(this.verbs);
    const logo = element('img', { src: '/icon/porte-parole.svg', alt: '' });
    const head = element('header', { class: 'head' }, logo, element('h1', {}, words('name')), this.#host);
    const marks = [this.#count.heading, this.#list.element, this.#count.heard];
    main.replaceChildren(head, this.#around.element, this.#done.element, this.#empty.element, ...marks, this.#pause.element, foot(['learn', 'options', 'stored']));
  }

  /** The person looks at another tab now; what was done in the one before is no longer offered for undoing. */
  async turnTo(tabId: number | null): Promise<void> {
    this.#tabId = tabId;
    this.#done.clear();
    this.lists.follow(tabId);
    await this.refresh();
  }

  /** A tab has loaded a page. */
  async loaded(tabId: number): Promise<void> {
    if (tabId !== this.#tabId) return;
    this.#done.clear();
    await this.refresh();
  }

  async refresh(): Promise<void> {
    const tabId = this.#tabId;
    const [status, tab] = await Promise.all([
      send('status', { tabId }).catch(() => undefined),
      tabId === null ? null : browser.tabs.get(tabId).catch(() => null),
    ]);
    if (tabId !== this.#tabId) return;
    this.#status = status;
    this.#origin = originOf(tab?.url ?? '');
    this.lists.lookAgain();
    this.draw();
  }

  draw(): void {
    const status = this.#status;
    if (status === undefined) return this.#drawNoAnswer();
    const { current, marks } = this.lists;
    const situation = situationOf(status, current, marks.length);
    const isRead = situation === 'marks' || situation === 'clear' || situation === 'reading';
    this.#host.textContent = shortHost(status.site?.host ?? '');
    this.#around.draw(isRead && current && { ...current, marks: [] }, () => aroundParts(isRead ? current : null));
    this.#empty.draw([situation, status.state, status.site], () => (situation === 'marks' ? [] : this.#emptyParts(situation, status)));
    this.#list.show(situation === 'marks' ? marks : []);
    this.#count.show(situation === 'marks' || situation === 'clear' ? marks.length : null);
    this.#pause.draw([status.site?.watched, status.paused], () =>
      status.site?.watched === true ? pauseParts(status.paused, { pause: (wanted) => void this.#pauseHere(wanted) }) : [],
    );
  }

  #drawNoAnswer(): void {
    this.#list.show([]);
    this.#count.show(null);
    this.#empty.draw(null, () => [element('p', { role: 'alert' }, words('unexpected'))]);
  }

  #emptyParts(situation: EmptySituation, status: Status): Node[] {
    // Trouble with the program has its own words and its own next step.
    if (situation === 'not_checked' && status.state !== 'idle' && status.state !== 'active') return [statePanel(status, 'h2')];
    return emptyParts(situation, status, {
      resume: () => void this.#pauseHere({ tab: false, site: false }),
      switchOn: () => void this.#switchOn(),
    });
  }

  async #pauseHere(wanted: WantedPause): Promise<void> {
    if (this.#tabId === null) return;
    this.#done.clear();
    await send('pause', { tabId: this.#tabId, ...wanted }).catch(() => undefined);
    await this.refresh();
  }

  async #switchOn(): Promise<void> {
    if (this.#origin !== null) await switchSite(this.#origin, true);
    await this.refresh();
  }
}
