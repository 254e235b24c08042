/**
 * How marks look. Severity is told by the form of the line first and by its colour second; the colours reach 3:1
 * against white and against the dark backgrounds of the networks, since a highlight cannot know the page's.
 */
import type { Severity } from '@/shared/wire';

/** Highlight name and class name of each severity; neutral, because the page can read them. */
export const MARK_NAMES: Record<Severity, string> = { low: 'pp-1', medium: 'pp-2', high: 'pp-3' };

/** Where two marks overlap the more serious one is painted above. */
export const PRIORITIES: Record<Severity, number> = { low: 1, medium: 2, high: 3 };

export const SEVERITIES: readonly Severity[] = ['low', 'medium', 'high'];

export const LINE_COLOURS: Record<Severity, string> = { low: '#2f86c5', medium: '#bd7a0a', high: '#e0455a' };

const LINES: Record<Severity, string> = { low: 'dotted 2px', medium: 'double 1px', high: 'wavy 2px' };

const TINTS: Record<Severity, string> = { low: '0%', medium: '10%', high: '13%' };

/** The style sheet text; `selector` turns a mark's name into what selects it. */
export function markCss(selector: (name: string) => string): string {
  return SEVERITIES.map((severity) => rule(selector(MARK_NAMES[severity]), severity)).join('\n');
}

function rule(selector: string, severity: Severity): string {
  const colour = LINE_COLOURS[severity];
  const tint = `color-mix(in srgb, ${colour} ${TINTS[severity]}, transparent)`;
  return `${selector} { text-decoration: underline ${LINES[severity]} ${colour}; background-color: ${tint}; }
@media (forced-colors: active) { ${selector} { text-decoration-color: CanvasText; background-color: transparent; } }`;
}
