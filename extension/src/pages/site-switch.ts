/** Switches watching of one site on or off, with the browser's permission. Call it inside the click. */
import { browser } from '@/shared/browser';
import { send } from '@/shared/send';
import { patternOf } from '@/shared/sites';

/** @returns whether it was done; false when the person refused the permission. */
export async function switchSite(origin: string, on: boolean): Promise<boolean> {
  if (!on) {
    await send('removeSite', { origin });
    return true;
  }
  // First thing in the click: a browser asks only while it counts as one. A permission that is there is not asked for.
  const granted = await browser.permissions.request({ origins: [patternOf(origin)] });
  return granted && (await send('addSite', { origin }))?.ok === true;
}
