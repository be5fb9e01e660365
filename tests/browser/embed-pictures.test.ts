/** The addresses of pictures that the contract promises: of every technique and every named scenario. */
import { expect, test } from '@playwright/test';
import { measuredScenarios } from '../../src/schemas/measurements.ts';
import { techniques } from '../../src/schemas/models.ts';

for (const slug of [...Object.keys(techniques), 'compare']) {
  test(`${slug} has its pictures under every named scenario, and the ordinary run’s without a name as well`, async ({ request }) => {
    const typeOf = async (path: string) => {
      const answer = await request.head(`/embed/v1/${slug}/${path}`);
      return answer.ok() ? answer.headers()['content-type'] : answer.status();
    };
    const folders = ['', ...measuredScenarios.map((name) => `${name}/`)];
    const found = await Promise.all(folders.map(async (folder) => [
      folder, await typeOf(`${folder}poster.svg`), await typeOf(`${folder}animated.svg`), await typeOf(`${folder}poster.png`),
      folder === '' ? 'image/svg+xml; charset=utf-8' : await typeOf(`${folder}step-1.svg`), await typeOf(`${folder}step-99.svg`),
    ]));
    const svg = 'image/svg+xml; charset=utf-8';
    expect(found).toEqual(folders.map((folder) => [folder, svg, svg, 'image/png', svg, 404]));
  });
}

test('the film of the ordinary run stands under that scenario’s name too', async ({ request }) => {
  for (const slug of Object.keys(techniques)) {
    const [plain, named] = await Promise.all(['', 'normal/'].map((folder) => request.get(`/embed/v1/${slug}/${folder}animated.gif`)));
    expect([named!.status(), named!.headers()['content-type']]).toEqual([200, 'image/gif']);
    expect((await named!.body()).equals(await plain!.body())).toBe(true);
  }
});
