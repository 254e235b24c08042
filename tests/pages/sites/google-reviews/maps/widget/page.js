/** The frame in which a Google review is written. */
import { clone, POST, put } from '../../../clone.js';
import { field } from '../../../editors.js';

clone({
  draw({ main, say }) {
    const find = put(
      main,
      `<div role="radiogroup"><div role="radio" data-rating="1">★</div><div role="radio" data-rating="2">★</div></div>
      <textarea></textarea><button>×</button><button class="post"><span>${say(POST)}</span></button>`,
    );
    return [{ ...field(find('textarea')), publish: find('.post') }];
  },
});
