/** What publish buttons are called on sites nobody described; the whole name must be one of these. */
import type { Labels } from '@/shared/site-file';

export const PUBLISH_NAMES: Labels = {
  fr: ['publier', 'poster', 'envoyer', 'répondre', 'commenter', 'partager', 'tweeter', 'publier la réponse'],
  en: ['post', 'publish', 'send', 'reply', 'comment', 'share', 'tweet', 'submit', 'post reply', 'post comment', 'post all'],
  nl: ['plaatsen', 'posten', 'publiceren', 'verzenden', 'versturen', 'beantwoorden', 'antwoorden', 'reageren', 'delen'],
  de: ['posten', 'veröffentlichen', 'senden', 'absenden', 'antworten', 'kommentieren', 'teilen', 'abschicken'],
};
