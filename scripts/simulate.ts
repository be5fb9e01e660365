import { fileURLToPath } from 'node:url';
import { simulateCommand } from '../src/cli/simulate.ts';

process.exitCode = await simulateCommand(fileURLToPath(new URL('..', import.meta.url)), process.argv.slice(2));
