/** The page's own Post button, and how soon the page hears it: what no fault of ours may touch. */
import type { Composer } from '../../browser/composer';

interface Posting {
  /** What the page would have sent. */
  texts: string[];
  /** Milliseconds between the person's click and the page's own listener. */
  delaysMs: number[];
}

declare global {
  interface Window {
    posting: Posting;
  }
}

/** Clicks of one measurement. */
const CLICKS = 15;

/** Gives the page a button that posts the text of its composer; clicks it, and answers what the page saw. */
export async function post(composer: Composer, clicks = 1): Promise<Posting> {
  await composer.frame.evaluate(addButton);
  const button = await composer.frame.$('#post');
  for (let click = 0; click < clicks; click += 1) await button?.click();
  return composer.frame.evaluate(() => window.posting);
}

/** The median delay of several posts, ms. */
export async function postingDelayMs(composer: Composer): Promise<number> {
  const { delaysMs } = await post(composer, CLICKS);
  return delaysMs.sort((one, other) => one - other)[Math.floor(CLICKS / 2)] ?? NaN;
}

/** Runs in the page. */
function addButton(): void {
  if (document.querySelector('#post')) return;
  window.posting = { texts: [], delaysMs: [] };
  const button = document.createElement('button');
  button.id = 'post';
  button.textContent = 'Post';
  button.addEventListener('click', (event) => {
    window.posting.delaysMs.push(performance.now() - event.timeStamp);
    window.posting.texts.push(window.page.model());
  });
  document.body.append(button);
}
