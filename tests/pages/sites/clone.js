/**
 * What the clones of the networks' composers share. A clone draws every composer that its site file knows, in that
 * order, on the real editor, among the other things of such a page that a reader could take for it. What its labels say
 * is written here and not taken from the site file, or no test could find a wrong word.
 *
 * `?lang=fr|en|nl|de`, `?audience=`, `?account=official|personal`, `?step=`, and `?composer=` for the one `window.page` is.
 */
const ACCOUNTS = {
  personal: { name: 'Ada Martin', handle: 'ada.martin', isCompany: false },
  official: { name: 'Acme Belgium', handle: 'acme.official', isCompany: true },
};

/**
 * Args:
 *   audiences: those that the page can show, the first being what it shows unasked; empty where it never says.
 *   steps: the pages that publishing goes through with the editor in sight.
 *   draw: fills `main` and answers, for each composer, what `contract.ts` says and `publish`, its true button or null.
 */
export function clone({ audiences = [], steps = ['post'], draw }) {
  const main = document.querySelector('#composer');
  const asked = Object.fromEntries(new URLSearchParams(location.search));
  const show = ({ lang = 'en', audience = audiences[0], account = 'personal', step = steps[0] }) => {
    main.replaceChildren();
    document.documentElement.lang = lang;
    window.pages = draw({ main, audience, step, say: (words) => words[lang], author: ACCOUNTS[account] });
    window.page = window.pages[Number(asked.composer ?? 0)];
  };
  window.clone = { audiences, steps, show };
  show(asked);
}

/** Elements from markup that this repository wrote. */
export function put(parent, markup) {
  parent.append(...new DOMParser().parseFromString(`<body>${markup}`, 'text/html').body.childNodes);
  return (selector) => parent.querySelector(selector);
}

export const POST = { fr: 'Publier', en: 'Post', nl: 'Plaatsen', de: 'Posten' };
export const SEND = { fr: 'Envoyer', en: 'Send', nl: 'Verzenden', de: 'Senden' };
export const COMMENT = { fr: 'Commenter', en: 'Comment', nl: 'Reageren', de: 'Kommentieren' };
