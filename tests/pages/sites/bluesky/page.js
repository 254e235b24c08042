/** Bluesky: a new post; who may reply does not change who can read. */
import { clone, POST, put } from '../clone.js';
import { tiptap } from '../tiptap.js';

const REPLIES = { fr: 'Interaction limitée', en: 'Interaction limited', nl: 'Interactie beperkt', de: 'Interaktion eingeschränkt' };

clone({
  draw({ main, say, author }) {
    const find = put(
      main,
      `<nav role="navigation"><a href="/profile/${author.handle}" aria-label="Profile">○</a></nav>
      <div aria-modal="true">
        <button data-testid="composerPublishBtn">${say(POST)}</button><div class="editor"></div>
        <button data-testid="openReplyGateButton">${say(REPLIES)}</button>
      </div>`,
    );
    const editor = tiptap(find('.editor'), { role: 'textbox', 'aria-label': 'Rich-Text Editor' });
    return [{ ...editor, publish: find('[data-testid=composerPublishBtn]') }];
  },
});
