/** Checks of values that come from outside: a closed form has exactly the named keys, and nothing is converted. */

type Check = (value: unknown) => boolean;

/** True for a plain object whose keys all pass; a key that is not named, or missing and not in `optional`, fails. */
export function isForm(value: unknown, required: Record<string, Check>, optional: Record<string, Check> = {}): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  const known = entries.every(([key, item]) => (own(required, key) ?? own(optional, key))?.(item) === true);
  return known && Object.keys(required).every((key) => Object.hasOwn(value, key));
}

/** A list of at most `most` items that all pass. */
export const isList = (check: Check, most: number): Check => (value) =>
  Array.isArray(value) && value.length <= most && value.every(check);

/** A string of `least` to `most` UTF-16 units. */
export const isText = (most: number, least = 0): Check => (value) =>
  typeof value === 'string' && value.length >= least && value.length <= most;

export const isOneOf = (words: readonly string[]): Check => (value) => words.includes(value as string);

/** A finite number from `least` to `most`, both included. */
export const isNumber = (least: number, most: number): Check => (value) =>
  typeof value === 'number' && value >= least && value <= most;

export const isWhole = (least: number, most: number): Check => (value) =>
  Number.isInteger(value) && isNumber(least, most)(value);

export const orNull = (check: Check): Check => (value) => value === null || check(value);

// A key such as "constructor" must not find a function on Object.prototype.
const own = (checks: Record<string, Check>, key: string): Check | undefined =>
  Object.hasOwn(checks, key) ? checks[key] : undefined;
