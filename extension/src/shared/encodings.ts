/** Bytes as text and back, in the two alphabets the protocols and the pairing code use; nothing lenient. */

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export type Bytes = Uint8Array<ArrayBuffer>;

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** Base64url without padding (RFC 4648 section 5). */
export function toBase64Url(bytes: Bytes): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @returns null unless `text` is base64url without padding. */
export function fromBase64Url(text: string): Bytes | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** Base32 without padding (RFC 4648 section 6); a last incomplete group is filled with zero bits. */
export function toBase32(bytes: Bytes): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => BASE32[parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** @returns null when a character is not in the alphabet or the filling bits are not zero. */
export function fromBase32(text: string): Bytes | null {
  const values = Array.from(text, (character) => BASE32.indexOf(character));
  if (values.includes(-1)) return null;
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  const whole = bits.length - (bits.length % 8);
  if (bits.slice(whole).includes('1')) return null;
  const groups = bits.slice(0, whole).match(/.{8}/g) ?? [];
  return Uint8Array.from(groups, (group) => parseInt(group, 2));
}
