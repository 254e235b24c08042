/** The card's few drawings. */
import { CLOSE_SHAPE, drawing, SEVERITY_SHAPES } from '@/content/drawing';

/** Paths in a 16 × 16 box, stroked. */
const PATHS = {
  ...SEVERITY_SHAPES,
  close: CLOSE_SHAPE,
  copy: 'M5.75 5.75h7.5v7.5h-7.5zM10.25 5.75v-3h-7.5v7.5h3',
  done: 'M3 8.5l3.25 3.25L13 5',
  previous: 'M9.75 3.75L5.5 8l4.25 4.25',
  next: 'M6.25 3.75L10.5 8l-4.25 4.25',
  take: 'M13 3.25v4a2 2 0 0 1-2 2H3.25M6.25 6L3 9.25l3.25 3.25',
  lesson: 'M8 4.25C6.5 3 4.25 2.75 1.75 2.75v9.5c2.5 0 4.75.25 6.25 1.5M8 4.25C9.5 3 11.75 2.75 14.25 2.75v9.5c-2.5 0-4.75.25-6.25 1.5M8 4.25v9.5',
  window: 'M2 3.25h12v9.5H2zM2 6.25h12',
  out: 'M6 3.25H3.25v9.5h9.5V10M9 2.75h4.25V7M13 3L7.5 8.5',
} satisfies Record<string, string>;

export type IconName = keyof typeof PATHS;

/** Decoration only: hidden from screen readers. */
export const icon = (document: Document, name: IconName): SVGElement => drawing(document, PATHS[name], 'icon');
