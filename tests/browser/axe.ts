/** axe, the accessibility checker, on any open page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RunOptions, AxeResults } from 'axe-core';
import type { OwnPage } from './own-page';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Everything axe has, and the size of what one presses, which it leaves out unasked. */
const OPTIONS: RunOptions = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };

/** One line for each fault: the rule, the element, what is wrong with it. Looks into open shadow roots, not into closed ones. */
export async function faultsOf(page: Pick<OwnPage, 'evaluate'>): Promise<string[]> {
  await page.evaluate(`(() => { if (!globalThis.axe) { ${SOURCE} } })()`);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(OPTIONS)})`);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${String(target)}: ${failureSummary}`));
}

/** By how many pixels the page is wider than the window; a person would have to scroll sideways. */
export function overhangOf(page: Pick<OwnPage, 'evaluate'>): Promise<number> {
  return page.evaluate('Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)');
}
