/** The part of JSON Schema that `site-schema.json` uses; throws at a keyword it does not know, so that none is ignored. */

type Schema = Readonly<Record<string, unknown>>;

const NOTES = new Set(['$schema', '$defs', 'title', 'description']);

/** What is wrong with `value`, one line each with its path; empty when nothing is. */
export function errorsIn(value: unknown, schema: Schema, root: Schema = schema, path = 'file'): string[] {
  return Object.entries(schema).flatMap(([keyword, argument]) => {
    if (NOTES.has(keyword)) return [];
    const check = KEYWORDS[keyword];
    if (check === undefined) throw new Error(`The schema uses ${keyword}, which this validator does not know`);
    return check(value, argument as never, { schema, root, path });
  });
}

interface Place {
  readonly schema: Schema;
  readonly root: Schema;
  readonly path: string;
}

type Check = (value: unknown, argument: never, place: Place) => string[];

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
const when = (isWrong: boolean, message: string): string[] => (isWrong ? [message] : []);

const KEYWORDS: Record<string, Check> = {
  type: (value, types: string | string[], { path }) => when(![types].flat().includes(typeOf(value)), `${path} is ${typeOf(value)}`),
  enum: (value, allowed: unknown[], { path }) => when(!allowed.includes(value), `${path} is ${String(value)}`),
  pattern: (value, pattern: string, { path }) => when(typeof value === 'string' && !new RegExp(pattern, 'u').test(value), `${path} is "${String(value)}"`),
  minLength: (value, least: number, { path }) => when(typeof value === 'string' && value.length < least, `${path} is too short`),
  minItems: (value, least: number, { path }) => when(Array.isArray(value) && value.length < least, `${path} has too few items`),
  required: (value, keys: string[], { path }) => (isMap(value) ? keys.filter((key) => !(key in value)).map((key) => `${path} has no ${key}`) : []),
  items: (value, schema: Schema, { root, path }) =>
    Array.isArray(value) ? value.flatMap((item, at) => errorsIn(item, schema, root, `${path}[${at}]`)) : [],
  properties: (value, schemas: Record<string, Schema>, { root, path }) =>
    isMap(value) ? Object.entries(schemas).flatMap(([key, schema]) => (key in value ? errorsIn(value[key], schema, root, `${path}.${key}`) : [])) : [],
  additionalProperties: (value, _never: false, { schema, path }) =>
    isMap(value) ? Object.keys(value).filter((key) => !(key in (schema['properties'] as object))).map((key) => `${path}.${key} is unknown`) : [],
  anyOf: (value, schemas: Schema[], { root, path }) => {
    const answers = schemas.map((schema) => errorsIn(value, schema, root, path));
    return answers.some((errors) => errors.length === 0) ? [] : answers.flat();
  },
  $ref: (value, reference: string, { root, path }) => {
    const definitions = root['$defs'] as Record<string, Schema>;
    return errorsIn(value, definitions[reference.slice('#/$defs/'.length)]!, root, path);
  },
};
