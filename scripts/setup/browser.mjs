import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { root, run } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** What Playwright switches off on Linux, whose list a second one replaces; and the toolbar and the lists below the address bar, each of which every window would load as a page of its own. */
const withoutFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay', 'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch',
  'WebUIToolbar', 'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup',
];

/** Flags under which Chromium runs in a container, and asks the network for nothing of its own. */
export const chromiumFlags = [
  ...(process.platform === 'linux' ? ['--no-sandbox', '--disable-dev-shm-usage'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  `--disable-features=${withoutFeatures.join(',')}`,
];

/**
 * Where a Chromium that runs is on this machine: CHROMIUM_PATH, then the system's, then Playwright's own.
 * Call it only once node_modules is there.
 * @returns {string | null} the path of the program, or null when there is none
 */
export function findChromium() {
  const asked = process.env.CHROMIUM_PATH;
  return (asked ? [asked] : [...systems(), playwrights()]).find(runs) ?? null;
}

/**
 * Finds a Chromium, or gets one: Playwright's, else Debian's package where this is Debian and we are root.
 * @param {string} node the Node program that runs Playwright
 * @returns {Promise<string>} the path of the program
 * @throws {Error} with a sentence on what could not be done and what to do
 */
export async function installChromium(node) {
  let found = findChromium();
  if (found) return found;
  if (process.env.CHROMIUM_PATH) {
    throw new Error(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which does not run. Correct it, or unset it.`);
  }
  console.log('No Chromium here yet. Asking Playwright for one ...');
  await run(node, [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'], {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
  });
  found = findChromium();
  if (!found && process.platform === 'linux' && process.getuid() === 0) {
    console.log('That gave none that runs. Asking Debian for its package ...');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], env);
    await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], env);
    found = findChromium();
  }
  if (found) return found;
  throw new Error('There is no Chromium here and none could be installed, so the browser tests cannot run. '
    + 'Install Chromium or Chrome (on Debian, as root: apt-get install chromium), '
    + 'or set CHROMIUM_PATH to one, and run this again.');
}

function systems() {
  const { env, platform } = process;
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function playwrights() {
  return createRequire(import.meta.url)('playwright-core').chromium.executablePath();
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}
