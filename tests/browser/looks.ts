/** The looks in which everything is checked and photographed: each language and each scheme at least once. */
import type { Look } from './driver';

export const LOOKS: readonly Look[] = [
  { language: 'en', dark: false },
  { language: 'fr', dark: true },
];
