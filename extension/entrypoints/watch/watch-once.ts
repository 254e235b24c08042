/** Makes sure that one document is watched once, however often the script is put into it. */
import { isExtensionHere } from '@/shared/send';
import { originOf } from '@/shared/sites';
import { DocumentWatch } from './document-watch';

/** Left in the script's own world, which no page sees. After an update the old world may live on without an extension. */
const world = globalThis as { porteParoleIsHere?: () => boolean };

export function watchOnce(): void {
  if (world.porteParoleIsHere?.() === true) return;
  world.porteParoleIsHere = isExtensionHere;
  // `origin` and not `location`: about:blank and srcdoc frames have the origin of the page that made them.
  const origin = originOf(globalThis.origin);
  if (origin !== null) new DocumentWatch(origin).begin();
}
