/** Pages of an enemy's own writing: what is in them runs before anything of ours, as on any web page. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostilePage {
  /** Its address on the watched host, and on one where we are not. */
  readonly watched: string;
  readonly unwatched: string;
  stop(): Promise<void>;
}

export const RICH = '<div contenteditable="true" role="textbox"></div>';
export const PLAIN_FIELD = '<textarea></textarea>';

/** Runs in the page. */
function offerComposer(): void {
  const editor = document.querySelector<HTMLElement>('main [contenteditable], main textarea')!;
  const model = (): string => (editor instanceof HTMLTextAreaElement ? editor.value : editor.innerText);
  window.page = { editor, model };
}

/**
 * @param first - runs in the page before everything else; it must not use anything from outside itself.
 * @param composer - the page's editor, as HTML; more may stand beside it.
 */
export async function serveHostile(composer: string, first: () => void = () => undefined): Promise<HostilePage> {
  const style = 'main > * { display: block; width: 600px; height: 200px; font: 16px/24px sans-serif; border: 1px solid }';
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"><style>${style}</style>
<script>(${first.toString()})()</script></head><body><main id="composer">${composer}</main><button id="post">Post</button>
<script>(${offerComposer.toString()})()</script></body></html>`;
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    watched: `http://127.0.0.1:${port}/`,
    unwatched: `http://localhost:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
