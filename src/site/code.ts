/** How code is coloured: one theme made of the site's own custom properties, so that it follows light and dark. */
import type { ShikiTransformer, ThemeRegistration } from 'shiki';

export const theme: ThemeRegistration = {
  name: 'between-services',
  type: 'light',
  fg: 'var(--ink)',
  bg: 'var(--stage)',
  settings: [
    { settings: { foreground: 'var(--ink)' } },
    { scope: ['comment', 'punctuation.definition.comment'], settings: { foreground: 'var(--ink3)' } },
    {
      scope: ['keyword', 'storage', 'keyword.operator.new', 'variable.language', 'constant.language'],
      settings: { foreground: 'var(--ink3)' },
    },
    { scope: ['keyword.operator', 'storage.type.function.arrow'], settings: { foreground: 'var(--ink)' } },
    {
      scope: ['string', 'punctuation.definition.string', 'constant.other.symbol', 'markup.inline.raw'],
      settings: { foreground: 'var(--tell)' },
    },
    { scope: ['string.json support.type.property-name', 'support.type.property-name', 'support.type.property-name.json', 'meta.object-literal.key string'], settings: { foreground: 'var(--ink)' } },
  ],
};

const colours: Record<string, string> = { A: 'var(--a)', B: 'var(--b)' };

/** Gives A and B their colours where they stand as names of their own in code. */
export function nameParticipants(): ShikiTransformer {
  return {
    name: 'name-participants',
    tokens(lines) {
      return lines.map((line) => line.flatMap((token) => {
        if (token.color !== 'var(--ink)' || !/\b[AB]\b/.test(token.content)) return [token];
        let offset = token.offset;
        return token.content.split(/\b([AB])\b/).filter(Boolean).map((content) => {
          const colour = colours[content];
          const part = { ...token, content, offset, ...(colour ? { color: colour, fontStyle: 2 as const } : {}) };
          offset += content.length;
          return part;
        });
      }));
    },
  };
}

/** Gives every line `data-line`, its number from 1. */
export function numberLines(): ShikiTransformer {
  return {
    name: 'number-lines',
    line(node, number) {
      node.properties['data-line'] = String(number);
    },
  };
}
