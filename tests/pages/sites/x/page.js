/** X: a message, the dialog of a new post, and the composer above the timeline that stays below it. */
import { clone, POST, put, SEND } from '../clone.js';
import { draft } from '../draft.js';

clone({
  draw({ main, say, author }) {
    const find = put(
      main,
      `<header role="banner"><button data-testid="SideNav_AccountSwitcher_Button">
        <div><span>${author.name}</span></div><div><span>@${author.handle}</span></div>
      </button></header>
      <aside><div class="message"></div><button data-testid="dmComposerSendButton" aria-label="${say(SEND)}">➤</button></aside>
      <div role="dialog" aria-modal="true">
        <div class="modal"></div><button data-testid="tweetButton"><span>${say(POST)}</span></button>
      </div>
      <main><div data-testid="primaryColumn">
        <div class="inline"></div><button data-testid="tweetButtonInline"><span>${say(POST)}</span></button>
      </div></main>`,
    );
    return [
      { ...draft(find('.message'), { 'data-testid': 'dmComposerTextInput' }), publish: find('[data-testid=dmComposerSendButton]') },
      { ...draft(find('.modal'), { 'data-testid': 'tweetTextarea_0' }), publish: find('[data-testid=tweetButton]') },
      { ...draft(find('.inline'), { 'data-testid': 'tweetTextarea_0' }), publish: find('[data-testid=tweetButtonInline]') },
    ];
  },
});
