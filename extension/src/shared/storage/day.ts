/** Calendar days as the person's own clock shows them. */

/** ISO form, such as "2026-07-03"; sorts as text. */
export function dayOf(moment: Date): string {
  const parts = [moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, '0'));
  return [String(moment.getFullYear()).padStart(4, '0'), ...parts].join('-');
}

/** Whole days from one ISO day to another; negative when `to` is earlier, NaN when one is no day. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
