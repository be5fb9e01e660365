import { expect, type Locator, type Page } from '@playwright/test';

export const page1 = '/techniques/direct-api-call/';

/** The article's first figure. */
export const firstFigure = (page: Page): Locator => page.locator('figure[data-technique]').first();

/** Goes to an article with its figure in view and awake. */
export async function openFigure(page: Page, query = '', path = page1): Promise<Locator> {
  await page.goto(`${path}${query}`);
  const figure = firstFigure(page);
  await figure.scrollIntoViewIfNeeded();
  if (query === '') await figure.focus();
  await expect(figure).toHaveAttribute('data-awake', '');
  return figure;
}

/** Puts the slider where a reader drags it to, in milliseconds of the run. */
export async function scrub(figure: Locator, ms: number): Promise<void> {
  await figure.getByRole('slider', { name: 'Position in the run' }).fill(String(ms));
}

/** Stops the clock, so that from now on time passes only by `page.clock.runFor`. */
export async function holdClock(page: Page): Promise<void> {
  await page.clock.pauseAt(await page.evaluate(() => Date.now()) + 1000);
}

/** Where the messages under way are drawn, as their transforms. */
export const messagePlaces = (figure: Locator): Promise<string[]> =>
  figure.locator('.message:not(.off)').evaluateAll((all) => all.map((one) => one.getAttribute('transform') ?? ''));
