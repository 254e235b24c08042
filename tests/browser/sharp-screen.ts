/** What must also hold where one CSS pixel is several device pixels. Run once per browser. */
import { it } from 'vitest';
import type { Bench } from './browsers';
import { cardSaying } from './card';
import { Composer } from './composer';
import { VIEWPORT } from './driver';
import { marksOf, riskyIn } from './marks';
import { untilEqual } from './until';

export function sharpScreenBehaviours(bench: Bench): void {
  it.each(['contenteditable', 'quill-shadow', 'textarea'])('opens the card under the mouse in a sharp %s', (folder) =>
    Composer.use(bench.driver, `${bench.pages.watched}/${folder}/`, null, async (composer) => {
      await composer.page.setViewport({ ...VIEWPORT, deviceScaleFactor: 2 });
      await composer.type('Hi, the marmot parade is here.');
      await untilEqual('the marks', () => marksOf(composer), riskyIn(await composer.text()));
      const { x, y } = await composer.middleOf('marmot parade');
      await composer.page.mouse.move(x, y, { steps: 3 });
      await cardSaying(composer, 'Marmot parade');
    }));
}
