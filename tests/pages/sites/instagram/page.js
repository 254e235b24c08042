/** Instagram: the caption of a new post, a message, and the comment field under a post. */
import { clone, POST, put, SEND } from '../clone.js';
import { field, lexical } from '../editors.js';

const SHARE = { fr: 'Partager', en: 'Share', nl: 'Delen', de: 'Teilen' };

clone({
  draw({ main, say }) {
    const find = put(
      main,
      `<div role="dialog" aria-label="Create">
        <div class="share" role="button" tabindex="0">${say(SHARE)}</div><div class="caption"></div>
      </div>
      <section><div class="message"></div><div class="send" role="button" tabindex="0">${say(SEND)}</div></section>
      <article><div role="button" tabindex="0">${say(SHARE)}</div>
        <form><textarea aria-label="…"></textarea><div class="post" role="button" tabindex="0">${say(POST)}</div></form>
      </article>`,
    );
    return [
      { ...lexical(find('.caption')), publish: find('.share') },
      { ...lexical(find('.message'), { spellcheck: 'false' }), publish: find('.send') },
      { ...field(find('textarea')), publish: find('.post') },
    ];
  },
});
