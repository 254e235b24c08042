/** A browser without a browser: keeps what it is told, so that tests can look at it. Fresh for every test by `reset`. */
import { vi } from 'vitest';

export const EXTENSION_ID = 'aofabkjjelmeffkldcammpkhamkfpfid';
export const OWN_PAGE = `chrome-extension://${EXTENSION_ID}/popup.html`;

type Values = Record<string, unknown>;
type Changed = (changes: Values, area: string) => void;

const event = () => ({ addListener: vi.fn(), removeListener: vi.fn() });

/** Tells everybody who listens to `of`, as the browser does. */
export function fire(of: ReturnType<typeof event>, ...told: unknown[]): void {
  for (const [listener] of of.addListener.mock.calls) (listener as (...args: unknown[]) => void)(...told);
}

function area(name: string, listeners: Set<Changed>) {
  const values: Values = {};
  return {
    values,
    get: vi.fn(async (keys?: string | string[] | null) =>
      Object.fromEntries([keys ?? Object.keys(values)].flat().flatMap((key) => (key in values ? [[key, values[key]]] : []))),
    ),
    setAccessLevel: vi.fn(async () => undefined),
    set: vi.fn(async (items: Values) => {
      Object.assign(values, structuredClone(items));
      for (const listener of listeners) listener(items, name);
    }),
    remove: vi.fn(async (keys: string | string[]) => {
      const gone = [keys].flat().filter((key) => key in values);
      for (const key of gone) Reflect.deleteProperty(values, key);
      for (const listener of listeners) listener(Object.fromEntries(gone.map((key) => [key, undefined])), name);
    }),
  };
}

function fakeStorage() {
  const listeners = new Set<Changed>();
  return {
    local: area('local', listeners),
    session: area('session', listeners),
    managed: area('managed', listeners),
    onChanged: {
      addListener: (listener: Changed) => void listeners.add(listener),
      removeListener: (listener: Changed) => void listeners.delete(listener),
    },
  };
}

/** Content scripts by id, as the browser keeps them; a second one with the same id is an error there too. */
function fakeScripting() {
  const registered = new Map<string, { id: string; matches: string[] }>();
  return {
    registered,
    getRegisteredContentScripts: vi.fn(async ({ ids }: { ids: string[] }) => ids.flatMap((id) => registered.get(id) ?? [])),
    registerContentScripts: vi.fn(async (scripts: { id: string; matches: string[] }[]) => {
      for (const script of scripts) {
        if (registered.has(script.id)) throw new Error('Duplicate script ID');
        registered.set(script.id, script);
      }
    }),
    unregisterContentScripts: vi.fn(async ({ ids }: { ids: string[] }) => ids.forEach((id) => registered.delete(id))),
    executeScript: vi.fn(async () => []),
  };
}

const action = () => ({ setIcon: vi.fn(), setBadgeText: vi.fn(), setBadgeBackgroundColor: vi.fn(), setTitle: vi.fn() });

const make = () => ({
  runtime: {
    id: EXTENSION_ID,
    getURL: (path: string) => `chrome-extension://${EXTENSION_ID}${path}`,
    sendMessage: vi.fn(),
    sendNativeMessage: vi.fn<(host: string, message: unknown) => Promise<unknown>>(async () => {
      throw new Error('Specified native messaging host not found.');
    }),
    getManifest: vi.fn(() => ({ host_permissions: ['https://*.facebook.com/*', 'http://127.0.0.1/*'] })),
    onMessage: event(),
    onInstalled: event(),
    onStartup: event(),
    onConnect: event(),
  },
  storage: fakeStorage(),
  scripting: fakeScripting(),
  action: action(),
  permissions: {
    contains: vi.fn(async () => true),
    request: vi.fn(async () => true),
    remove: vi.fn(async () => true),
    onAdded: event(),
    onRemoved: event(),
  },
  tabs: {
    get: vi.fn(async (id: number) => ({ id, url: 'https://www.facebook.com/' })),
    query: vi.fn(async (): Promise<{ id: number; url?: string }[]> => []),
    create: vi.fn(async () => ({ id: 90 })),
    sendMessage: vi.fn(async (): Promise<void> => undefined),
    onRemoved: event(),
    onUpdated: event(),
  },
  commands: { getAll: vi.fn(async (): Promise<{ name?: string; description?: string; shortcut?: string }[]> => []), onCommand: event() },
  windows: { create: vi.fn(async () => ({ id: 70 })), remove: vi.fn(async () => undefined), onRemoved: event() },
  alarms: { get: vi.fn(async (): Promise<object | undefined> => undefined), create: vi.fn(async () => undefined), clear: vi.fn(async () => true), onAlarm: event() },
});

export const browser = make();

export function reset(): void {
  Object.assign(browser, make());
}
