/** WhatsApp Web: one message; the search field above the conversations is an editor too, and none of ours to describe. */
import { clone, put, SEND } from '../clone.js';
import { lexical } from '../editors.js';

clone({
  draw({ main, say }) {
    const find = put(
      main,
      `<header><div class="search" contenteditable="true" role="textbox" data-tab="3"></div></header>
      <div id="main"><footer><div class="message"></div>
        <button aria-label="${say(SEND)}"><span data-icon="wds-ic-send-filled">➤</span></button>
      </footer></div>`,
    );
    return [{ ...lexical(find('.message'), { 'data-tab': '10' }), publish: find('footer button') }];
  },
});
