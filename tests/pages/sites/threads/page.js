/** Threads: a new post; its button has text and no label, and the page behind it has one of the same name. */
import { clone, POST, put } from '../clone.js';
import { lexical } from '../editors.js';

clone({
  draw({ main, say, author }) {
    const find = put(
      main,
      `<div role="navigation"><a href="/@${author.handle}">○</a></div>
      <div role="button" tabindex="0">${say(POST)}</div>
      <div role="dialog"><div class="editor"></div><div class="post" role="button" tabindex="0"><div>${say(POST)}</div></div></div>`,
    );
    return [{ ...lexical(find('.editor')), publish: find('.post') }];
  },
});
