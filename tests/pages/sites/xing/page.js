/** XING: a guess, as its site file is: a text field in a dialog. */
import { clone, put } from '../clone.js';
import { field } from '../editors.js';

const PUBLISH = { fr: 'Publier', en: 'Publish', nl: 'Plaatsen', de: 'Beitrag veröffentlichen' };

clone({
  draw({ main, say }) {
    const find = put(main, `<div role="dialog"><textarea></textarea><button>${say(PUBLISH)}</button></div>`);
    return [{ ...field(find('textarea')), publish: find('button') }];
  },
});
