/**
 * LinkedIn: the share box, on Quill in the open shadow root of #interop-outlet, with the decoy editor of the hidden
 * /preload/ frame and a closed dialog beside it; a message; comments on TipTap, and on Quill where the page is old.
 */
import Quill from 'quill';
import quillStyle from 'quill/dist/quill.core.css';
import pageStyle from '../../page.css';
import { mountQuill } from '../../quill/mount-quill.js';
import { clone, COMMENT, POST, put, SEND } from '../clone.js';
import { dressed, plain } from '../editors.js';
import { tiptap } from '../tiptap.js';

const READERS = {
  public: { fr: 'Publier : Tout le monde', en: 'Post to Anyone', nl: 'Plaatsen voor iedereen', de: 'Für alle sichtbar' },
  friends: { fr: 'Relations uniquement', en: 'Connections only', nl: 'Alleen connecties', de: 'Nur Kontakte' },
  group: { fr: 'Groupe : Marmottes', en: 'Group: Marmots', nl: 'Groep: Marmotten', de: 'Gruppe: Murmeltiere' },
};

function shareBox({ main, say, audience, author }) {
  const outlet = document.createElement('div');
  outlet.id = 'interop-outlet';
  outlet.dataset.testid = 'interop-shadowdom';
  const root = outlet.attachShadow({ mode: 'open' });
  const photo = author.isCompany ? 'EntityPhoto-square-3' : 'EntityPhoto-circle-3';
  const find = put(
    root,
    `<style>${pageStyle}${quillStyle}</style>
    <div role="dialog" aria-labelledby="discard-header" hidden><button class="share-actions__primary-action">${say(POST)}</button></div>
    <div role="dialog" aria-labelledby="share-to-linkedin-modal__header" data-test-modal-id="sharebox">
      <button class="share-unified-settings-entry-button" id="ember${Math.floor(Math.random() * 1000)}">
        <img class="${photo}" alt=""><span><h2>${author.name}</h2><span>${say(READERS[audience])}</span></span>
      </button>
      <div class="editor"></div>
      <article><img class="EntityPhoto-square-1" alt="">A shared post of a company</article>
      <button class="share-actions__primary-action" disabled><span>${say(POST)}</span></button>
    </div>`,
  );
  main.append(outlet);
  const page = dressed(mountQuill(Quill, find('.editor'), root), { 'data-test-ql-editor-contenteditable': 'true' });
  return { ...page, publish: find('[data-test-modal-id] .share-actions__primary-action') };
}

clone({
  audiences: Object.keys(READERS),
  draw(state) {
    const { main, say } = state;
    const find = put(
      main,
      `<iframe src="preload/" title="Preload" hidden></iframe>
      <form class="msg-form"><div class="message"></div><button type="submit" class="msg-form__send-button">${say(SEND)}</button></form>
      <div><div class="box">
        <div data-testid="ui-core-tiptap-text-editor-wrapper"></div><button type="submit" class="_8ba049e9">${say(COMMENT)}</button>
      </div></div>
      <form class="comments-comment-box__form"><style>${quillStyle}</style>
        <div class="old"></div><button class="comments-comment-box__submit-button--cr">${say(COMMENT)}</button>
      </form>`,
    );
    return [
      shareBox(state),
      { ...plain(find('.message'), { class: 'msg-form__contenteditable', role: 'textbox' }), publish: find('.msg-form__send-button') },
      { ...tiptap(find('[data-testid=ui-core-tiptap-text-editor-wrapper]'), { role: 'textbox' }), publish: find('.box button') },
      { ...mountQuill(Quill, find('.old'), document), publish: find('.comments-comment-box__submit-button--cr') },
    ];
  },
});
