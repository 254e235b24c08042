/** What the sign says for a view: a few short words to see, whole sentences to point at or to hear. */
import type { PresenceView, Surroundings } from '@/content/model';
import { translate, type MessageKey } from '@/content/words';
import type { CheckError } from '@/shared/errors';
import type { UiLanguage } from '@/shared/i18n';
import type { Audience, Severity } from '@/shared/wire';

export interface SignWords {
  /** In the order they are read; at least one. */
  readonly parts: readonly string[];
  /** Everything, and why. */
  readonly told: string;
  /** `quiet` is the only look without a message of its own; `trouble` must never look reassuring. */
  readonly look: 'quiet' | 'trouble' | Severity;
}

const AUDIENCES: Record<Audience, { word: MessageKey; told: MessageKey }> = {
  public: { word: 'presence_public', told: 'presence_public_told' },
  friends: { word: 'presence_friends', told: 'presence_friends_told' },
  group: { word: 'presence_group', told: 'presence_group_told' },
  private: { word: 'presence_private', told: 'presence_private_told' },
  unknown: { word: 'presence_unknown', told: 'presence_unknown_told' },
};

const TROUBLES: Record<CheckError, MessageKey> = {
  not_configured: 'presence_not_configured_told',
  not_reached: 'presence_not_reached_told',
  not_authenticated: 'presence_not_authenticated_told',
  text_too_long: 'presence_text_too_long_told',
  refused: 'presence_refused_told',
  extension_reloaded: 'presence_extension_reloaded_told',
};

export function signWords(view: PresenceView, language: UiLanguage): SignWords {
  const { state, worst, surroundings } = view;
  const say = (key: MessageKey): string => translate(key, language);
  const audience = AUDIENCES[surroundings.audience];
  const isOfficial = surroundings.account === 'official';
  const missing = missingPart(surroundings);
  const around = [
    ...(isOfficial ? [say('presence_official')] : []),
    ...(missing === null ? [] : [say(missing.word)]),
  ];
  const toldAround = [
    ...(isOfficial ? [toldAccount(surroundings, language)] : []),
    ...(missing === null ? [] : [say(missing.told)]),
  ];
  if (state !== 'checking' && state !== 'checked') {
    const parts = [say('presence_not_checked'), say(audience.word), ...around];
    return { parts, told: [say(TROUBLES[state]), ...toldAround].join(' '), look: 'trouble' };
  }
  const reading = say(worst === null ? 'presence_reading_told' : 'presence_marked_told');
  const told = [say(audience.told), ...toldAround, reading].join(' ');
  return { parts: [say(audience.word), ...around], told, look: worst ?? 'quiet' };
}

function toldAccount({ accountName }: Surroundings, language: UiLanguage): string {
  if (accountName === '') return translate('presence_official_told', language);
  return translate('presence_official_named', language, [accountName]);
}

/** One thing at a time: where the composer is not recognised, its button cannot be either. */
function missingPart({ selfTest }: Surroundings): { word: MessageKey; told: MessageKey } | null {
  if (selfTest.composer === 'missing') return { word: 'presence_composer_missing', told: 'presence_composer_missing_told' };
  if (selfTest.publish === 'missing') return { word: 'presence_publish_missing', told: 'presence_publish_missing_told' };
  return null;
}
