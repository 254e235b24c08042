/**
 * Reads the code that `porte-parole pair` shows: "PP1-<port>-<52 characters of key>-<4 of checksum>". Mirror of
 * `pairing.py`; keeps nothing.
 */
import { fail, ok, type Outcome } from '@/shared/errors';
import { importKey, type Pairing } from './channel';
import { fromBase32, toBase32, toBase64Url, utf8, type Bytes } from '@/shared/encodings';

const FORM = /^(PP1-([1-9]\d{0,4})-([A-Z2-7]{52}))-([A-Z2-7]{4})$/;
const LAST_PORT = 65_535;
const KID_BYTES = 6;

/** Takes spaces, line breaks and lower case, as codes arrive by chat or by voice. */
export async function parsePairingCode(
  pasted: string,
): Promise<Outcome<Pairing, 'code_malformed' | 'code_checksum'>> {
  const [, signed, port, key, checksum] = FORM.exec(pasted.replace(/\s/g, '').toUpperCase()) ?? [];
  if (signed === undefined || key === undefined || Number(port) > LAST_PORT) return fail('code_malformed');
  const digest = await sha256(utf8(signed));
  const secret = fromBase32(key);
  if (toBase32(digest).slice(0, 4) !== checksum || secret === null) return fail('code_checksum');
  return ok({ port: Number(port), kid: await kidOf(secret), key: await importKey(secret), by: 'code' });
}

async function kidOf(secret: Bytes): Promise<string> {
  const digest = await sha256(new Uint8Array([...utf8('porte-parole/kid'), ...secret]));
  return toBase64Url(digest.slice(0, KID_BYTES));
}

const sha256 = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
