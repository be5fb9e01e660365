import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Flags under which Chromium runs in a container, and asks the network for nothing of its own. */
export const chromiumFlags = [
  ...(process.platform === 'linux' ? ['--no-sandbox', '--disable-dev-shm-usage'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/**
 * Where a Chromium is on this machine: CHROMIUM_PATH, then the system's, then Playwright's own.
 * Call it only once node_modules is there.
 * @returns {string | null} the path of the program, or null when there is none
 */
export function findChromium() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) return runnable(asked) ? asked : null;
  return [...systems(), playwrights()].find(runnable) ?? null;
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

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
