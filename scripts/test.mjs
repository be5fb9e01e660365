import { join } from 'node:path';
import { installChromium } from './setup/browser.mjs';
import { installPackages } from './setup/packages.mjs';
import { root, run } from './setup/run.mjs';

try {
  const node = await installPackages();
  const browser = await installChromium(node).catch((error) => {
    console.error(`\n${error.message}\n`);
    return '';
  });
  process.exitCode = await run(node, [join(root, 'scripts', 'test', 'stages.ts')], { CHROMIUM_PATH: browser });
} catch (error) {
  console.error(`\n${error.message}`);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
