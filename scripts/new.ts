import { fileURLToPath } from 'node:url';
import { newCommand } from '../src/cli/new.ts';

process.exitCode = newCommand(fileURLToPath(new URL('..', import.meta.url)), process.argv.slice(2));
