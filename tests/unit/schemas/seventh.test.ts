/** A seventh technique is a folder of content and a model file: what a build says when a part of it is missing. */
import { execFile } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { projectWithSeventh } from '../../seventh.ts';

const root = projectWithSeventh();
afterAll(() => rmSync(root, { recursive: true }));

const model = 'src/techniques/back-door.ts';
const content = (name: string) => `content/techniques/back-door/${name}`;
const program = "import('./src/schemas/check.ts').then(({ checkContent }) => checkContent('.')).catch(({ message }) => console.log(message))";

/**
 * What the loader says in Node, as before a build, after one file has changed.
 * @param by the file's new text, or null for a file that is not there
 */
async function checked(path: string, by: ((text: string) => string) | null): Promise<string> {
  const text = readFileSync(join(root, path), 'utf8');
  if (by) writeFileSync(join(root, path), by(text));
  else rmSync(join(root, path));
  const { stdout } = await promisify(execFile)('node', ['-e', program], { cwd: root });
  cpSync(join('tests/fixtures/seventh', path), join(root, path));
  return stdout.trim();
}

test('whole, it has nothing wrong with it', async () => {
  expect(await checked(model, (text) => text)).toBe('');
});

test('no model, or one that is called otherwise', async () => {
  expect(await checked(model, null)).toMatchInlineSnapshot(`"content/techniques/back-door: expected src/techniques/back-door.ts to export a technique with the slug back-door, but found async-messaging, async-polling, cache-with-api-updates, cache-with-update-events, direct-api-call and shared-data."`);
  expect(await checked(model, (text) => text.replace("'back-door'", "'side-door'"))).toMatchInlineSnapshot(`"content/techniques/back-door: expected src/techniques/back-door.ts to export a technique with the slug back-door, but found async-messaging, async-polling, cache-with-api-updates, cache-with-update-events, direct-api-call and shared-data."`);
});

test.each(['article.mdx', 'story.yaml', 'trade-offs.yaml'])('no %s', async (name) => {
  expect(await checked(content(name), null)).toBe(`${content(name)}: expected this file, but it is missing.`);
});

test('a criterion left out', async () => {
  expect(await checked(content('trade-offs.yaml'), (text) => text.replace(/ {2}operability:[^]*/, ''))).toMatchInlineSnapshot(`"content/techniques/back-door/trade-offs.yaml, line 2, criteria.operability: expected a map with verdict, because, pros, cons or depends, but it is missing."`);
});

test('a caption for a message that never happens, a step without a caption', async () => {
  expect(await checked(content('story.yaml'), (text) => text.replace('  one row:', '  two rows: They come back.\n  one row:'))).toMatchInlineSnapshot(`"content/techniques/back-door/story.yaml, line 5, captions.two rows: expected a message or a wait of any story of this technique, but found "two rows", which never happens; the nearest valid name is "one row"."`);
  expect(await checked(content('story.yaml'), (text) => text.replace(/ {2}committed:.*\n/, ''))).toMatchInlineSnapshot(`
    "content/techniques/back-door/story.yaml, line 11, scenarios.normal.captions: expected a caption for step 5 at 260ms, but found none: add one under "orders -> A committed (1)", or under "committed" for all such steps.
    content/techniques/back-door/story.yaml, line 14, scenarios.b-down.captions: expected a caption for step 5 at 260ms, but found none: add one under "orders -> A committed (1)", or under "committed" for all such steps."
  `);
});

test('a figure of a story that is not told', async () => {
  expect(await checked(content('article.mdx'), (text) => text.replace('"b-down"', '"b-slow"'))).toMatchInlineSnapshot(`"content/techniques/back-door/article.mdx, line 23, <Diagram>.scenario: expected a scenario of story.yaml: normal or b-down, but found "b-slow"; the nearest valid name is "b-down"."`);
});
