/** Pages of the extension in Firefox, over raw BiDi: Puppeteer waits for load events that they never send. */
import { Buffer } from 'node:buffer';
import type { KeyInput } from 'puppeteer-core';
import type { OwnPage } from './own-page';

/** Puppeteer's own connection, which takes commands that Puppeteer has no name for. */
export interface Connection {
  send(method: string, parameters: object): Promise<{ result: never }>;
}

export type ScriptResult = { type: 'success'; result: { value: string } } | { type: 'exception'; exceptionDetails: { text: string } };

/** WebDriver's characters for keys that write nothing. */
const KEYS: Partial<Record<KeyInput, string>> = {
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  ArrowDown: '\uE015',
};

/** @param context - BiDi's name of the tab. */
export function firefoxPage(connection: Connection, context: string): OwnPage {
  const act = (keys: { type: 'keyDown' | 'keyUp'; value: string }[]): Promise<unknown> =>
    connection.send('input.performActions', { context, actions: [{ type: 'key', id: 'keyboard', actions: keys }] });
  const stroke = (value: string): { type: 'keyDown' | 'keyUp'; value: string }[] => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ];
  return {
    evaluate: (expression) => evaluateIn(connection, context, expression),
    async press(key, ...modifiers) {
      const held = modifiers.map((modifier) => KEYS[modifier] ?? modifier);
      const down = held.map((value) => ({ type: 'keyDown' as const, value }));
      const up = held.reverse().map((value) => ({ type: 'keyUp' as const, value }));
      await act([...down, ...stroke(KEYS[key] ?? key), ...up]);
    },
    async type(text) {
      await act([...text].flatMap(stroke));
    },
    async resize(width, height) {
      await connection.send('browsingContext.setViewport', { context, viewport: { width, height } });
    },
    async toFront() {
      await connection.send('browsingContext.activate', { context });
    },
    async picture() {
      const { data } = (await connection.send('browsingContext.captureScreenshot', { context })).result as { data: string };
      return Buffer.from(data, 'base64');
    },
    async close() {
      await connection.send('browsingContext.close', { context });
    },
  };
}

/** The value of an expression that is plain data, or a promise of it. */
export async function evaluateIn<T>(connection: Connection, context: string, expression: string): Promise<T> {
  const json = `Promise.resolve(${expression}).then((answer) => JSON.stringify(answer ?? null))`;
  const parameters = { expression: json, target: { context }, awaitPromise: true };
  return jsonOf((await connection.send('script.evaluate', parameters)).result);
}

/** The value of a script that answered JSON text. */
export function jsonOf<T>(answer: ScriptResult): T {
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
  return JSON.parse(answer.result.value) as T;
}
