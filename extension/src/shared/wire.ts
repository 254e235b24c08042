/**
 * The server's JSON as types, and the check that an answer really has this form. Mirror of `wire.py`.
 * Every offset counts UTF-16 code units (a JavaScript string index) into the exact text sent, half-open.
 */
import { isForm, isList, isNumber, isOneOf, isText, isWhole, orNull } from './closed-form';

/** Longest text the server takes, in UTF-16 code units. */
export const MAX_TEXT_UTF16 = 10_000;

export const SEVERITIES = ['low', 'medium', 'high'] as const;
export const LEVELS = ['clear', 'hint', 'warning', 'alert'] as const;
export const LANGUAGES = ['fr', 'en', 'nl', 'de', 'unknown'] as const;
export const AUDIENCES = ['public', 'friends', 'group', 'private', 'unknown'] as const;
export const ACCOUNTS = ['official', 'personal', 'unknown'] as const;
export const ORIGINS = ['built-in', 'company', 'mine', 'imported'] as const;

export type Severity = (typeof SEVERITIES)[number];
export type Level = (typeof LEVELS)[number];
export type Language = (typeof LANGUAGES)[number];
export type Audience = (typeof AUDIENCES)[number];
export type Account = (typeof ACCOUNTS)[number];

export interface Reason {
  what: string;
  text_start: number;
  text_end: number;
  /** Unitless, -1 to 1. */
  weight: number;
}

export interface Finding {
  rule: string;
  origin: (typeof ORIGINS)[number];
  category: string;
  severity: Severity;
  /** 0 to 1. */
  confidence: number;
  start: number;
  end: number;
  title: string;
  message: string;
  advice: string;
  suggestions: string[];
  lesson: string | null;
  url: string | null;
  reasons: Reason[];
}

export interface Report {
  /** 0 to 100. */
  score: number;
  level: Level;
  language: Language;
  tiers: string[];
  findings: Finding[];
}

export interface CheckRequest {
  text: string;
  site?: string;
  audience?: Audience;
  account?: Account;
  ui_language?: string;
}

/** Far above the server's 12: a guard against a runaway answer, not a second opinion on how many are useful. */
const MAX_FINDINGS = 200;
const MAX_REASONS = 50;
/** A host name (RFC 1035, 253) or a locale name fits with room. */
const NAME = isText(255);
const SENTENCES = isText(2000);

/** @param textLength - UTF-16 units of the exact text that was sent; every offset must lie inside it. */
export function isReport(value: unknown, textLength: number): value is Report {
  return isForm(value, {
    score: isNumber(0, 100),
    level: isOneOf(LEVELS),
    language: isOneOf(LANGUAGES),
    tiers: isList(NAME, 10),
    findings: isList((item) => isFinding(item, textLength), MAX_FINDINGS),
  });
}

export function isCheckRequest(value: unknown): value is CheckRequest {
  return isForm(
    value,
    { text: isText(MAX_TEXT_UTF16) },
    { site: NAME, audience: isOneOf(AUDIENCES), account: isOneOf(ACCOUNTS), ui_language: NAME },
  );
}

function isFinding(value: unknown, textLength: number): value is Finding {
  const offset = isWhole(0, textLength);
  const form = {
    rule: isText(255, 1),
    origin: isOneOf(ORIGINS),
    category: NAME,
    severity: isOneOf(SEVERITIES),
    confidence: isNumber(0, 1),
    start: offset,
    end: offset,
    title: SENTENCES,
    message: SENTENCES,
    advice: SENTENCES,
    suggestions: isList(SENTENCES, 20),
    lesson: orNull(NAME),
    url: orNull(SENTENCES),
    reasons: isList((item) => isReason(item, textLength), MAX_REASONS),
  };
  return isForm(value, form) && (value as Finding).start < (value as Finding).end;
}

function isReason(value: unknown, textLength: number): boolean {
  const offset = isWhole(0, textLength);
  const form = { what: NAME, text_start: offset, text_end: offset, weight: isNumber(-1, 1) };
  return isForm(value, form) && isOrdered(value as { text_start: number; text_end: number });
}

const isOrdered = (span: { text_start: number; text_end: number }): boolean => span.text_start <= span.text_end;
