/** The popup's short list of marks: what and where, most serious first; why and what to do is the side panel's. */
import { SEVERITIES, type Severity } from '@/shared/wire';
import { element, words } from '@/pages/element';
import type { PlacedMark } from '@/pages/live-list';

/** More than this is no glance any more. */
const MOST_SHOWN = 3;

export interface MarksActions {
  show(mark: PlacedMark): void;
  /** Absent where the browser has no side panel. */
  openPanel: (() => void) | null;
}

export function marksParts(marks: readonly PlacedMark[], { show, openPanel }: MarksActions): Node[] {
  if (marks.length === 0) return [];
  const first = [...marks].sort((a, b) => rank(b.severity) - rank(a.severity)).slice(0, MOST_SHOWN);
  const rows = first.map((mark) => element('li', {}, row(mark, () => show(mark))));
  const parts = [element('h2', { id: 'marks', class: 'heard' }, words('popup_marks')), element('ul', { 'aria-labelledby': 'marks' }, ...rows)];
  if (marks.length <= MOST_SHOWN || openPanel === null) return parts;
  const all = element('button', { type: 'button', class: 'all', 'data-focus': 'all' }, words('popup_all_marks', String(marks.length)));
  all.addEventListener('click', openPanel);
  return [...parts, all];
}

function row({ id, frame, severity, shown, title }: PlacedMark, onClick: () => void): HTMLButtonElement {
  const made = element(
    'button',
    { type: 'button', class: `mark ${severity}`, title: words('popup_show'), 'data-focus': `${frame} ${String(id)}` },
    element('span', { class: 'heard' }, `${words(`card_severity_${severity}`)}: `),
    element('q', { dir: 'auto' }, shown),
    element('span', { class: 'title' }, title),
  );
  made.addEventListener('click', onClick);
  return made;
}

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);
