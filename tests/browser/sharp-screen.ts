/** What must also hold where one CSS pixel is several device pixels. Run once per browser. */
import { it } from 'vitest';
import type { Bench } from './browsers';
import { cardSaying } from './card';
import { Composer } from './composer';
import { VIEWPORT } from './driver';
import { riskyWordsMarked } from './marks';

export function sharpScreenBehaviours(bench: Bench): void {
  it.each(['contenteditable/', 'quill/?in=shadow', 'textarea/'])('opens the card under the mouse in a sharp %s', (path) =>
    Composer.use(bench.driver, `${bench.pages.watched}/${path}`, null, async (composer) => {
      await composer.page.setViewport({ ...VIEWPORT, deviceScaleFactor: 2 });
      await composer.type('Hi, the marmot parade is here.');
      await riskyWordsMarked(composer);
      const { x, y } = await composer.middleOf('marmot parade');
      await composer.page.mouse.move(x, y, { steps: 3 });
      await cardSaying(composer, 'Marmot parade');
    }));
}
