/** Every step of every run in each of the three drawings: whatever has words on it stands clear of the rest. In an embed, since a small page is laid out soonest. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { measuredScenarios } from '../../src/schemas/measurements.ts';
import { techniques } from '../../src/schemas/models.ts';
import { clashes } from './clashes.ts';
import { firstFigure } from './figure.ts';

/** Which of them a screen of a width has. */
const drawings = { 1280: 1000, 768: 600, 320: 320 };

async function awake(page: Page, address: string): Promise<Locator> {
  await page.goto(address);
  const figure = firstFigure(page);
  await figure.focus();
  await expect(figure).toHaveAttribute('data-awake', '');
  return figure;
}

async function* drawingsOf(page: Page, figure: Locator, widths: readonly (keyof typeof drawings)[]): AsyncGenerator<number> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 1000 });
    await expect(figure.locator('.drawing')).toHaveAttribute('data-width', String(drawings[width]));
    yield width;
  }
}

const choicesOf = (figure: Locator): Promise<string[]> =>
  figure.locator('.scenarios input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));

for (const slug of Object.keys(techniques)) {
  test(`${slug} can be read on a screen 1280, 768 and 320 wide`, async ({ page }) => {
    test.setTimeout(240_000);
    const figure = await awake(page, `/embed/v1/${slug}/`);
    const scenarios = await choicesOf(figure);
    for await (const width of drawingsOf(page, figure, [1280, 768, 320])) {
      const found: string[] = [];
      for (const scenario of scenarios) {
        await figure.locator(`.scenarios [value="${scenario}"]`).evaluate((choice: HTMLInputElement) => choice.click());
        await expect(figure).toHaveAttribute('data-scenario', scenario);
        found.push(...await figure.evaluate(clashes));
      }
      expect(found, `${width} px`).toEqual([]);
    }
  });

  test(`${slug} can be read in the scenarios that no author tells of, 1280 and 320 wide`, async ({ page }) => {
    test.setTimeout(240_000);
    const told = await choicesOf(await awake(page, `/embed/v1/${slug}/`));
    const found: string[] = [];
    for (const scenario of measuredScenarios.filter((name) => !told.includes(name))) {
      const figure = await awake(page, `/embed/v1/${slug}/?scenario=${scenario}`);
      await expect(figure).toHaveAttribute('data-scenario', scenario);
      for await (const width of drawingsOf(page, figure, [1280, 320])) found.push(...(await figure.evaluate(clashes)).map((one) => `${width} px: ${one}`));
    }
    expect(found).toEqual([]);
  });
}
