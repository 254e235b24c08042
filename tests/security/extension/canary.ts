/** A text that must turn up nowhere, and the forms in which it could hide. */
import type { Buffer as Bytes } from 'node:buffer';
import { Buffer } from 'node:buffer';

/** Letters only, so that no encoding of addresses or JSON changes them; the first twelve are searched for. */
export const CANARY = 'Quokkawimpel zwitschert leise';
const SEARCHED = 12;

/** Another one, for what a page does by itself where we are not. */
export const CONTROL = 'Fossahummel murmelt leise';

/** Names of the forms in which `canary` stands in `bytes`. */
export function formsIn(bytes: Bytes, canary = CANARY): string[] {
  return Object.entries(formsOf(canary.slice(0, SEARCHED)))
    .filter(([, form]) => bytes.includes(form))
    .map(([name]) => name);
}

function formsOf(words: string): Record<string, Bytes> {
  const plain = Buffer.from(words);
  const utf16 = Buffer.from(words, 'utf16le');
  return {
    'UTF-8': plain,
    'UTF-8, small letters': Buffer.from(words.toLowerCase()),
    'UTF-16 LE': utf16,
    'UTF-16 BE': Buffer.from(utf16).swap16(),
    hex: Buffer.from(plain.toString('hex')),
    reversed: Buffer.from([...words].reverse().join('')),
    'base64, 0': base64At(plain, 0),
    'base64, 1': base64At(plain, 1),
    'base64, 2': base64At(plain, 2),
    'base64 of UTF-16': base64At(utf16, 0),
  };
}

/** What is always the same of the base64 of `bytes` behind `shift` other bytes (0 to 2); the same in base64url for letters. */
function base64At(bytes: Bytes, shift: 0 | 1 | 2): Bytes {
  const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
  return Buffer.from(whole.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6)));
}
