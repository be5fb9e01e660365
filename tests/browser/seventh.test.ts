/** A seventh technique, one folder of content and one model file, in a copy of the project that is built. */
import { expect, test } from '@playwright/test';
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { siteHandler } from '../../scripts/serve/handler.ts';
import { projectWithSeventh } from '../seventh.ts';
import { firstFigure } from './figure.ts';

let root = '';
let server: Server;

test.beforeAll(async () => {
  root = projectWithSeventh();
  await promisify(execFile)(join('node_modules', '.bin', 'astro'), ['build'], { cwd: root, env: { ...process.env, SITE_BASE: '' } });
  const handle = siteHandler(join(root, 'dist'), '/');
  server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

test.afterAll(() => {
  server?.closeAllConnections();
  server?.close();
  rmSync(root, { recursive: true, force: true });
});

test('it has its page, its place in the order, and a figure to step through', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/techniques/back-door/?step=0`);
  await expect(page.locator('.place')).toHaveText('Technique 7 of 7');
  await expect(page.getByRole('navigation', { name: 'Previous and next technique' }).getByRole('link')).toHaveCount(1);
  await expect(page.locator('.model-code, pre').first()).toContainText('backDoor');

  const figure = firstFigure(page);
  await expect(figure).toHaveAttribute('data-awake', '');
  await expect(figure).toHaveAttribute('data-steps', '7');
  for (let step = 1; step < 7; step += 1) {
    await figure.getByRole('button', { name: 'Next step' }).click();
    await expect(figure).toHaveAttribute('data-step', String(step));
  }
  await expect(figure.locator('.caption')).toContainText('The shopper has paid');
  await figure.getByText('B is down', { exact: true }).click();
  await expect(figure).toHaveAttribute('data-scenario', 'b-down');
  expect(errors).toEqual([]);
});
