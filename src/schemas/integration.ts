import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { checkContent } from './check.ts';
import { ContentError } from './errors.ts';

/**
 * Checks all content before a build, which stops with nothing but the messages; `astro dev` says them and goes on.
 */
export function checkedContent(): AstroIntegration {
  return {
    name: 'checked-content',
    hooks: {
      'astro:config:setup': ({ command, config, logger }) => {
        if (command !== 'build' && command !== 'dev') return;
        try {
          checkContent(fileURLToPath(config.root));
        } catch (error) {
          if (!(error instanceof ContentError)) throw error;
          for (const line of error.message.split('\n')) logger.error(line);
          if (command === 'build') process.exit(1);
        }
      },
    },
  };
}
