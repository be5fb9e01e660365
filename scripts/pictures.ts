/**
 * Draws the pictures that are kept as files, in public/embed/v1 and public/social. One that would show
 * the same as before is left alone; `--all` draws all of them again.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fontFiles } from './pictures/fonts.ts';
import { figureRuns } from '../src/site/runs-plugin.ts';
import { gif, png } from './pictures/raster.ts';

process.env['NODE_ENV'] ??= 'production';
const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const { createServer } = await import('vite');
const server = await createServer({
  root, configFile: false, plugins: [figureRuns()], appType: 'custom', logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null }, optimizeDeps: { noDiscovery: true },
});
const { pictureFiles } = await server.ssrLoadModule('/src/site/picture-files.ts') as typeof import('../src/site/picture-files.ts');

const list = join(root, 'src/data/pictures.json');
const before: Record<string, string> = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) as Record<string, string> : {};
const began = performance.now();
const files = pictureFiles();
const all = process.argv.includes('--all');
const stale = files.filter(({ path, hash }) => all || before[path] !== hash || !existsSync(join(root, 'public', path)));
const fonts = stale.length > 0 ? await fontFiles() : [];

for (const [i, { path, width, frames }] of stale.entries()) {
  const bytes = path.endsWith('.gif') ? await gif(frames, width, fonts) : await png(frames[0]!.svg, width, fonts);
  const target = join(root, 'public', path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
  console.log(`${String(i + 1).padStart(String(stale.length).length)}/${stale.length}  ${path}, ${Math.round(bytes.length / 1000)} kB`);
}
for (const path of Object.keys(before).filter((one) => !files.some((file) => file.path === one))) rmSync(join(root, 'public', path), { force: true });
if (fonts[0]) rmSync(dirname(fonts[0]), { recursive: true });

const entries = files.map(({ path, hash }) => `  ${JSON.stringify(path)}: ${JSON.stringify(hash)}`).toSorted();
mkdirSync(dirname(list), { recursive: true });
writeFileSync(list, `{\n${entries.join(',\n')}\n}\n`);
await server.close();
console.log(`${stale.length} of ${files.length} pictures drawn in ${Math.round((performance.now() - began) / 1000)} s; the others were up to date.`);
