/** Reddit: a new post and a comment, each in a shadow root that takes the focus over, with their buttons outside of it. */
import pageStyle from '../../page.css';
import { clone, COMMENT, POST, put } from '../clone.js';
import { lexical } from '../editors.js';

function inShadow(host) {
  const root = host.attachShadow({ mode: 'open', delegatesFocus: true });
  return lexical(put(root, `<style>${pageStyle}</style><div class="editor"></div>`)('.editor'));
}

clone({
  draw({ main, say }) {
    const find = put(
      main,
      `<r-post-composer-form>
        <shreddit-composer><reddit-rte class="post"></reddit-rte></shreddit-composer>
        <r-post-form-submit-button id="submit-post-button">${say(POST)}</r-post-form-submit-button>
      </r-post-composer-form>
      <comment-composer-host><shreddit-composer>
        <reddit-rte class="comment"></reddit-rte>
        <button slot="cancel-button" type="button">×</button><button slot="submit-button" type="submit">${say(COMMENT)}</button>
      </shreddit-composer></comment-composer-host>`,
    );
    return [
      { ...inShadow(find('.post')), publish: find('#submit-post-button') },
      { ...inShadow(find('.comment')), publish: find('[slot=submit-button]') },
    ];
  },
});
