/** Slack: an answer in a thread, a channel, and a person, whose label shows no sign. */
import Quill from 'quill';
import quillStyle from 'quill/dist/quill.core.css';
import { mountQuill } from '../../quill/mount-quill.js';
import { clone, put, SEND } from '../clone.js';
import { dressed } from '../editors.js';

const TO = { fr: 'Message à', en: 'Message to', nl: 'Bericht aan', de: 'Nachricht an' };

function composer(parent, label, say) {
  const find = put(
    parent,
    `<div class="c-wysiwyg_container"><div data-qa="message_input"></div>
      <button data-qa="texty_send_button" aria-label="${say(SEND)}">➤</button></div>`,
  );
  const page = dressed(mountQuill(Quill, find('[data-qa=message_input]'), document), { role: 'textbox', 'aria-label': label });
  return { ...page, publish: find('[data-qa=texty_send_button]') };
}

clone({
  draw({ main, say }) {
    const find = put(
      main,
      `<style>${quillStyle}</style>
      <div data-qa="threads_flexpane" class="thread"></div><div class="channel"></div><div class="person"></div>`,
    );
    return [
      composer(find('.thread'), `${say(TO)} #general`, say),
      composer(find('.channel'), `${say(TO)} #general`, say),
      composer(find('.person'), `${say(TO)} Ada`, say),
    ];
  },
});
