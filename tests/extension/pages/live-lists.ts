/** Tabs whose frames a test can let speak, and what popup and side panel asked of them. */
import { vi } from 'vitest';
import type { LiveList, ListedMark, SelfTest } from '@/shared/live-list';
import { browser } from '../fake-browser';

type Listener = (...args: never[]) => void;

/** One event of the browser that a test fires. */
class FakeEvent {
  readonly listeners = new Set<Listener>();
  readonly addListener = (listener: Listener): void => void this.listeners.add(listener);
  readonly removeListener = (listener: Listener): void => void this.listeners.delete(listener);

  fire(...args: unknown[]): void {
    for (const listener of this.listeners) listener(...(args as never[]));
  }
}

class FakePort {
  readonly onMessage = new FakeEvent();
  readonly onDisconnect = new FakeEvent();
  readonly postMessage = vi.fn();
  readonly disconnect = vi.fn();

  constructor(readonly tabId: number) {}

  /** A frame of the tab posts `message`. */
  says(message: unknown): void {
    this.onMessage.fire(message);
  }
}

export interface FakeTabs {
  readonly ports: FakePort[];
  readonly onUpdated: FakeEvent;
  readonly onActivated: FakeEvent;
  /** The port opened last. */
  port(): FakePort;
}

/** Puts tabs, windows and a side panel into the fake browser; call it after its `reset`. */
export function withTabs(): FakeTabs {
  const ports: FakePort[] = [];
  const onUpdated = new FakeEvent();
  const onActivated = new FakeEvent();
  const connect = vi.fn((tabId: number) => {
    const port = new FakePort(tabId);
    ports.push(port);
    return port;
  });
  const getCurrent = vi.fn(async () => ({ id: 9 }));
  Object.assign(browser.tabs, { connect, onUpdated, onActivated, getCurrent, remove: vi.fn(async () => undefined) });
  Object.assign(browser, {
    windows: { getCurrent: vi.fn(async () => ({ id: 1 })) },
    sidePanel: { open: vi.fn(async () => undefined) },
  });
  return {
    ports,
    onUpdated,
    onActivated,
    port: () => {
      const last = ports.at(-1);
      if (last === undefined) throw new Error('no port was opened');
      return last;
    },
  };
}

const FOUND: SelfTest = { composer: 'found', publish: 'found', audience: 'found', account: 'found' };

export const listOf = (marks: ListedMark[], more: Partial<LiveList> = {}): LiveList => ({
  frame: 'frame-1',
  state: 'checked',
  audience: 'public',
  account: 'official',
  accountName: 'Novassur',
  selfTest: FOUND,
  marks,
  ...more,
});

export const missing = (...parts: (keyof SelfTest)[]): SelfTest => ({
  ...FOUND,
  ...Object.fromEntries(parts.map((part) => [part, 'missing'])),
});

export const markOf = (id: number, more: Partial<ListedMark> = {}): ListedMark => ({
  id,
  rule: `en.heated-slip.rule-${String(id)}`,
  severity: 'medium',
  category: 'heated-slip',
  title: `Title ${String(id)}`,
  words: `words ${String(id)}`,
  shown: `words ${String(id)}`,
  message: 'Why',
  advice: 'Advice',
  suggestions: ['a kinder wording'],
  lesson: 'heated-slip',
  ...more,
});
