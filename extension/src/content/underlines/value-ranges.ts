/** Ranges inside a text field's value, for the browsers that have them (Chromium's OpaqueRange). */

/** Follows edits of the value by itself, and shows its offsets only. */
export interface ValueRange extends AbstractRange {
  getClientRects(): DOMRectList;
  /** Stops following; the range is not drawn any more. */
  disconnect(): void;
}

type FieldWithRanges = HTMLTextAreaElement & { createValueRange(start: number, end: number): ValueRange };

export function hasValueRanges(element: Element): element is FieldWithRanges {
  return 'createValueRange' in element;
}

/** Null when the field cannot make one, or the value is shorter than `end` by now. */
export function valueRange(field: HTMLTextAreaElement, start: number, end: number): ValueRange | null {
  if (!hasValueRanges(field) || end > field.value.length) return null;
  return field.createValueRange(start, end);
}

export function isValueRange(range: AbstractRange): range is ValueRange {
  return 'disconnect' in range;
}
