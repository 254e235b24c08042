/** Chromium, driven over the DevTools protocol. */
import puppeteer, { type CDPSession, type Frame, type Protocol } from 'puppeteer-core';
import identity from '../../server/porte_parole/identity.json';
import { VIEWPORT, type Driver, type Look } from './driver';
import { builtExtension } from './programs';

const EXTENSION = `chrome-extension://${identity.chrome_id}/`;

/** Starts it with the built extension, without its sandbox (containers have none) and without calls home. */
export async function startChromium(executablePath: string, look: Look): Promise<Driver> {
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    enableExtensions: [builtExtension('chromium')],
    args: [
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--accept-lang=${look.language}`,
      `--blink-settings=preferredColorScheme=${look.dark ? 0 : 1}`,
    ],
    defaultViewport: VIEWPORT,
  });
  const options = await browser.newPage();
  await options.goto(`${EXTENSION}options.html`);

  return {
    name: 'chromium',
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url);
      await page.bringToFront();
      return page;
    },
    inExtension: (expression) => options.evaluate(expression) as Promise<never>,
    async inClosedRoots(frame, read) {
      const session = await frame.page().createCDPSession();
      try {
        const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
        const document = documentOf(root, frame);
        return await Promise.all(closedRoots(document).map((node) => callOn(session, node, read)));
      } finally {
        await session.detach();
      }
    },
    async pictureOf(file, width, height) {
      const page = await browser.newPage();
      await page.setViewport({ width, height });
      await page.goto(`${EXTENSION}${file}`, { waitUntil: 'networkidle0' });
      const picture = await page.screenshot();
      await page.close();
      return picture;
    },
    close: () => browser.close(),
  };
}

/** The document node of a frame inside the tree of its page. */
function documentOf(root: Protocol.DOM.Node, frame: Frame): Protocol.DOM.Node {
  const wanted = (frame as unknown as { _id: string })._id;
  const search = (node: Protocol.DOM.Node): Protocol.DOM.Node | undefined => {
    if (node.frameId === wanted && node.contentDocument) return node.contentDocument;
    for (const child of [...(node.children ?? []), ...(node.contentDocument ? [node.contentDocument] : [])]) {
      const found = search(child);
      if (found) return found;
    }
    return undefined;
  };
  return frame.parentFrame() ? (search(root) ?? root) : root;
}

/** Closed roots below a node, not those in the documents of inner frames. */
function closedRoots(node: Protocol.DOM.Node): Protocol.DOM.Node[] {
  const roots = node.shadowRoots ?? [];
  const here = roots.filter((root) => root.shadowRootType === 'closed');
  return [...here, ...[...roots, ...(node.children ?? [])].flatMap(closedRoots)];
}

async function callOn<T>(session: CDPSession, node: Protocol.DOM.Node, read: (root: ShadowRoot) => T): Promise<T> {
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: node.backendNodeId });
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    functionDeclaration: `function () { return (${read.toString()})(this); }`,
    objectId: object.objectId ?? '',
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}
