/**
 * Where the editor of a page lives: `?in=light` (the default), `shadow` (an open shadow root), `iframe`, `dialog` (a
 * native modal one) or `trap` (a dialog of the site's own making that fetches the focus back). A page gives one
 * function that mounts its editor, and knows nothing of places.
 *
 * `?composers=2` mounts two; `?frame=<host>` says which host an inner frame is fetched from.
 */
import pageStyle from './page.css';

const asked = new URLSearchParams(location.search);

const PLACES = { light, shadow, dialog, trap };

/**
 * Args:
 *   build: gets an empty element of the page and the tree it stands in (the document, or a shadow root), mounts an
 *     editor in it and answers what `contract.ts` says.
 *   style: the editor's own style sheet, as text.
 */
export function mount(build, style = '') {
  const composer = document.querySelector('#composer');
  if (asked.get('in') === 'iframe') return composer.append(innerFrame());
  const add = (beside) => {
    const { holder, root } = PLACES[asked.get('in') ?? 'light'](beside, style);
    return build(holder, root);
  };
  window.pages = Array.from({ length: Number(asked.get('composers') ?? 1) }, () => add(composer));
  window.page = window.pages[0];
  window.mountAnew = () => {
    composer.replaceChildren();
    window.page = add(composer);
  };
}

function innerFrame() {
  const address = new URL(location.href);
  address.searchParams.delete('in');
  address.hostname = asked.get('frame') ?? address.hostname;
  const frame = document.createElement('iframe');
  frame.name = 'inner';
  frame.title = 'The composer';
  frame.src = address.href;
  return frame;
}

function light(composer, style) {
  const sheet = document.createElement('style');
  sheet.textContent = style;
  const holder = document.createElement('div');
  // A page with a strict policy takes no inline style, so none is added in vain.
  composer.append(...(style === '' ? [] : [sheet]), holder);
  return { holder, root: document };
}

function shadow(composer, style) {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = document.createElement('style');
  sheet.textContent = pageStyle + style;
  const holder = document.createElement('div');
  root.append(sheet, holder);
  composer.append(host);
  return { holder, root };
}

function dialog(composer, style) {
  const element = document.createElement('dialog');
  composer.append(element);
  element.showModal();
  return light(element, style);
}

function trap(composer, style) {
  const modal = document.createElement('div');
  modal.setAttribute('role', 'dialog');
  composer.append(modal);
  document.addEventListener('focusin', ({ target }) => modal.contains(target) || window.page.editor.focus());
  return light(modal, style);
}
