import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npm } from '../setup/run.mjs';
import { type Count, fromPlaywright, fromVitest } from './count.ts';

const results = mkdtempSync(join(tmpdir(), 'between-services-'));
const total: Count = { passed: 0, failed: 0, failures: [] };
const summary: string[] = [];

await stage('Types', 'check');
await stage('Lint', 'lint');
await suite('Unit tests', 'unit', fromVitest, (file) => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
await suite('Blog pipelines', 'pipelines', fromVitest, (file) => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
const built = await stage('Build', 'build');
if (!built) note('Browser tests', { passed: 0, failed: 1, failures: [] }, 'not run: there is no site to test');
else if (!process.env['CHROMIUM_PATH']) note('Browser tests', { passed: 0, failed: 1, failures: [] }, 'not run: there is no Chromium, as said above');
else await suite('Browser tests', 'browser', fromPlaywright, () => ['--reporter=list,json']);

rmSync(results, { recursive: true, force: true });
if (total.failures.length > 0) console.log(`\nFailed:\n${total.failures.join('\n')}`);
console.log(`\n${summary.join('\n')}\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Runs a script of package.json that either holds or does not: it counts as one test. */
async function stage(title: string, script: string): Promise<boolean> {
  const started = begin(title);
  const ok = await npm(['run', '--silent', script]) === 0;
  note(title, { passed: ok ? 1 : 0, failed: ok ? 0 : 1, failures: [] }, started());
  return ok;
}

/** Runs a script that leaves a report behind, and counts what the report says. */
async function suite(
  title: string, script: string, count: (file: string) => Count, options: (file: string) => string[],
): Promise<void> {
  const started = begin(title);
  const file = join(results, `${script}.json`);
  const code = await npm(['run', '--silent', script, '--', ...options(file)], { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const counted = count(file);
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  note(title, counted, started());
}

function begin(title: string): () => string {
  console.log(`\n== ${title}`);
  const from = performance.now();
  return () => `${((performance.now() - from) / 1000).toFixed(1)} s`;
}

function note(title: string, count: Count, remark: string): void {
  total.passed += count.passed;
  total.failed += count.failed;
  total.failures.push(...(count.failed > 0 && count.failures.length === 0 ? [`${title} (${remark})`] : count.failures));
  summary.push(`${title}: ${count.passed} passed, ${count.failed} failed (${remark})`);
}
