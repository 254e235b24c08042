/** A stranger on a port: takes everything down, and answers as badly as it likes. */
import { Buffer } from 'node:buffer';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Called with each whole request. */
export type Behave = (socket: Socket, request: string) => void;

export class Rogue {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #taken: Buffer[] = [];
  /** How long each connection lasted after its first request (ms), as far as they have ended. */
  readonly lastedMs: number[] = [];
  /** Whole requests. */
  requests = 0;
  connections = 0;
  /** Sent and accepted by the other side's system. */
  bytesGiven = 0;

  private constructor(behave: Behave) {
    this.#server = createServer((socket) => this.#take(socket, behave));
  }

  /** @param host - an address of this computer. */
  static async on(port: number, behave: Behave, host = '127.0.0.1'): Promise<Rogue> {
    const rogue = new Rogue(behave);
    await new Promise<void>((resolve, reject) => rogue.#server.once('error', reject).listen(port, host, resolve));
    return rogue;
  }

  /** Where it listens. */
  get address(): AddressInfo {
    return this.#server.address() as AddressInfo;
  }

  get captured(): Buffer {
    return Buffer.concat(this.#taken);
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #take(socket: Socket, behave: Behave): void {
    this.connections += 1;
    this.#sockets.add(socket);
    let waiting = Buffer.alloc(0);
    let sinceMs: number | null = null;
    socket.on('error', () => undefined).on('close', () => {
      this.#sockets.delete(socket);
      this.bytesGiven += socket.bytesWritten - socket.writableLength;
      if (sinceMs !== null) this.lastedMs.push(performance.now() - sinceMs);
    });
    socket.on('data', (bytes: Buffer) => {
      this.#taken.push(bytes);
      waiting = Buffer.concat([waiting, bytes]);
      const end = endOfRequest(waiting);
      if (end === null) return;
      const request = waiting.subarray(0, end).toString('latin1');
      waiting = waiting.subarray(end);
      this.requests += 1;
      sinceMs ??= performance.now();
      behave(socket, request);
    });
  }
}

/** Index after the first request with a stated length; null while it is not whole. */
export function endOfRequest(bytes: Buffer): number | null {
  const head = bytes.indexOf('\r\n\r\n');
  if (head < 0) return null;
  const length = /^content-length: *(\d+)/im.exec(bytes.subarray(0, head).toString('latin1'))?.[1] ?? '0';
  const end = head + 4 + Number(length);
  return bytes.length >= end ? end : null;
}

/** Says this, with a length, and hangs up. */
export const says = (status: string, body: string, ...headers: string[]): Behave => (socket) => {
  const lines = [`HTTP/1.1 ${status}`, 'Content-Type: application/pp1+json', `Content-Length: ${body.length}`, 'Connection: close', ...headers];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
};
