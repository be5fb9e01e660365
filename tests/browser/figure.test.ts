import { expect, test } from '@playwright/test';
import { firstFigure, holdClock, messagePlaces, openFigure, page1, scrub } from './figure.ts';
import { hold, scripts } from './hold.ts';

test('steps forward and back, and back is where it was', async ({ page }) => {
  const figure = await openFigure(page, '?step=0');
  await expect(figure).toHaveAttribute('data-steps', '9');
  await figure.getByRole('button', { name: 'Next step' }).click();
  await expect(figure).toHaveAttribute('data-step', '1');
  await expect(figure.locator('.caption')).toContainText('The shopper presses Buy');
  await figure.getByRole('button', { name: 'Previous step' }).click();
  await expect(figure).toHaveAttribute('data-step', '0');
  expect(await messagePlaces(figure)).toEqual([]);

  for (let step = 1; step < 9; step += 1) {
    await figure.getByRole('button', { name: 'Next step' }).click();
    await expect(figure).toHaveAttribute('data-step', String(step));
  }
  await figure.getByRole('button', { name: 'Next step' }).click();
  await expect(figure).toHaveAttribute('data-step', '8');
  await expect(figure.locator('.step-count')).toHaveText('Step 8 of 8');
  await expect(figure.locator('[data-participant=shopper]')).toContainText('Order placed');
  await figure.getByRole('button', { name: 'Start over' }).click();
  await expect(figure).toHaveAttribute('data-step', '0');
});

test('plays at the speed chosen, pauses, and stops at the end', async ({ page }) => {
  await page.clock.install();
  const figure = await openFigure(page, '?step=0');
  await holdClock(page);
  await figure.getByRole('button', { name: 'Play' }).click();
  await expect(figure).toHaveAttribute('data-playing', 'true');
  await page.clock.runFor(900);
  await expect(figure).toHaveAttribute('data-step', '1');
  await figure.getByRole('button', { name: 'Pause' }).click();
  await expect(figure).toHaveAttribute('data-playing', 'false');
  const before = await figure.getByRole('slider').inputValue();
  await page.clock.runFor(2000);
  expect(await figure.getByRole('slider').inputValue()).toBe(before);

  await figure.getByRole('group', { name: 'Speed' }).getByText('2', { exact: true }).click();
  await figure.getByRole('button', { name: 'Play' }).click();
  await page.clock.runFor(4500);
  await expect(figure).toHaveAttribute('data-step', '8');
  await expect(figure).toHaveAttribute('data-playing', 'false');
});

test('a message moves along its wire while it plays, as a line through time', async ({ page }) => {
  await page.clock.install();
  const figure = await openFigure(page, '?step=0');
  await holdClock(page);
  await figure.getByRole('button', { name: 'Play' }).click();
  const xs: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    await page.clock.runFor(200);
    const [place] = await messagePlaces(figure);
    xs.push(Number(/translate\(([\d.]+)/.exec(place ?? '')?.[1]));
  }
  expect(xs[1]! - xs[0]!).toBeGreaterThan(20);
  expect(Math.abs((xs[2]! - xs[1]!) - (xs[1]! - xs[0]!))).toBeLessThan(4);
});

test('scrubs to any instant, and the message there has a name, a price and a place', async ({ page }) => {
  const figure = await openFigure(page, '?step=0');
  await scrub(figure, 240);
  await expect(figure).toHaveAttribute('data-step', '4');
  await expect(figure.locator('.current-name')).toContainText('200 OK');
  await expect(figure.locator('.message:not(.off) .price-tag')).toContainText('12.50 v7');
  await expect(figure.locator('[data-participant=shopper]')).toContainText('0.24 s');
  await expect(figure.getByRole('slider')).toHaveAttribute('aria-valuetext', /Step 4 of 8/);
});

test('keys step, jump and play, and leave the choices to themselves', async ({ page }) => {
  const figure = await openFigure(page, '?step=0');
  await figure.press('ArrowRight');
  await expect(figure).toHaveAttribute('data-step', '1');
  await figure.press('ArrowLeft');
  await expect(figure).toHaveAttribute('data-step', '0');
  await figure.press('End');
  await expect(figure).toHaveAttribute('data-step', '8');
  await figure.press('Home');
  await expect(figure).toHaveAttribute('data-step', '0');
  await figure.press(' ');
  await expect(figure).toHaveAttribute('data-playing', 'true');
  await figure.press(' ');
  await expect(figure).toHaveAttribute('data-playing', 'false');
  const slider = figure.getByRole('slider', { name: 'Position in the run' });
  await slider.press('Home');
  await slider.press('ArrowRight');
  await expect(figure).toHaveAttribute('data-step', '1');

  await figure.getByRole('radio', { name: 'Nothing' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure).not.toHaveAttribute('data-scenario', 'normal');
  await expect(figure).toHaveAttribute('data-step', '0');
});

test('tabs change the view by mouse and by arrow keys', async ({ page }) => {
  const figure = await openFigure(page, '?step=3');
  await figure.getByRole('tab', { name: 'Sequence' }).click();
  const sequence = figure.getByRole('img', { name: /Sequence of the messages/ });
  await expect(sequence).toBeVisible();
  await expect(figure.locator('.seq-arrow')).toHaveCount(8);
  await expect(figure.locator('.seq-current')).toHaveText('3select price');
  await expect(figure.getByRole('tab', { name: 'Sequence' })).toHaveAttribute('aria-selected', 'true');
  await figure.getByRole('tab', { name: 'Sequence' }).press('ArrowLeft');
  await expect(figure.getByRole('tab', { name: 'Diagram' })).toBeFocused();
  await expect(sequence).toHaveCount(0);
  await expect(figure).toHaveAttribute('data-step', '3');
});

test('the sequence marks where a wait ends without an answer, and whoever leaves', async ({ page }) => {
  const figure = await openFigure(page, '?scenario=b-slow&step=8&view=sequence');
  await expect(figure.locator('.seq-current')).toHaveText('8time-out');
  await expect(figure.locator('.seq-arrow.current')).toHaveCount(0);
  await expect(figure.locator('.seq-end.past')).toHaveCount(2);
  await figure.press('ArrowRight');
  await expect(figure.locator('.seq-current')).toHaveText('9GET /prices');
  await figure.getByRole('slider', { name: 'Position in the run' }).press('End');
  await expect(figure.locator('.seq-end.past')).toHaveCount(3);
  await expect(figure.locator('.seq-words', { hasText: 'shopper leaves' })).toHaveText('12shopper leaves');
});

test('what goes wrong changes the run: B hangs, time-outs drain, the shopper leaves', async ({ page }) => {
  const figure = await openFigure(page, '?step=0');
  await figure.getByRole('group', { name: 'What goes wrong' }).getByText('B hangs').click();
  await expect(figure).toHaveAttribute('data-scenario', 'b-hang');
  await expect(figure.locator('[data-participant=B]')).toContainText('hangs');
  await scrub(figure, 400);
  await expect(figure.locator('.wait-ring.urgent')).toHaveCount(1);
  await figure.press('End');
  await expect(figure.locator('[data-participant=shopper]')).toContainText('Still no price');
  await expect(figure.locator('.step-list > li')).toHaveCount(8);
});

test('the address names the state, and opening it shows that state', async ({ page }) => {
  const figure = await openFigure(page, '?scenario=b-down&step=2&view=sequence');
  await expect(figure).toHaveAttribute('data-scenario', 'b-down');
  await expect(figure).toHaveAttribute('data-step', '2');
  await expect(figure.getByRole('tab', { name: 'Sequence' })).toHaveAttribute('aria-selected', 'true');
  await figure.getByRole('button', { name: 'Previous step' }).click();
  await expect(page).toHaveURL(/scenario=b-down&step=1&view=sequence/);
  await expect(figure.getByRole('link', { name: 'Link to this step' })).toHaveAttribute('href', '?scenario=b-down&step=1&view=sequence');
});

test('an unknown scenario or step shows the default and a note', async ({ page }) => {
  const figure = await openFigure(page, '?scenario=nonsense&step=99');
  await expect(figure).toHaveAttribute('data-scenario', 'normal');
  await expect(figure).toHaveAttribute('data-step', '0');
  await expect(figure.getByText('a scenario this figure does not have')).toBeVisible();
  await expect(figure.getByText('a step this run does not have')).toBeVisible();
});

test('the first action is not lost, however late the scripts', async ({ page }) => {
  const release = await hold(page, scripts);
  await page.goto(page1);
  const figure = firstFigure(page);
  await figure.getByRole('button', { name: 'Next step' }).click();
  await expect(figure).not.toHaveAttribute('data-awake');
  release();
  await expect(figure).toHaveAttribute('data-step', '1');
});

test('waking shifts nothing and says nothing', async ({ page }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(page1);
  const figure = firstFigure(page);
  await figure.scrollIntoViewIfNeeded();
  const boxes = () => figure.evaluate((root) => [...root.querySelectorAll('.drawing:not([style*="none"]) [data-participant]')]
    .filter((one) => one.getBoundingClientRect().width > 0)
    .map((one) => [one.getAttribute('data-participant'), ...Object.values(one.getBoundingClientRect().toJSON() as Record<string, number>)]));
  const before = await boxes();
  await figure.focus();
  await expect(figure).toHaveAttribute('data-awake', '');
  expect(await boxes()).toEqual(before);
  expect(said).toEqual([]);
});

test('the printed model marks the line that runs, with its step', async ({ page }) => {
  const figure = await openFigure(page, '?step=2');
  const model = page.locator('[data-model="direct-api-call"]');
  await expect(model.locator('[data-running=B]')).toContainText('GET /prices');
  await expect(model.locator('[data-running=B]')).toHaveAttribute('data-at-step', '2');
  await figure.press('End');
  await expect(model.locator('[data-running=A]')).toContainText('return price');
  await expect(model.locator('[data-running]')).toHaveCount(1);
});

test('the caption is announced and holds the figures of the run', async ({ page }) => {
  const figure = await openFigure(page, '?step=5');
  const region = figure.locator('[aria-live=polite]').filter({ hasText: 'Step 5 of 8' });
  await expect(region).toContainText('200 ms');
  await figure.press('ArrowLeft');
  await expect(figure.locator('[aria-live=polite]').first()).toContainText('12.50, version 7');
});
