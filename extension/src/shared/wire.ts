/**
 * The server's JSON as types, and the check that an answer really has this form. Mirror of `wire.py`.
 * Every offset counts UTF-16 code units (a JavaScript string index) into the exact text sent, half-open.
 */

/** Longest text the server takes, in UTF-16 code units. */
export const MAX_TEXT_UTF16 = 10_000;

export type Severity = 'low' | 'medium' | 'high';
export type Level = 'clear' | 'hint' | 'warning' | 'alert';
export type Language = 'fr' | 'en' | 'nl' | 'de' | 'unknown';
export type Audience = 'public' | 'friends' | 'group' | 'private' | 'unknown';
export type Account = 'official' | 'personal' | 'unknown';

export interface Reason {
  what: string;
  text_start: number;
  text_end: number;
  /** Unitless, -1 to 1. */
  weight: number;
}

export interface Finding {
  rule: string;
  origin: 'built-in' | 'company' | 'mine' | 'imported';
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
