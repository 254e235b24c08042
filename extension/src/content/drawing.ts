/** Small line drawings for our own surfaces; each severity has its own outline, so that none is told by colour alone. */
import type { Severity } from '@/shared/wire';

const SVG = 'http://www.w3.org/2000/svg';

/** Paths in a 16 × 16 box, stroked. Low: a circle; medium: a triangle; high: an octagon. */
export const SEVERITY_SHAPES: Record<Severity, string> = {
  low: 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 1 0 0-12.5zM8 7.25v4M8 4.75v.01',
  medium: 'M8 2L14.75 13.75H1.25zM8 6.5v3.25M8 11.75v.01',
  high: 'M5.4 1.75h5.2l3.65 3.65v5.2l-3.65 3.65H5.4l-3.65-3.65V5.4zM8 4.75v4M8 11.25v.01',
};

export const CLOSE_SHAPE = 'M4 4l8 8M12 4l-8 8';

/** Decoration only: hidden from screen readers. `path` is in a 16 × 16 box; a sheet says how it is stroked. */
export function drawing(document: Document, path: string, className: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', className);
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

/** Gives a drawing made by `drawing` another path; '' leaves nothing to see. */
export function redraw(svg: SVGElement, path: string): void {
  svg.firstElementChild?.setAttribute('d', path);
}
