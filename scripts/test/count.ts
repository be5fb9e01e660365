import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export interface Count {
  passed: number;
  failed: number;
  /** A line for each failure whose name is known: file, title and the first line of what it said. */
  failures: string[];
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: VitestFile[];
}

interface VitestFile {
  name: string;
  status: string;
  message: string;
  assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: { message?: string }[];
  suites: PlaywrightSuite[];
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs: { title: string; file: string; line: number; ok: boolean; tests: { results: { error?: { message?: string } }[] }[] }[];
}

const unread: Count = { passed: 0, failed: 1, failures: [] };

/** Counts a Vitest JSON report; a file that could not be loaded is one failure, and so is a missing report. */
export function fromVitest(file: string): Count {
  const report = read<VitestReport>(file);
  if (!report) return unread;
  const unloaded = report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0);
  const failed = report.testResults.flatMap((one) => one.assertionResults
    .filter(({ status }) => status === 'failed')
    .map((test) => line(relative('.', one.name), test.fullName, test.failureMessages[0])));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    failures: [...unloaded.map((one) => line(relative('.', one.name), 'could not be loaded', one.message)), ...failed],
  };
}

/** Counts a Playwright JSON report; an error outside the tests is a failure, and so is a missing report. */
export function fromPlaywright(file: string): Count {
  const report = read<PlaywrightReport>(file);
  if (!report) return unread;
  const { expected, flaky, unexpected } = report.stats;
  const specs = report.suites.flatMap(function within(suite): PlaywrightSuite['specs'] {
    return [...suite.specs, ...(suite.suites ?? []).flatMap(within)];
  });
  const failed = specs.filter(({ ok }) => !ok).map((spec) => line(
    `${spec.file}:${spec.line}`, spec.title, spec.tests[0]?.results.find(({ error }) => error)?.error?.message));
  return {
    passed: expected + flaky,
    failed: unexpected + report.errors.length,
    failures: [...failed, ...report.errors.map(({ message }) => line('outside the tests', '', message))],
  };
}

function line(place: string, title: string, said = ''): string {
  return [place, title, stripVTControlCharacters(said).trim().split('\n', 1)[0]].filter(Boolean).join(' › ');
}

function read<Report>(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return null;
  }
}
