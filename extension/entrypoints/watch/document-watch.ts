/** Starts and stops watching one document as sites, settings and pauses say; joins `content/` to the browser. */
import { startWatching, type Watching } from '@/content/start';
import { browser, type Browser } from '@/shared/browser';
import { fail, type Outcome } from '@/shared/errors';
import { uiLanguage } from '@/shared/i18n';
import { LIVE_LIST_PORT, type ListOrder, nothingListed } from '@/shared/live-list';
import type { Here } from '@/shared/messages';
import type { Notice } from '@/shared/notices';
import { checkThroughBackground, send } from '@/shared/send';
import type { Settings } from '@/shared/settings';
import { loadSettings, onSettings } from '@/shared/storage/settings-store';
import { loadSiteChoice, onSiteChoice } from '@/shared/site-choice';
import { isWatched } from '@/shared/sites';
import type { CheckRequest, Report } from '@/shared/wire';
import { extensionSide } from './extension-side';

interface Running {
  readonly watching: Watching;
  readonly controller: AbortController;
}

export class DocumentWatch {
  readonly #origin: string;
  readonly #lists = new Map<Browser.runtime.Port, AbortController>();
  #running: Running | null = null;
  /** Null until the first check: most frames never ask, and none should wake the background for nothing. */
  #here: Promise<Here | undefined> | null = null;
  #paused = false;
  #follows = 0;

  /** @param origin - as `originOf` gives it. */
  constructor(origin: string) {
    this.#origin = origin;
  }

  begin(): void {
    const forever = new AbortController().signal;
    onSiteChoice(() => void this.#follow(false), forever);
    onSettings(() => void this.#follow(true), forever);
    browser.runtime.onMessage.addListener((notice: Notice, sender) => {
      if (sender.id === browser.runtime.id) this.#take(notice);
    });
    browser.runtime.onConnect.addListener((port) => {
      if (port.name === LIVE_LIST_PORT && port.sender?.id === browser.runtime.id) this.#addList(port);
    });
    // A page that comes back from the browser's memory has missed every notice.
    addEventListener('pageshow', (event) => event.persisted && this.#pause(false));
    void this.#follow(false);
  }

  /** @param anew - begins again even when it runs already: its settings are others now. */
  async #follow(anew: boolean): Promise<void> {
    const turn = ++this.#follows;
    const [choice, { values }] = await Promise.all([loadSiteChoice(), loadSettings()]);
    if (turn !== this.#follows) return;
    const wanted = isWatched(this.#origin, choice) && !this.#paused;
    if (anew || !wanted) this.#stop();
    if (wanted) this.#running ??= this.#start(values);
    for (const port of this.#lists.keys()) this.#tellList(port);
  }

  #stop(): void {
    this.#running?.controller.abort();
    this.#running = null;
  }

  #start(settings: Settings): Running {
    const controller = new AbortController();
    const watching = startWatching({
      check: (request) => this.#check(request),
      document,
      site: new URL(this.#origin).hostname,
      signal: controller.signal,
      shadowMode: 'closed',
      language: settings.language === 'auto' ? uiLanguage() : settings.language,
      settings,
      extension: extensionSide,
      onState(state) {
        // For the icon only: whether it arrives changes nothing on the page.
        if (state === 'text_too_long' || state === 'gone' || state === 'left') {
          send('composer', { state }).catch(() => undefined);
        }
      },
    });
    return { watching, controller };
  }

  async #check(request: CheckRequest): Promise<Outcome<Report>> {
    const here = await this.#askHere();
    if (here?.paused === true) {
      this.#pause(true);
      return fail('not_reached');
    }
    const site = here?.topHost ?? request.site;
    return checkThroughBackground(site === undefined ? request : { ...request, site });
  }

  #askHere(): Promise<Here | undefined> {
    return (this.#here ??= send('here', null).catch(() => {
      this.#here = null;
      return undefined;
    }));
  }

  #pause(paused: boolean): void {
    this.#paused = paused;
    this.#here = null;
    void this.#follow(false);
  }

  #take(notice: Notice): void {
    if (notice.notice === 'paused') this.#pause(notice.paused);
    if (notice.notice === 'check_again') this.#running?.watching.checkAgain();
    if (notice.notice === 'command' && document.hasFocus()) this.#running?.watching.command(notice.command);
  }

  #addList(port: Browser.runtime.Port): void {
    this.#lists.set(port, new AbortController());
    port.onMessage.addListener((order: ListOrder) => void this.#obey(order, port));
    port.onDisconnect.addListener(() => {
      this.#lists.get(port)?.abort();
      this.#lists.delete(port);
    });
    this.#tellList(port);
  }

  async #obey(order: ListOrder, port: Browser.runtime.Port): Promise<void> {
    const answer = await this.#running?.watching.obey(order);
    // The popup may have closed in the meantime.
    if (answer && this.#lists.has(port)) port.postMessage(answer);
  }

  /** Again after every start: what ran before tells nothing any more. */
  #tellList(port: Browser.runtime.Port): void {
    this.#lists.get(port)?.abort();
    const until = new AbortController();
    this.#lists.set(port, until);
    if (this.#running) this.#running.watching.follow((list) => port.postMessage(list), until.signal);
    else if (this.#paused) port.postMessage(nothingListed('paused'));
  }
}
