/** The learn page: an overview of the lessons, or one of them when the page's address names it ("learn.html#rumour"). */
import { browser } from '@/shared/browser';
import { lessonFor } from '@/shared/lessons';
import { words } from '@/pages/element';
import { lessonView } from './lesson';
import { overview } from './overview';
import { loadProgress } from './progress';
import { pageTop } from '@/pages/page-frame';
import { startPage } from '@/pages/start-page';
import '@/pages/look.css';
import '@/pages/page.css';
import './learn.css';

export async function startLearn(main: HTMLElement): Promise<void> {
  const show = async (): Promise<void> => {
    const lesson = lessonFor(location.hash.slice(1));
    const content = lesson === null ? overview(await loadProgress()) : lessonView(lesson);
    main.replaceChildren(pageTop('learn'), content);
    document.title = lesson === null ? words('learn_title') : `${main.querySelector('h1')?.textContent ?? ''} · ${words('name')}`;
  };
  await startPage('learn_title', show);
  addEventListener('hashchange', () => {
    void show().then(() => {
      scrollTo(0, 0);
      // The old view and the focus in it are gone: reading goes on at the new heading.
      main.querySelector('h1')?.focus({ preventScroll: true });
    });
  });
  // A lesson that is open stays as it is: what was answered must not go away.
  browser.storage.onChanged.addListener((changes) => {
    if ('lessons' in changes && lessonFor(location.hash.slice(1)) === null) void show();
  });
}
