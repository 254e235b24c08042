/** Chromium, driven over the DevTools protocol. */
import puppeteer, { type CDPSession, type Frame, type Page, type Protocol } from 'puppeteer-core';
import identity from '../../server/porte_parole/identity.json';
import { backgroundSaid, said, stopBackground } from './chromium-background';
import { VIEWPORT, type Driver, type Look } from './driver';
import type { OwnPage } from './own-page';
import { builtExtension } from './programs';
import { until } from './until';

const EXTENSION = `chrome-extension://${identity.chrome_id}/`;

/** Starts it with the built extension, without its sandbox (containers have none) and without calls home. */
export async function startChromium(executablePath: string, look: Look): Promise<Driver> {
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    enableExtensions: [builtExtension('chromium', look.extension)],
    env: { ...process.env, ...look.environment },
    ...(look.profile ? { userDataDir: look.profile } : {}),
    args: [
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--accept-lang=${look.language}`,
      `--blink-settings=preferredColorScheme=${look.dark ? 0 : 1}`,
      ...(look.everyHostIsHere ? ['--host-resolver-rules=MAP * 127.0.0.1', '--ignore-certificate-errors'] : []),
      // By itself it sends nothing to a proxy that is meant for this computer.
      ...(look.proxyPort ? [`--proxy-server=127.0.0.1:${look.proxyPort}`, '--proxy-bypass-list=<-loopback>'] : []),
    ],
    defaultViewport: VIEWPORT,
  });
  const options = await browser.newPage();
  await options.goto(`${EXTENSION}options.html`);
  let scheme = look.dark ? 'dark' : 'light';
  const dress = (page: Page): Promise<void> => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);

  return {
    name: 'chromium',
    pid: browser.process()?.pid ?? 0,
    async open(url) {
      const page = await browser.newPage();
      await dress(page);
      await page.goto(url);
      await page.bringToFront();
      return page;
    },
    inExtension: (expression) => options.evaluate(expression) as Promise<never>,
    async inClosedRoots(frame, read) {
      // A frame of another site has a session of its own, and its document is that session's root.
      const session = (frame as unknown as { client: CDPSession }).client;
      const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
      return await Promise.all(closedRoots(documentOf(root, frame)).map((node) => callOn(session, node, read)));
    },
    async ownPage(address) {
      const target = await browser.waitForTarget((candidate) => candidate.url() === EXTENSION + address);
      const page = (await target.page()) as Page;
      await dress(page);
      const loaded = (): Promise<boolean> => page.evaluate(() => document.readyState === 'complete');
      await until(`${address} is loaded`, loaded, Boolean);
      return ownPageOf(page);
    },
    async prefersDark(isDark) {
      scheme = isDark ? 'dark' : 'light';
      await Promise.all((await browser.pages()).map(dress));
    },
    stopBackground: () => stopBackground(browser, EXTENSION),
    consoles: async (page) => (await said(await page.createCDPSession())) + (await backgroundSaid(browser, EXTENSION)),
    close: () => browser.close(),
  };
}

function ownPageOf(page: Page): OwnPage {
  return {
    evaluate: (expression) => page.evaluate(expression) as Promise<never>,
    async press(key, ...modifiers) {
      for (const modifier of modifiers) await page.keyboard.down(modifier);
      await page.keyboard.press(key);
      for (const modifier of modifiers.reverse()) await page.keyboard.up(modifier);
    },
    type: (text) => page.keyboard.type(text),
    resize: (width, height) => page.setViewport({ width, height }),
    toFront: () => page.bringToFront(),
    picture: () => page.screenshot(),
    close: () => page.close(),
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
