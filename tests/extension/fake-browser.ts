/** A browser without a browser: keeps what it is told, so that tests can look at it. Fresh for every test by `reset`. */
import { vi } from 'vitest';

export const EXTENSION_ID = 'aofabkjjelmeffkldcammpkhamkfpfid';
export const OWN_PAGE = `chrome-extension://${EXTENSION_ID}/popup.html`;

type Values = Record<string, unknown>;
type Changed = (changes: Values, area: string) => void;

const event = () => ({ addListener: vi.fn(), removeListener: vi.fn() });

function area(name: string, listeners: Set<Changed>) {
  const values: Values = {};
  return {
    values,
    get: vi.fn(async (keys: string | string[]) =>
      Object.fromEntries([keys].flat().flatMap((key) => (key in values ? [[key, values[key]]] : []))),
    ),
    set: vi.fn(async (items: Values) => {
      Object.assign(values, structuredClone(items));
      for (const listener of listeners) listener(items, name);
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
    onMessage: event(),
    onInstalled: event(),
    onStartup: event(),
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
    onRemoved: event(),
    onUpdated: event(),
  },
  alarms: { create: vi.fn(async () => undefined), clear: vi.fn(async () => true), onAlarm: event() },
});

export const browser = make();

export function reset(): void {
  Object.assign(browser, make());
}
