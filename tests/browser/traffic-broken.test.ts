import { expect, test, type Locator, type Page } from '@playwright/test';
import { scrub } from './figure.ts';

const figureOf = (page: Page) => page.locator('figure.traffic');
const ready = (figure: Locator) => expect(figure).toHaveAttribute('data-busy', 'false');

/** All that a reader sees of the run: what is chosen, what is said, the drawing's words, marks, charts, figures. */
const seen = (figure: Locator) => figure.evaluate((element) => {
  const words = (part: string) => [...element.querySelectorAll<HTMLElement>(part)].map((one) => one.innerText);
  return {
    chosen: words('.scenarios label:has(:checked)'), said: words('.caption-block'), count: words('.lost summary'), figures: words('table'),
    drawn: [...element.querySelectorAll('.stage text')].filter((one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible').map((one) => one.textContent).filter(Boolean),
    marks: element.querySelectorAll('.lost-lane .cross').length, charts: element.querySelector('.strips')!.innerHTML,
    sliders: [...element.querySelectorAll('input[type=range]')].map((one) => one.getAttribute('aria-valuetext')),
  };
});

/** Copies the link to what is on show and opens it where nothing is known of this page. */
async function elsewhere(figure: Locator): Promise<Locator> {
  const page = figure.page();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await figure.getByRole('link', { name: 'Link to this run' }).click();
  await expect(figure.getByRole('link', { name: 'Link copied' })).toBeVisible();
  const other = await (await page.context().browser()!.newContext({ viewport: page.viewportSize() })).newPage();
  await other.goto(await page.evaluate(() => navigator.clipboard.readText()));
  await ready(figureOf(other));
  return figureOf(other);
}

/** What a press of "Break it now" breaks, what that looks like in the drawing, and what becomes of a checkout then. */
const techniques = [
  { slug: 'shared-data', breaks: 'Database down', drawn: 'down', lost: /a connection was refused or lost$/, ends: /503 Service Unavailable reaches the shopper/ },
  { slug: 'direct-api-call', breaks: 'B is down', drawn: 'down', lost: /a connection was refused or lost$/, ends: /503 Service Unavailable reaches the shopper/ },
  { slug: 'async-polling', breaks: 'B is down', drawn: 'down', lost: /a connection was refused or lost$/, ends: /503 Service Unavailable reaches the shopper/ },
  { slug: 'async-messaging', breaks: 'B is down', drawn: 'down', lost: /the shopper left before an answer$/, ends: /The shopper leaves/ },
  { slug: 'cache-with-api-updates', breaks: 'Messages lost', drawn: null, lost: /charged a price that was no longer true$/, ends: /201 Created reaches the shopper/ },
  { slug: 'cache-with-update-events', breaks: 'Broker down', drawn: 'down', lost: /charged a price that was no longer true$/, ends: /201 Created reaches the shopper/ },
];

for (const { slug, breaks, drawn, lost, ends } of techniques) {
  test(`${slug}: broken in play, watched, gone back over, stepped through by keyboard, and the same elsewhere`, async ({ page }) => {
    await page.goto(`/techniques/${slug}/`);
    const figure = figureOf(page);
    await figure.scrollIntoViewIfNeeded();
    await scrub(figure, 2000);
    await ready(figure);
    const unbroken = await seen(figure);

    await figure.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => figure.getAttribute('data-position').then(Number)).toBeGreaterThan(2050);
    await figure.getByRole('button', { name: 'Break it now' }).click();
    await expect(figure.getByRole('radio', { name: breaks })).toBeChecked();
    await expect(figure).toHaveAttribute('data-playing', 'true');
    await ready(figure);
    await expect(figure.getByText(/Right now /)).toBeVisible();
    if (drawn) await expect(figure.locator('.stage').getByText(drawn, { exact: true })).toHaveCount(1);
    await figure.getByRole('button', { name: 'Pause' }).click();

    await scrub(figure, 2000);
    const before = await seen(figure);
    expect([before.said, before.drawn]).toEqual([unbroken.said, unbroken.drawn]);
    expect(before.count).not.toEqual(unbroken.count);
    expect(before.marks).toBeGreaterThan(unbroken.marks);
    expect(before.charts).toContain('strip-fault');

    await scrub(figure, 3600);
    await expect(page).toHaveURL(/position=3\.6s/);
    const there = await elsewhere(figure);
    expect(await seen(there)).toEqual(await seen(figure));

    await figure.locator('.lost summary').focus();
    await page.keyboard.press('Enter');
    await expect(figure.locator('.lost li button').first()).toBeVisible();
    const row = figure.locator('.lost li button:focus');
    for (let rows = 0, at = 0; at < 2.5 && rows < 20; rows += 1) {
      await page.keyboard.press('Tab');
      at = Number(/ at ([\d.]+) s,/.exec(await row.innerText())?.[1]);
    }
    await expect(row).toHaveText(lost);
    await page.keyboard.press('Enter');
    await expect(figure.getByText(/step 0 of \d+/)).toBeVisible();
    await expect(figure.locator('.stage')).toBeInViewport();
    const last = Number(/step 0 of (\d+)/.exec(await figure.locator('.step-count').innerText())![1]);
    let others = 0;
    const told: string[] = [];
    for (let step = 1; step <= last; step += 1) {
      await page.keyboard.press('ArrowRight');
      await expect(figure.getByText(`step ${step} of ${last}`)).toBeVisible();
      told.push(await figure.locator('.caption').innerText());
      others += await figure.locator('.stage .aside').count();
    }
    expect(others, 'messages of other checkouts').toBeGreaterThan(0);
    expect(told.join('\n')).toMatch(ends);
    await expect(figure.locator('.predict-note')).toHaveText(new RegExp(lost.source.replace('$', '.$')));

    const followed = await elsewhere(figure);
    await expect(followed.getByText(`step ${last} of ${last}`)).toBeVisible();
    expect((await seen(followed)).said).toEqual((await seen(figure)).said);
    await figure.getByRole('button', { name: 'Back to the traffic' }).focus();
    await page.keyboard.press('Enter');
    await expect(figure).not.toHaveAttribute('data-checkout');
    await expect(row).toHaveText(lost);
  });
}
