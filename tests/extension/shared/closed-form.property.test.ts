import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isForm, isList, isNumber, isOneOf, isText, isWhole, orNull } from '@/shared/closed-form';

const accepts = { text: isText(10), count: isWhole(0, 9) };

test('any value at all is looked at without an exception', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true }), (value) => {
      for (const check of [isText(5), isWhole(0, 5), isNumber(-1, 1), isOneOf(['a']), isList(isText(2), 3), orNull(isText(1))]) {
        expect(typeof check(value)).toBe('boolean');
      }
      expect(typeof isForm(value, accepts)).toBe('boolean');
    }),
  );
});

test('one more key, whatever its name, is refused', () => {
  fc.assert(
    fc.property(fc.string(), fc.anything(), (key, value) => {
      fc.pre(!Object.hasOwn(accepts, key));
      const form: unknown = JSON.parse(`{"text":"a","count":1,${JSON.stringify(key)}:${JSON.stringify(value) ?? 'null'}}`);
      expect(isForm(form, accepts)).toBe(false);
    }),
  );
});

test.each(['constructor', 'hasOwnProperty', 'toString', '__proto__', 'valueOf'])('the key %s, which every object has, is no key of a form', (key) => {
  expect(isForm(JSON.parse(`{"${key}":1}`), {})).toBe(false);
});

test.each([[[]], [null], ['x'], [undefined], [() => 1]])('%j is no form, not even of nothing', (value) => {
  expect(isForm(value, {})).toBe(false);
});

test('a form of nothing is the empty object', () => {
  expect(isForm({}, {})).toBe(true);
});
