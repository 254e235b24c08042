/** Firefox, driven over WebDriver BiDi; extension pages need it raw, since Puppeteer waits for load events they never send. */
import type { Buffer } from 'node:buffer';
import puppeteer, { type Frame } from 'puppeteer-core';
import identity from '../../server/porte_parole/identity.json';
import { VIEWPORT, type Driver, type Look } from './driver';
import { evaluateIn, firefoxPage, jsonOf, type Connection } from './firefox-page';
import { builtExtension } from './programs';
import { until } from './until';

/** Firefox draws a random host per profile; a fixed one lets the tests name the extension's pages. */
const HOST = '3a1b7c1e-1111-4222-8333-444455556666';
const EXTENSION = `moz-extension://${HOST}/`;
const COLOR_SCHEME = 'layout.css.prefers-color-scheme.content-override';
/** Errors and warnings of every page; what scripts write to a console comes on standard output. */
const ALL_ERRORS = "Services.console.getMessageArray().map(({ message }) => message).join()";
const LOADED = "document.readyState === 'complete'";

/** BiDi's list of tabs, or with its scope `chrome` of the browser's own windows. */
interface Tree {
  contexts: { context: string; url: string }[];
}

/** The part of BiDi's serialised values that the search for shadow roots reads. */
interface RemoteNode {
  sharedId?: string;
  value?: { mode?: string; shadowRoot?: RemoteNode | null; children?: RemoteNode[] };
}

const idOf = (frame: Frame): string => (frame as unknown as { _id: string })._id;

/** Starts it with the built extension as a temporary add-on. */
export async function startFirefox(executablePath: string, look: Look): Promise<Driver> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    env: { ...process.env, ...look.environment },
    ...(look.profile ? { userDataDir: look.profile } : {}),
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [identity.firefox_id]: HOST }),
      'devtools.console.stdout.content': true,
      'intl.accept_languages': look.language,
      [COLOR_SCHEME]: look.dark ? 0 : 1,
      ...(look.everyHostIsHere ? { 'network.dns.forceResolve': '127.0.0.1', 'network.proxy.type': 0 } : {}),
      ...(look.fineClock ? { 'privacy.reduceTimerPrecision': false, 'privacy.resistFingerprinting.reduceTimerPrecision.microseconds': 0 } : {}),
      // By itself it sends nothing to a proxy that is meant for this computer.
      ...(look.proxyPort ? { 'network.proxy.type': 1, 'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': look.proxyPort, 'network.proxy.allow_hijacking_localhost': true } : {}),
    },
    acceptInsecureCerts: look.everyHostIsHere ?? false,
    defaultViewport: VIEWPORT,
  });
  const printed: string[] = [];
  browser.process()?.stdout?.on('data', (bytes: Buffer) => printed.push(String(bytes)));
  await browser.installExtension(builtExtension('firefox', look.extension));
  const { connection } = browser as unknown as { connection: Connection };
  const options = await openExtensionPage(connection, 'options.html');
  /** As the browser's own windows do. */
  const inBrowserItself = async <T>(expression: string): Promise<T> => {
    const { contexts } = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as Tree;
    return evaluateIn(connection, contexts[0]?.context ?? '', expression);
  };

  return {
    name: 'firefox',
    pid: browser.process()?.pid ?? 0,
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url);
      await page.bringToFront();
      return page;
    },
    inExtension: (expression) => evaluateIn(connection, options, expression),
    async inClosedRoots(frame, read) {
      const roots = await closedRootsOf(connection, frame);
      const functionDeclaration = `(root) => JSON.stringify((${read.toString()})(root) ?? null)`;
      const target = { context: idOf(frame) };
      const call = async (sharedId: string): Promise<never> => {
        const parameters = { functionDeclaration, arguments: [{ sharedId }], target, awaitPromise: false };
        return jsonOf((await connection.send('script.callFunction', parameters)).result);
      };
      return Promise.all(roots.map(call));
    },
    async ownPage(address) {
      const context = await until(`${address} is open`, () => contextOf(connection, EXTENSION + address), Boolean);
      await until(`${address} is loaded`, () => evaluateIn(connection, context, LOADED), Boolean);
      return firefoxPage(connection, context);
    },
    async prefersDark(isDark) {
      await inBrowserItself(`Services.prefs.setIntPref('${COLOR_SCHEME}', ${isDark ? 0 : 1})`);
    },
    stopBackground: () => inBrowserItself(`WebExtensionPolicy.getByID('${identity.firefox_id}').extension.terminateBackground().then(() => null)`),
    consoles: async () => printed.join('') + (await inBrowserItself<string>(ALL_ERRORS)),
    close: () => browser.close(),
  };
}

async function openExtensionPage(connection: Connection, file: string): Promise<string> {
  const { context } = (await connection.send('browsingContext.create', { type: 'tab' })).result as { context: string };
  await connection.send('browsingContext.navigate', { context, url: `${EXTENSION}${file}`, wait: 'none' });
  const loaded = `location.href === ${JSON.stringify(EXTENSION + file)} && ${LOADED}`;
  await until(`${file} opens`, () => evaluateIn<boolean>(connection, context, loaded), Boolean);
  return context;
}

async function contextOf(connection: Connection, url: string): Promise<string> {
  const { contexts } = (await connection.send('browsingContext.getTree', {})).result as Tree;
  return contexts.find((candidate) => candidate.url === url)?.context ?? '';
}

/** Shared ids of the frame's closed shadow roots. */
async function closedRootsOf(connection: Connection, frame: Frame): Promise<string[]> {
  const answer = await connection.send('script.evaluate', {
    expression: 'document.documentElement',
    target: { context: idOf(frame) },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 20, includeShadowTree: 'all' },
  });
  const search = (node: RemoteNode): string[] => {
    const root = node.value?.shadowRoot;
    const here = root?.value?.mode === 'closed' && root.sharedId ? [root.sharedId] : [];
    return [...here, ...(root ? search(root) : []), ...(node.value?.children ?? []).flatMap(search)];
  };
  return search((answer.result as { result: RemoteNode }).result);
}
