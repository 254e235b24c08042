/** The popup: how things stand, what to do next, this site on or off. */
import { browser } from '@/shared/browser';
import { uiLanguage } from '@/shared/i18n';
import type { Status } from '@/shared/messages';
import { send } from '@/shared/send';
import { originOf } from '@/shared/sites';
import { button, element, switchButton, words } from './element';
import { pairingForm } from './pairing-form';
import { switchSite } from './site-switch';
import { asksForCode, statePanel } from './state-panel';
import './look.css';
import './popup.css';

const SERVER = { origins: ['http://127.0.0.1/*'] };

export async function startPopup(main: HTMLElement): Promise<void> {
  document.documentElement.lang = uiLanguage();
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const page = new PopupPage(main, tab?.id ?? null, originOf(tab?.url ?? '') ?? '');
  await page.refresh();
  await page.retry();
}

class PopupPage {
  private shown = '';

  constructor(
    private readonly main: HTMLElement,
    private readonly tabId: number | null,
    private readonly origin: string,
  ) {}

  /** Draws again only when something changed, so that a half-pasted code is not taken away. */
  async refresh(): Promise<void> {
    const status = await send('status', { tabId: this.tabId }).catch(() => undefined);
    const serverAllowed = await browser.permissions.contains(SERVER);
    const now = JSON.stringify([status, serverAllowed]);
    if (now === this.shown) return;
    this.shown = now;
    if (status === undefined) this.main.replaceChildren(element('p', { role: 'alert' }, words('unexpected')));
    else this.main.replaceChildren(...this.partsOf(status, serverAllowed));
  }

  async retry(): Promise<void> {
    await send('retry', null).catch(() => undefined);
    await this.refresh();
  }

  private partsOf(status: Status, serverAllowed: boolean): Node[] {
    return [
      head(),
      statePanel(status, 'h1', ...this.stepsFor(status, serverAllowed)),
      ...(asksForCode(status.state) ? [pairingForm(() => void this.retry())] : []),
      this.sitePart(status.site),
      footer(),
    ];
  }

  private stepsFor({ state }: Status, serverAllowed: boolean): Node[] {
    if (!serverAllowed) return [button('popup_access', 'main', () => void this.askForServer())];
    return state === 'not_reached' ? [button('popup_retry', 'quiet', () => void this.retry())] : [];
  }

  private async askForServer(): Promise<void> {
    if (await browser.permissions.request(SERVER)) await this.retry();
  }

  private sitePart(site: Status['site']): HTMLElement {
    if (site === null) return element('section', { class: 'site note' }, words('popup_site_none'));
    const locked = !site.watched && !site.canAdd;
    if (locked) return element('section', { class: 'site note' }, words('popup_site_locked'));
    const text = element('span', { role: 'status' }, words(site.watched ? 'popup_site_on' : 'popup_site_off', site.host));
    const toggle = switchButton(words('popup_site_on', site.host), site.watched, false, () => {
      void switchSite(this.origin, !site.watched).then(async (done) => {
        if (!done) text.textContent = words('popup_site_refused');
        await this.refresh();
      });
    });
    return element('section', { class: 'site' }, text, toggle);
  }
}

function head(): HTMLElement {
  return element('header', { class: 'head' }, element('img', { src: '/icon/porte-parole.svg', alt: '' }), words('name'));
}

function footer(): HTMLElement {
  const practice = element('a', { href: '/practice.html', target: '_blank' }, words('popup_practice'));
  const options = element('a', { href: '/options.html', target: '_blank' }, words('popup_options'));
  return element(
    'footer',
    {},
    element('nav', {}, practice, options),
    element('p', { class: 'note' }, words('privacy_promise')),
  );
}
