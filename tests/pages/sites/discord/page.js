/** Discord: a channel, a person, and a conversation of several whose label shows neither sign. Enter sends. */
import { clone, put } from '../clone.js';
import { slate } from '../slate.js';

const TO = { fr: 'Envoyer un message à', en: 'Message', nl: 'Bericht aan', de: 'Nachricht an' };
const CONVERSATIONS = ['#general', '@ada', 'Ada, Bob'];

clone({
  draw({ main, say }) {
    return CONVERSATIONS.map((name) => {
      const form = document.createElement('form');
      main.append(form);
      const find = put(form, '<div class="editor"></div><button type="button" aria-label="Emoji">☺</button>');
      return { ...slate(find('.editor'), { role: 'textbox', 'aria-label': `${say(TO)} ${name}` }), publish: null };
    });
  },
});
