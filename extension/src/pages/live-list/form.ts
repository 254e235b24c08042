/** The closed form of what frames post: their content scripts live in pages that may have been taken over. */
import { isForm, isList, isOneOf, isText, isWhole, orNull } from '@/shared/closed-form';
import { MOST_WORDS, type LiveList, type ReplaceAnswer } from '@/shared/live-list';
import { ACCOUNTS, AUDIENCES, SEVERITIES } from '@/shared/wire';

const NAME = isText(255, 1);
const SENTENCES = isText(2000);
const NUMBER = isWhole(0, Number.MAX_SAFE_INTEGER);
const PART = isOneOf(['found', 'missing', 'not_expected']);
const MOST_MARKS = 200;

export function isLiveList(value: unknown): value is LiveList {
  return isForm(value, {
    frame: NAME,
    state: isOneOf(['none', 'checking', 'checked', 'paused', 'not_checked']),
    audience: isOneOf(AUDIENCES),
    account: isOneOf(ACCOUNTS),
    accountName: isText(100),
    selfTest: (item) => isForm(item, { composer: PART, publish: PART, audience: PART, account: PART }),
    marks: isList(isMark, MOST_MARKS),
  });
}

export function isReplaceAnswer(value: unknown): value is ReplaceAnswer {
  return isForm(value, { frame: NAME, mark: NUMBER, replaced: isOneOf(['done', 'refused', 'different']) });
}

function isMark(value: unknown): boolean {
  return isForm(value, {
    id: NUMBER,
    rule: NAME,
    severity: isOneOf(SEVERITIES),
    category: isText(255),
    title: SENTENCES,
    words: isText(MOST_WORDS),
    // Masking keeps the length, and it may be of the whole mark.
    shown: isText(10_000),
    message: SENTENCES,
    advice: SENTENCES,
    suggestions: isList(SENTENCES, 20),
    lesson: orNull(isText(255)),
  });
}
