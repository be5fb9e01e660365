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

test('a unit test that failed is counted and named, and so is a file that could not be loaded', () => {
  const file = report({
    numPassedTests: 5,
    numFailedTests: 1,
    testResults: [
      { name: join(process.cwd(), 'tests/a.test.ts'), status: 'failed', message: 'No such module\n  at a', assertionResults: [] },
      {
        name: join(process.cwd(), 'tests/b.test.ts'), status: 'failed', message: '', assertionResults: [
          { fullName: 'b holds', status: 'failed', failureMessages: ['expected 1 to be 2\n  at b'] },
          { fullName: 'b stands', status: 'passed', failureMessages: [] },
        ],
      },
      { name: 'tests/c.test.ts', status: 'passed', message: '', assertionResults: [{ fullName: 'c', status: 'passed', failureMessages: [] }] },
    ],
  });
  expect(fromVitest(file)).toEqual({
    passed: 5,
    failed: 2,
    failures: ['tests/a.test.ts › could not be loaded › No such module', 'tests/b.test.ts › b holds › expected 1 to be 2'],
  });
});

test('a browser test that failed is counted and named, and so is an error outside the tests; a second try that held is a pass', () => {
  const spec = (title: string, ok: boolean, message?: string) =>
    ({ title, file: 'a.test.ts', line: 3, ok, tests: [{ results: [{ error: message === undefined ? undefined : { message } }] }] });
  const file = report({
    stats: { expected: 7, unexpected: 1, flaky: 1 },
    errors: [{ message: 'the port is taken' }],
    suites: [{ specs: [spec('opens', true)], suites: [{ specs: [spec('closes', false, '\u001b[31mError: timed out\u001b[39m\n at a')] }] }],
  });
  expect(fromPlaywright(file)).toEqual({
    passed: 8,
    failed: 2,
    failures: ['a.test.ts:3 › closes › Error: timed out', 'outside the tests › the port is taken'],
  });
});

test('a report that is missing or broken counts as a failure', () => {
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{');
  expect(fromVitest(join(folder, 'none.json'))).toMatchObject({ passed: 0, failed: 1 });
  expect(fromPlaywright(broken)).toMatchObject({ passed: 0, failed: 1 });
});

function report(content: object): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}
