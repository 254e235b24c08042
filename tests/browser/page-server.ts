/** Serves the built test pages over HTTP, as a site would; the same pages answer under a watched and an unwatched host. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const PAGES = fileURLToPath(new URL('../pages/', import.meta.url));
const TYPES: Record<string, string> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };

/** `?strict`: nothing inline, nothing from elsewhere, no text turned into markup or code. */
const STRICT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

export interface PageServer {
  /** Origin that the tests add to the extension's sites. */
  readonly watched: string;
  /** The same pages under an origin the extension does not know: the run without the extension. */
  readonly unwatched: string;
  stop(): Promise<void>;
}

/** Starts on a free port of 127.0.0.1. */
export async function servePages(): Promise<PageServer> {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host');
    const path = normalize(pathname);
    const file = join(PAGES, 'built', path.endsWith('/') ? `${path}index.html` : path);
    const body = await readFile(file).catch(() => null);
    if (searchParams.has('strict')) response.setHeader('content-security-policy', STRICT_POLICY);
    response.writeHead(body ? 200 : 404, { 'content-type': `${TYPES[extname(file)] ?? 'text/plain'}; charset=utf-8` });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    watched: `http://127.0.0.1:${port}`,
    unwatched: `http://localhost:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
