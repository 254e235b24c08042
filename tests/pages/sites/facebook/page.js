/** Facebook: a comment, a message, and the dialog of a new post, whose first step may end in "Next". */
import { clone, COMMENT, POST, put, SEND } from '../clone.js';
import { lexical } from '../editors.js';

const NEXT = { fr: 'Suivant', en: 'Next', nl: 'Volgende', de: 'Weiter' };
const PRIVACY = {
  public: {
    fr: 'Modifier la confidentialité. Partagé avec Public.',
    en: 'Edit privacy. Sharing with Public. ',
    nl: 'Privacy bewerken. Gedeeld met Openbaar.',
    de: 'Privatsphäre bearbeiten. Geteilt mit: Öffentlich.',
  },
  friends: {
    fr: 'Modifier la confidentialité. Partagé avec Vos ami(e)s.',
    en: 'Edit privacy. Sharing with Your friends. ',
    nl: 'Privacy bewerken. Gedeeld met Je vrienden.',
    de: 'Privatsphäre bearbeiten. Geteilt mit: Deine Freunde.',
  },
  group: {
    fr: 'Modifier la confidentialité. Partagé avec Groupe privé.',
    en: 'Edit privacy. Sharing with Private group. ',
    nl: 'Privacy bewerken. Gedeeld met Besloten groep.',
    de: 'Privatsphäre bearbeiten. Geteilt mit: Private Gruppe.',
  },
  private: {
    fr: 'Modifier la confidentialité. Partagé avec Moi uniquement.',
    en: 'Edit privacy. Sharing with Only me. ',
    nl: 'Privacy bewerken. Gedeeld met Alleen ik.',
    de: 'Privatsphäre bearbeiten. Geteilt mit: Nur ich.',
  },
};

clone({
  audiences: Object.keys(PRIVACY),
  steps: ['post', 'next'],
  draw({ main, say, audience, author, step }) {
    const button = say(step === 'next' ? NEXT : POST);
    const find = put(
      main,
      `<div role="dialog" aria-label="Notifications" hidden><div role="button" aria-label="${say(POST)}"></div></div>
      <svg role="img" aria-label="Somebody else"></svg>
      <form role="presentation">
        <div class="comment"></div>
        <div id="focused-state-composer-submit"><span><div role="button" tabindex="0" aria-label="${say(COMMENT)}">➤</div></span></div>
      </form>
      <div role="main"><div role="group">
        <div class="message"></div><div class="send" role="button" tabindex="0" aria-label="${say(SEND)}">➤</div>
      </div></div>
      <div role="dialog"><form method="POST">
        <svg role="img" aria-label="${author.name}"></svg>
        <div role="button" tabindex="0" aria-label="${say(PRIVACY[audience])}">▾</div>
        <div class="post"></div>
        <div role="button" tabindex="0" aria-label="Photo">+</div>
        <div class="publish" role="button" tabindex="0" aria-label="${button}"><span>${button}</span></div>
      </form></div>`,
    );
    return [
      { ...lexical(find('.comment')), publish: find('#focused-state-composer-submit [role=button]') },
      { ...lexical(find('.message'), { 'aria-placeholder': 'Aa' }), publish: find('.send') },
      { ...lexical(find('.post')), publish: find('.publish') },
    ];
  },
});
