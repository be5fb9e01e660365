import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fromPlaywright, fromVitest } from '../../../scripts/test/count.ts';
import { importsOf } from './imports.ts';

const folder = mkdtempSync(join(tmpdir(), 'counts-'));

afterAll(() => rmSync(folder, { recursive: true }));

test('what runs before anything is installed imports nothing that must be installed', () => {
  const files = globSync('scripts/{start,test,setup/*}.mjs');
  expect(files.length).toBeGreaterThan(4);
  for (const file of files) {
    for (const { specifier } of importsOf(file)) expect(specifier).toMatch(/^(node:|\..*\.mjs$)/);
  }
});

test('the README says of every dependency why it is there', () => {
  const readme = readFileSync('README.md', 'utf8');
  const table = readme.slice(readme.indexOf('### Dependencies'));
  const named = table.split('\n')
    .filter((line) => line.startsWith('| '))
    .flatMap((line) => line.split('|')[1]?.split(',').map((name) => name.trim()) ?? []);
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, object>;
  const unexplained = Object.keys({ ...dependencies, ...devDependencies }).filter((name) =>
    !named.includes(name) && !named.includes(name.replace(/\/.*/, '/*')));
  expect(unexplained).toEqual([]);
});

test('a unit test file that could not be loaded counts as a failure', () => {
  const file = report({
    numPassedTests: 5,
    numFailedTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] },
    ],
  });
  expect(fromVitest(file)).toEqual({ passed: 5, failed: 2 });
});

test('a browser error outside the tests counts as a failure, a second try that held as a pass', () => {
  const file = report({ stats: { expected: 7, unexpected: 1, flaky: 1 }, errors: [{}] });
  expect(fromPlaywright(file)).toEqual({ passed: 8, failed: 2 });
});

test('a report that is missing or broken counts as a failure', () => {
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{');
  expect(fromVitest(join(folder, 'none.json'))).toEqual({ passed: 0, failed: 1 });
  expect(fromPlaywright(broken)).toEqual({ passed: 0, failed: 1 });
});

function report(content: object): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}
