import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root, run } from './run.mjs';

const folder = join(root, 'tests', 'hosts');

/**
 * Gets what the blogs' pipelines need, before their tests: the packages of tests/hosts, and Hugo where
 * this is Debian and we are root. Vitest runs it as a global set-up.
 * @throws {Error} with a sentence when the packages could not be installed
 */
export default async function setUpHosts() {
  if (!sameVersions('package-lock.json', join('node_modules', '.package-lock.json'))) {
    console.log('Installing the packages of tests/hosts ...');
    const code = await npm(['ci', '--prefix', folder, '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) throw new Error(`npm could not install the packages of tests/hosts (exit code ${code}); its reason is above.`);
  }
  if (!hasHugo() && process.platform === 'linux' && process.getuid() === 0) {
    console.log('No Hugo here yet. Asking Debian for its package ...');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], env);
    await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'hugo'], env);
  }
  if (!hasHugo()) {
    console.log('There is no Hugo here, so its tests are skipped. To run them, install it: on Debian, apt-get install hugo.');
  }
}

/** Whether a Hugo that runs is on this machine. */
export function hasHugo() {
  return spawnSync('hugo', ['version'], { timeout: 20_000 }).status === 0;
}

function sameVersions(wanted, present) {
  const [asked, got] = [wanted, present].map((file) => {
    try {
      return JSON.parse(readFileSync(join(folder, file), 'utf8')).packages;
    } catch {
      return null;
    }
  });
  return asked !== null && got !== null && Object.entries(asked).every(([path, entry]) =>
    path === '' || entry.optional || entry.peer || got[path]?.version === entry.version);
}
