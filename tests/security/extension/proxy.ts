/** An HTTP proxy that passes everything on, keeps what goes to one port, and can answer in its place. */
import { Buffer } from 'node:buffer';
import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Exchange {
  path: string;
  origin: string | undefined;
  /** Address, headers and body. */
  request: Buffer;
  /** The body. */
  answer: Buffer;
}

export class Proxy {
  readonly #server: Server;
  readonly exchanges: Exchange[] = [];
  #replayed: Buffer | null = null;

  private constructor(readonly watchedPort: number) {
    this.#server = createServer((request, response) => void this.#pass(request, response).catch(() => response.destroy()));
  }

  /** On a free port of 127.0.0.1. */
  static async before(watchedPort: number): Promise<Proxy> {
    const proxy = new Proxy(watchedPort);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** From now on every check gets this answer; null: it is passed on again. */
  replay(answer: Buffer | null): void {
    this.#replayed = answer;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await all(request);
    const url = new URL(request.url ?? '');
    const isWatched = Number(url.port) === this.watchedPort;
    if (isWatched && this.#replayed !== null && url.pathname === '/v1/check') {
      response.writeHead(200, { 'content-type': 'application/pp1+json' }).end(this.#replayed);
      return;
    }
    const { method, headers } = request;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      ask({ host: '127.0.0.1', port: url.port, path: url.pathname + url.search, method, headers }, resolve).on('error', reject).end(body);
    });
    const answered = await all(answer);
    if (isWatched) this.exchanges.push({ path: url.pathname, origin: headers.origin, request: wholeOf(request, body), answer: answered });
    response.writeHead(answer.statusCode ?? 500, answer.headers).end(answered);
  }
}

const wholeOf = ({ url, rawHeaders }: IncomingMessage, body: Buffer): Buffer => Buffer.concat([Buffer.from(`${url}\n${rawHeaders.join('\n')}\n`), body]);

async function all(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
