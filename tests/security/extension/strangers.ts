/** Ways to answer that our server does not have, each with what the person is told. */
import type { Socket } from 'node:net';
import type { ServerState } from '../../../extension/src/shared/messages';
import { says, type Behave } from './rogue';

interface Stranger {
  does: string;
  behave: Behave;
  state: ServerState;
  /** Where Firefox differs: it takes anything for an answer of HTTP 0.9. */
  inFirefox?: ServerState;
  /** Among the faults of case I-13. */
  isInI13?: true;
}

/** As ours would, but made up. */
const MADE_UP = JSON.stringify({ v: 1, n: 'AAAAAAAAAAAAAAAA', c: 'nwJwU6d_UTIktjpKZ48skxM9PDC1dMEYw0Z3jDtKXv7mtw' });
const PLAIN = '{"score":0,"level":"clear","language":"en","tiers":[],"findings":[]}';
const SEALED = 'HTTP/1.1 200 OK\r\nContent-Type: application/pp1+json\r\n';
const PIECE = ' '.repeat(100_000);
const PIECES = 1_000;

export const STRANGERS: readonly Stranger[] = [
  { does: 'answers {}', behave: says('200 OK', '{}'), state: 'not_authenticated' },
  { does: 'answers in plain JSON', behave: says('200 OK', PLAIN), state: 'not_authenticated' },
  { does: 'answers with a made up seal', behave: says('200 OK', MADE_UP), state: 'not_authenticated' },
  { does: 'answers 401', behave: says('401 Unauthorized', '{}'), state: 'not_authenticated', isInI13: true },
  { does: 'answers 404', behave: says('404 Not Found', 'no'), state: 'not_authenticated' },
  { does: 'answers 500', behave: says('500 Internal Server Error', 'no'), state: 'not_reached', isInI13: true },
  { does: 'speaks no HTTP', behave: (socket) => socket.end('\x16\x03\x01\x00\xffhello\r\n\r\n'), state: 'not_reached', inFirefox: 'not_authenticated', isInI13: true },
  { does: 'hangs up', behave: (socket) => socket.destroy(), state: 'not_reached' },
  { does: 'says nothing', behave: () => undefined, state: 'not_reached', isInI13: true },
  { does: 'never ends', behave: dribble, state: 'not_reached' },
  { does: 'sends 100 MB', behave: flood, state: 'not_authenticated' },
];

/** A byte now and then, for ever. */
function dribble(socket: Socket): void {
  socket.write(`${SEALED}Transfer-Encoding: chunked\r\n\r\n`);
  const timer = setInterval(() => socket.write('1\r\n \r\n'), 50);
  socket.on('close', () => clearInterval(timer));
}

/** As fast as the other side takes it. */
function flood(socket: Socket): void {
  socket.write(`${SEALED}Content-Length: ${PIECE.length * PIECES}\r\n\r\n`);
  const pour = (left: number): void => {
    if (left === 0) socket.end();
    else socket.write(PIECE, (error) => error ?? pour(left - 1));
  };
  pour(PIECES);
}
