/**
 * The window that confirms what a card proposed. A page can trick a click on a card, or open this window under moving
 * fingers: so "No" has the focus, and "Yes" takes no click in the first moment after the question appeared.
 */
import { browser } from '@/shared/browser';
import { masked } from '@/shared/masking';
import { send } from '@/shared/send';
import { isKeptAsDigest, type Proposal } from '@/shared/silence';
import { addSilence } from '@/shared/storage/silence-store';
import { button, element, words } from '@/pages/element';
import { startPage } from '@/pages/start-page';
import '@/pages/look.css';
import './silence.css';

/** Longer than a double click, shorter than reading the question. Milliseconds. */
const UNEXPECTED_MS = 600;

export async function startSilence(main: HTMLElement): Promise<void> {
  let asked: string | null = null;
  const ask = async (): Promise<void> => {
    const proposal = (await send('proposal', null).catch(() => null)) ?? null;
    const now = JSON.stringify(proposal);
    if (now === asked) return;
    asked = now;
    main.replaceChildren(...(proposal === null ? answered() : question(proposal)));
    main.querySelector('button')?.focus();
  };
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') void closeWindow();
  });
  // Answered elsewhere, or another question by now: "Yes" keeps what stands here, and nothing else may stand here.
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'session') void ask();
  });
  await startPage('silence_title', () => {
    asked = null;
    return ask();
  });
}

function question(proposal: Proposal): Node[] {
  const { kind } = proposal;
  const trouble = element('p', { class: 'result', role: 'alert', 'data-kind': 'problem' });
  const appearedMs = performance.now();
  const yes = button('silence_yes', 'main', () => {
    if (performance.now() - appearedMs < UNEXPECTED_MS) return;
    void addSilence(proposal).then(closeWindow, () => (trouble.textContent = words('silence_failed')));
  });
  return [
    element('h1', {}, words(`silence_${kind}_ask`)),
    kind === 'words' ? element('q', { dir: 'auto' }, shownWords(proposal)) : element('strong', {}, proposal.title),
    element('p', {}, words(`silence_${kind}_hint`)),
    element('p', { class: 'note' }, words('silence_undo')),
    trouble,
    element('div', { class: 'answers' }, button('silence_no', 'quiet', () => void closeWindow()), yes),
  ];
}

/** Also for a question that never was: there is nothing to decide either. */
function answered(): Node[] {
  return [
    element('h1', {}, words('silence_none_title')),
    element('p', {}, words('silence_none_text')),
    element('div', { class: 'answers' }, button('silence_close', 'quiet', () => void closeWindow())),
  ];
}

const shownWords = ({ category, words: silenced }: Proposal): string =>
  isKeptAsDigest(category) ? masked(silenced) : silenced;

// NOTE: `window.close` does nothing in a window that the background opened, in Firefox.
async function closeWindow(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
