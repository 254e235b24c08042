/** A server that holds our key and means harm: what it answers is believed to come from us, and must do no harm. */
import { Buffer } from 'node:buffer';
import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { says, type Behave } from './rogue';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** Characters of the key in a pairing code: 32 bytes in base32 (security.md 5.3). */
const KEY_CHARACTERS = 52;

/** Answers every check with this report, sealed as the contract says (security.md 5.1). */
export function answering(pairingCode: string, report: object): Behave {
  const secret = secretIn(pairingCode);
  return (socket, request) => {
    if (!request.startsWith('POST /v1/')) return void socket.destroy();
    const path = request.split(' ')[1] ?? '';
    const port = socket.localPort ?? 0;
    const { n } = JSON.parse(request.slice(request.indexOf('\r\n\r\n') + 4)) as { n: string };
    const info = Buffer.concat([Buffer.from('s2c'), Buffer.from([port >> 8, port & 0xff])]);
    const key = Buffer.from(hkdfSync('sha256', secret, 'porte-parole/pp1', info, 32));
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(`PP1|RESP|${path}|${port}|${n}`));
    const sealed = Buffer.concat([cipher.update(JSON.stringify(path === '/v1/check' ? report : {})), cipher.final(), cipher.getAuthTag()]);
    says('200 OK', JSON.stringify({ v: 1, n: nonce.toString('base64url'), c: sealed.toString('base64url') }))(socket, request);
  };
}

function secretIn(pairingCode: string): Buffer {
  const [, , ...rest] = pairingCode.split('-');
  const letters = rest.join('').slice(0, KEY_CHARACTERS);
  const bits = [...letters].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).slice(0, 32).map((byte) => parseInt(byte, 2)));
}
