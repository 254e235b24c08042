/** A native host without a program: says what a test wants, in the form of the contract. */
import { toBase64Url, type Bytes } from '@/shared/encodings';
import { browser } from '../fake-browser';

export const SECRET = (): Bytes => new Uint8Array(32).fill(7);

export const hostAnswer = (change: object = {}): object => ({
  v: 1,
  port: 18440,
  kid: 'host-kid',
  key: toBase64Url(SECRET()),
  mode: 'pp1',
  ...change,
});

export const hostSays = (answer: unknown): void => void browser.runtime.sendNativeMessage.mockResolvedValue(answer);

export const timesAsked = (): number => browser.runtime.sendNativeMessage.mock.calls.length;
