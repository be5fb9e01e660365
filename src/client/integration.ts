import type { AstroIntegration } from 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    'client:wake'?: 'touch' | 'address' | 'traffic' | 'compare';
  }
}

/** Registers `client:wake`: see `wake.ts` for what it does. */
export function wake(): AstroIntegration {
  return {
    name: 'wake',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) => {
        addClientDirective({ name: 'wake', entrypoint: './src/client/wake.ts' });
      },
    },
  };
}
