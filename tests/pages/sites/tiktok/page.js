/** TikTok: a comment, and the caption of a new video; the buttons are no button elements. */
import { clone, POST, put } from '../clone.js';
import { draft } from '../draft.js';

clone({
  draw({ main, say }) {
    const find = put(
      main,
      `<div class="comments"><div data-e2e="comment-input"></div><div data-e2e="comment-post" role="button">${say(POST)}</div></div>
      <div class="upload"><div class="caption"></div><button data-e2e="post_video_button">${say(POST)}</button></div>`,
    );
    return [
      { ...draft(find('[data-e2e=comment-input]')), publish: find('[data-e2e=comment-post]') },
      { ...draft(find('.caption')), publish: find('[data-e2e=post_video_button]') },
    ];
  },
});
