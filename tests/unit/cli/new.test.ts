import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { layOut } from '../../../src/cli/new.ts';
import { checkContent } from '../../../src/schemas/check.ts';
import { techniques } from '../../../src/schemas/models.ts';
import { sentences } from '../schemas/read.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'new-'));
  mkdirSync(join(root, 'src'));
  cpSync('src/techniques', join(root, 'src/techniques'), { recursive: true });
  cpSync('content', join(root, 'content'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const everything = () => readdirSync(root, { recursive: true }).map(String).toSorted();

test('what is laid out is content that has nothing wrong with it, beside a model like that of a direct call', () => {
  const said = layOut(root, ['technique', 'Shared files']);
  for (const file of ['src/techniques/shared-files.ts', 'content/techniques/shared-files/story.yaml']) expect(said).toContain(file);
  expect(read('src/techniques/shared-files.ts')).toContain("slug: 'shared-files'");
  const model = { ...techniques['direct-api-call']!, slug: 'shared-files' };
  const content = checkContent(root, { ...techniques, 'shared-files': model });
  const laid = content.techniques.at(-1)!;
  expect([laid.slug, laid.frontMatter.title, laid.frontMatter.order]).toEqual(['shared-files', 'Shared files', content.techniques.length]);
});

test('a model is a constant of its own, whatever the name', () => {
  layOut(root, ['technique', 'Switch']);
  layOut(root, ['technique', 'Shared files 2: the return']);
  expect(read('src/techniques/switch.ts')).toContain('export const switchTechnique =');
  expect(read('src/techniques/shared-files-2-the-return.ts')).toContain('export const sharedFiles2TheReturn =');
});

test('nothing that is there is touched', () => {
  const all = () => everything().filter((path) => !path.includes('shared-files') && statSync(join(root, path)).isFile()).map((path) => [path, read(path)]);
  const before = all();
  layOut(root, ['technique', 'Shared files']);
  expect(all()).toEqual(before);
});

test('a name that is taken or impossible is told so, and nothing is written', () => {
  const before = everything();
  const wrong = (...given: string[]) => sentences(() => layOut(root, given));
  expect(wrong()).toMatchInlineSnapshot(`"new: expected what to lay out, as in npm run new -- technique "Name", but found nothing."`);
  expect(wrong('tecnique', 'Shared files')).toMatchInlineSnapshot(`"tecnique: expected what to lay out: technique, but found "tecnique"; the nearest valid name is "technique"."`);
  expect(wrong('technique')).toMatchInlineSnapshot(`"new technique: expected a name, as in npm run new -- technique "Name", but found none."`);
  expect(wrong('technique', 'Shared', 'files')).toMatchInlineSnapshot(`"new technique: expected one name, as in npm run new -- technique "Name", but found "Shared" and "files"."`);
  expect(wrong('technique', 'Direct API call!')).toMatchInlineSnapshot(`"new technique: expected a name that is not taken, but "Direct API call!" would be content/techniques/direct-api-call, which is there already."`);
  for (const name of ['', '   ', '../..', '42 ways', 'Brieftaubenpost für alle', 'a'.repeat(51), 'with "quotes"', '<b>']) {
    expect(wrong('technique', name)).toMatch(/expected a name of at most 50 plain letters/);
  }
  expect(everything()).toEqual(before);
});
