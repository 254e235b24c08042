/** The lines that reminders rotate: ours, in the language of everything we say, and the company's own. */
import type { UiLanguage } from '@/shared/i18n';
import type { Occasion } from './occasions';

/** `any` fits every occasion but a heated one; the last two say who reads and are no occasion by themselves. */
export type When = Occasion | 'any' | 'audience_friends' | 'audience_group';

export interface Line {
  readonly id: string;
  readonly when: readonly When[];
  readonly encourages: boolean;
  readonly text: string;
}

interface LineFile {
  /** Said with the first reminder of a new kind. */
  readonly notice: string;
  readonly lines: readonly Line[];
}

const FILES = import.meta.glob<LineFile>('../../../lines/*.json', { eager: true, import: 'default' });
const COMPANY = 'company';

/** @param own - texts that the company set; they fit every occasion but a heated one. */
export function linesIn(language: UiLanguage, own: readonly string[]): LineFile {
  const file = FILES[`../../../lines/${language}.json`] ?? { notice: '', lines: [] };
  const companys = own.map((text, at) => ({ id: `${COMPANY}:${at}`, when: ['any' as const], encourages: false, text }));
  return { notice: file.notice, lines: [...file.lines, ...companys] };
}

export const isCompanys = ({ id }: Pick<Line, 'id'>): boolean => id.startsWith(`${COMPANY}:`);
