/** YouTube: a comment, with the ids it uses many times on one page, and the live chat. */
import { clone, COMMENT, put, SEND } from '../clone.js';
import { plain } from '../editors.js';

clone({
  draw({ main, say }) {
    const find = put(
      main,
      `<div id="submit-button"><button>${say(COMMENT)}</button></div>
      <ytd-commentbox><div id="contenteditable-root"></div>
        <div id="cancel-button"><button>×</button></div><div id="submit-button"><button class="true">${say(COMMENT)}</button></div>
      </ytd-commentbox>
      <yt-live-chat-message-input-renderer>
        <yt-live-chat-text-input-field-renderer><div id="input"></div></yt-live-chat-text-input-field-renderer>
        <div id="send-button"><button aria-label="${say(SEND)}">➤</button></div>
      </yt-live-chat-message-input-renderer>`,
    );
    return [
      { ...plain(find('#contenteditable-root')), publish: find('.true') },
      { ...plain(find('#input')), publish: find('#send-button button') },
    ];
  },
});
