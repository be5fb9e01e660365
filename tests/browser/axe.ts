import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

interface Look {
  /** Only the element of this selector; else the whole page. */
  within?: string;
  /** Only these rules; else all that axe has on by itself. */
  rules?: readonly string[];
  /** Also the frames of other origins, which takes three times as long. */
  everyOrigin?: boolean;
}

/**
 * What axe objects to in a page and its frames, all of it laid out, once its colours have come to rest.
 * @returns a line for each rule that is broken: its id and the elements that break it
 */
export async function violations(page: Page, { within, rules, everyOrigin = false }: Look = {}): Promise<string[]> {
  await page.evaluate(() => document.querySelectorAll('[data-later]').forEach((piece) => piece.removeAttribute('data-later')));
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((one) => one instanceof CSSTransition).map(({ finished }) => finished)));
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], ...(rules && { runOnly: { type: 'rule', values: [...rules] } }) })
    .setLegacyMode(!everyOrigin);
  if (within !== undefined) axe.include(within);
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
