/** Which line, if any: a pure function of clock, history and moment, so that its promises can be tested. */
import { dayOf } from '@/shared/storage/day';
import { hourOf, REMEMBERED_LINES, settled, withWriting, type History } from './history';
import { isWithinLimits, type Level } from './limits';
import { isCompanys, type Line, type When } from './lines';
import { occasionsOf, type KnownMoment, type Occasion } from './occasions';

const NEVER_SAME_WITHIN = 6;
const ENCOURAGES_EVERY = 4;

export interface Choice {
  /** Null when no reminder is due, or none fits. */
  readonly line: Line | null;
  /** Whether this is the first reminder of its kind. */
  readonly isNewKind: boolean;
  /** To be remembered instead of the one given, also when no line is shown. */
  readonly history: History;
}

/** @param random - 0 up to but not 1, like `Math.random`. */
export function choose(
  nowMs: number,
  history: History,
  moment: KnownMoment,
  lines: readonly Line[],
  level: Level,
  random: () => number,
): Choice {
  const past = settled(history, nowMs);
  const occasions = occasionsOf(nowMs, past, moment);
  const written = withWriting(past, nowMs, moment.network, moment.audience, moment.namesCompany);
  const [kind] = occasions;
  const isDue = kind !== undefined && isWithinLimits(nowMs, past, level);
  const line = isDue ? pick(candidates(past, moment, occasions, lines), random) : null;
  if (kind === undefined || line === null) return { line: null, isNewKind: false, history: written };
  const shown = { id: line.id, day: dayOf(new Date(nowMs)), hour: hourOf(nowMs), dismissed: false };
  return {
    line,
    isNewKind: !past.explained.includes(kind),
    history: {
      ...written,
      shown: [shown, ...past.shown].slice(0, REMEMBERED_LINES),
      explained: [...new Set([...past.explained, kind])],
    },
  };
}

/** The lines of the first of the fitting kinds that has some left. */
function candidates({ shown }: History, moment: KnownMoment, occasions: readonly Occasion[], lines: readonly Line[]): Line[] {
  const recent = shown.slice(0, NEVER_SAME_WITHIN).map(({ id }) => id);
  const encouraging = new Set(lines.filter((line) => line.encourages).map(({ id }) => id));
  const last = shown.slice(0, ENCOURAGES_EVERY - 1);
  const mustEncourage = last.length === ENCOURAGES_EVERY - 1 && !last.some(({ id }) => encouraging.has(id));
  const left = lines.filter((line) => !recent.includes(line.id) && (line.encourages || !mustEncourage));
  const fitting = kindsFor(moment, occasions).map((kind) => left.filter((line) => fits(line, kind)));
  return fitting.find((some) => some.length > 0) ?? [];
}

// "Keep going!" in a heated moment would be a joke at somebody's cost: then better nothing.
function kindsFor({ heated, audience }: KnownMoment, occasions: readonly Occasion[]): When[] {
  if (heated) return ['heated'];
  const readers: When[] = audience === 'private' ? [] : [`audience_${audience}`];
  return [...occasions, ...readers, 'any'];
}

// The company's lines mix with those of every kind; last of all they would hardly ever be seen.
const fits = (line: Line, kind: When): boolean => line.when.includes(kind) || (isCompanys(line) && kind !== 'heated');

const pick = (some: readonly Line[], random: () => number): Line | null =>
  some[Math.floor(random() * some.length)] ?? null;
