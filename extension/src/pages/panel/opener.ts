/** Opens the side panel, which Chromium and Firefox name differently; both want it inside a click. */
import { browser } from '@/shared/browser';

interface Panels {
  readonly sidePanel?: { open(where: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

/** @returns null where the browser has no side panel. */
export function panelOpener(windowId: number | undefined): (() => Promise<void>) | null {
  const { sidePanel, sidebarAction } = browser as unknown as Panels;
  if (sidebarAction !== undefined) return () => sidebarAction.open();
  return sidePanel === undefined || windowId === undefined ? null : () => sidePanel.open({ windowId });
}
