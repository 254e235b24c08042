import { expect, test } from 'vitest';
import { importKey, seal } from '@/background/channel';
import { utf8 } from '@/shared/encodings';
import { parsePairingCode } from '@/background/pairing-code';
import vector from '../../contract/pp1.json';

const CODE = vector.pairing.code;

test.each([
  ['as it is', CODE],
  ['in lower case', CODE.toLowerCase()],
  ['with spaces and line breaks', ` ${CODE.replaceAll('-', ' - ').replace('AAAQ', 'AA AQ\n')}\r\n`],
])('the code of the contract is read %s', async (_how, pasted) => {
  const parsed = await parsePairingCode(pasted);

  expect(parsed).toMatchObject({ ok: true, value: { port: vector.port, kid: vector.pairing.kid } });
});

test('the key in the code is the key of the contract', async () => {
  const parsed = await parsePairingCode(CODE);
  const secret = Uint8Array.from(vector.psk.match(/../g)!, (hex) => parseInt(hex, 16));
  const bodies = await Promise.all(
    [parsed.ok ? parsed.value.key : null, await importKey(secret)].map(async (key) => {
      const pairing = { port: 1, kid: 'k', key: key!, by: 'code' as const };
      return (await seal(pairing, '/v1/ping', utf8('{}'), 1, new Uint8Array(12))).body;
    }),
  );

  expect(bodies[0]).toBe(bodies[1]);
});

test.each([
  ['is empty', ''],
  ['is something else', 'https://example.org'],
  ['lacks its checksum', CODE.slice(0, -5)],
  ['lacks a character of the key', CODE.replace('AAAQ', 'AAA')],
  ['has a character that no code has', CODE.replace('AAAQ', 'AAA0')],
  ['has a port that does not exist', CODE.replace('18440', '65536')],
  ['has a port with a leading zero', CODE.replace('18440', '08440')],
  ['is of another version', CODE.replace('PP1', 'PP2')],
])('a code that %s is malformed', async (_what, pasted) => {
  expect(await parsePairingCode(pasted)).toEqual({ ok: false, error: 'code_malformed' });
});

test.each([
  ['in the key', CODE.replace('AAAQ', 'AAAR')],
  ['in the port', CODE.replace('18440', '18441')],
  ['in the checksum', CODE.replace(/.$/, '3')],
])('one wrong character %s is noticed', async (_where, pasted) => {
  expect(await parsePairingCode(pasted)).toEqual({ ok: false, error: 'code_checksum' });
});
