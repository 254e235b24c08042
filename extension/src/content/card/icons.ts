/** The card's few drawings; each severity has its own outline, so that none is told by colour alone. */
import type { Severity } from '@/shared/wire';

const SVG = 'http://www.w3.org/2000/svg';

/** Paths in a 16 × 16 box, stroked. Low: a circle; medium: a triangle; high: an octagon. */
const PATHS = {
  low: 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 1 0 0-12.5zM8 7.25v4M8 4.75v.01',
  medium: 'M8 2L14.75 13.75H1.25zM8 6.5v3.25M8 11.75v.01',
  high: 'M5.4 1.75h5.2l3.65 3.65v5.2l-3.65 3.65H5.4l-3.65-3.65V5.4zM8 4.75v4M8 11.25v.01',
  close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M5.75 5.75h7.5v7.5h-7.5zM10.25 5.75v-3h-7.5v7.5h3',
  done: 'M3 8.5l3.25 3.25L13 5',
  out: 'M6 3.25H3.25v9.5h9.5V10M9 2.75h4.25V7M13 3L7.5 8.5',
} satisfies Record<Severity | 'close' | 'copy' | 'done' | 'out', string>;

/** Decoration only: hidden from screen readers. */
export function icon(document: Document, name: keyof typeof PATHS): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'icon');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
