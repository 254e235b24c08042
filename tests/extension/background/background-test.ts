/** Before each test of the message table: a fresh browser, a pairing, a server that answers, and a minute of its own. */
import { vi } from 'vitest';
import { loadPairing } from '@/background/key-store';
import { ask } from '@/background/server-client';
import report from '../../contract/report.json';
import { reset } from '../fake-browser';

let minutes = 0;

/** What a message may do in a second, the test before must not have used up. */
export function freshBackground(): void {
  reset();
  minutes += 1;
  vi.useFakeTimers({ now: Date.UTC(2026, 6, 3, 10) + minutes * 60_000, toFake: ['Date'] });
  vi.mocked(loadPairing).mockResolvedValue({ port: 18440, kid: 'k1', key: {} as CryptoKey, by: 'code' });
  vi.mocked(ask).mockResolvedValue({ ok: true, value: report });
}
