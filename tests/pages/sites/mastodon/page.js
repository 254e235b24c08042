/** Mastodon: one form; its second drop-down button, of the language, looks like the first, of the audience. */
import { clone, put } from '../clone.js';
import { field } from '../editors.js';

const PUBLISH = { fr: 'Publier', en: 'Post', nl: 'Plaatsen', de: 'Veröffentlichen' };
const READERS = {
  public: { icon: 'globe', fr: 'Public', en: 'Public', nl: 'Openbaar', de: 'Öffentlich' },
  friends: { icon: 'lock', fr: 'Abonnés', en: 'Followers', nl: 'Volgers', de: 'Follower' },
  private: { icon: 'at', fr: 'Mention privée', en: 'Private mention', nl: 'Privébericht', de: 'Private Erwähnung' },
};

clone({
  audiences: Object.keys(READERS),
  draw({ main, say, audience, author }) {
    const readers = READERS[audience];
    const find = put(
      main,
      `<div id="mastodon" data-props="{}">
        <div class="navigation-bar"><span class="display-name"><bdi>${author.name}</bdi> <span>@${author.handle}</span></span></div>
        <form class="compose-form">
          <button type="button" class="dropdown-button"><svg class="icon icon-${readers.icon}"></svg><span>${say(readers)}</span></button>
          <button type="button" class="dropdown-button"><svg class="icon icon-translate"></svg><span>Français</span></button>
          <textarea class="autosuggest-textarea__textarea"></textarea>
          <button type="submit" class="button">${say(PUBLISH)}</button>
        </form>
        <span class="display-name"><bdi>Somebody else</bdi></span>
      </div>`,
    );
    return [{ ...field(find('textarea')), publish: find('[type=submit]') }];
  },
});
