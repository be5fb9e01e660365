import { atMost, type Row } from './row.ts';
import { type Site, visit } from './site.ts';

const article = '/techniques/direct-api-call/';

/** The bytes of JavaScript on an article page, before and after its figure is touched. */
export async function weight(site: Site): Promise<Row[]> {
  const { page, scripts, everything, close } = await visit(site, article);
  const before = await scripts();
  const all = await everything();
  await page.getByRole('button', { name: 'Next step' }).first().click();
  await page.locator('[data-technique][data-step="1"]').first().waitFor();
  const after = await scripts();
  await close();
  return [
    atMost('JavaScript until a figure is touched, brotli', before / 1000, 5, 'kB'),
    atMost('JavaScript with a working diagram, brotli', after / 1000, 135, 'kB'),
    { what: 'Article page untouched, everything, brotli', measured: `${Math.round(all / 1000)} kB`, bar: '', met: null },
  ];
}
