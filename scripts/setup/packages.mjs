import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root } from './run.mjs';

const own = join(root, 'node_modules', '.bin', 'node');
const needed = [22, 19];

/**
 * Installs what package-lock.json asks for, unless npm's own record says that it is there.
 * @returns {Promise<string>} the Node program that runs everything from here on
 * @throws {Error} with a sentence on what could not be done and what to do
 */
export async function installPackages() {
  if (!atLeast(process.versions.node, [20, 0])) {
    throw new Error(`This is Node ${process.versions.node}. Install Node 20 or newer from https://nodejs.org and run this again.`);
  }
  if (!isInstalled() || (existsSync(own) && !modernNode())) {
    console.log('Installing packages (npm ci) ...');
    const code = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) {
      throw new Error(`npm could not install the packages (exit code ${code}); its reason is above. `
        + 'If it could not reach the registry, check the network or the registry setting of npm, and run this again.');
    }
  }
  if (!modernNode()) await npm(['rebuild', 'node', '--loglevel=error']);
  const node = modernNode();
  if (node) return node;
  throw new Error('The packages are there, but Node 24 is not: its install script did not run. '
    + 'Either let it ("npm rebuild node --ignore-scripts=false"), or install Node 24 yourself, and run this again.');
}

function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf(join('node_modules', '.package-lock.json'));
  return wanted !== null && present !== null && Object.entries(wanted).every(([path, entry]) =>
    path === '' || entry.optional || present[path]?.version === entry.version);
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return null;
  }
}

function modernNode() {
  return [own, process.execPath].find((program) => {
    const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
    return stdout && atLeast(stdout.trim().slice(1), needed);
  });
}

function atLeast(version, [major, minor]) {
  const [a = 0, b = 0] = version.split('.').map(Number);
  return a > major || (a === major && b >= minor);
}
