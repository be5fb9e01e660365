import { join } from 'node:path';
import { installPackages } from './setup/packages.mjs';
import { npm, root, run } from './setup/run.mjs';

try {
  const node = await installPackages();
  console.log('Building the site ...');
  const built = await npm(['run', '--silent', 'build']);
  if (built !== 0) throw new Error('The site was not built; the reason is above. Correct it and run this again.');
  process.exitCode = await run(node, [join(root, 'scripts', 'serve.ts')]);
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
