/** Tells when something in the extension's storage changed, whichever of its pages or workers did it. */
import { browser } from '@/shared/browser';

export type StorageArea = 'local' | 'session' | 'managed';

/** Calls back after every change in `area` of one of `keys`; of any key, where none is named. */
export function onStored(area: StorageArea, keys: readonly string[], callback: () => void, signal: AbortSignal): void {
  const listener = (changes: object, where: string): void => {
    if (where === area && (keys.length === 0 || keys.some((key) => key in changes))) callback();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
