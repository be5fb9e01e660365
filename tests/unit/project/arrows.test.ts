import ts from 'typescript';
import { expect, test } from 'vitest';
import { importsOf, parse, sourceFiles } from './imports.ts';

const below: Record<string, string[]> = {
  simulation: [],
  techniques: ['simulation'],
  player: ['simulation', 'techniques'],
  schemas: ['simulation', 'techniques', 'player'],
  diagram: ['simulation', 'techniques', 'player'],
  pictures: ['simulation', 'techniques', 'player', 'diagram'],
  'take-away': ['simulation', 'techniques', 'player', 'schemas'],
  compare: ['simulation', 'techniques', 'player', 'diagram', 'measure', 'schemas', 'take-away'],
  embed: ['simulation', 'techniques', 'player', 'diagram', 'pictures'],
  client: [],
  measure: ['simulation', 'techniques', 'schemas'],
  verification: ['simulation', 'techniques', 'schemas'],
  cli: ['simulation', 'techniques', 'player', 'schemas', 'take-away', 'measure'],
  site: ['simulation', 'techniques', 'player', 'schemas', 'diagram', 'pictures', 'measure', 'verification', 'compare', 'embed'],
  components: ['simulation', 'player', 'schemas', 'diagram', 'measure', 'compare', 'embed', 'site', 'styles'],
};

test.each(Object.entries(below))('src/%s imports from nothing above it', (layer, allowed) => {
  const wrong = sourceFiles(`src/${layer}/**/*.{ts,tsx,astro}`).flatMap((file) =>
    importsOf(file)
      .filter((one) => one.file && ![layer, ...allowed].includes(one.file.split('/')[1] ?? ''))
      .map((one) => `${file} imports ${one.file}`));
  expect(wrong).toEqual([]);
});

test('no Zod, YAML, content or Node module is reachable from code that a browser runs', () => {
  const entries = sourceFiles('src/{simulation,techniques,player,diagram,compare,embed,client}/**/*.{ts,tsx}');
  const seen = new Set([...entries.filter((file) => !file.endsWith('/integration.ts')), ...sourceFiles('src/**/*.astro')]);
  const wrong: string[] = [];
  for (const file of seen) {
    for (const one of importsOf(file, 'scripts')) {
      if (one.typeOnly) continue;
      if (/^(zod|yaml|astro\/zod|astro:content|astro\/loaders|node:)/.test(one.specifier)) {
        wrong.push(`${file} imports ${one.specifier}`);
      }
      if (one.file && /\.tsx?$/.test(one.file)) seen.add(one.file);
    }
  }
  expect(wrong).toEqual([]);
});

test('a run raises nothing but 2 to a power by **, whose last bit engines disagree on', () => {
  const wrong: string[] = [];
  for (const file of sourceFiles('src/{simulation,techniques}/**/*.ts')) {
    const visit = (node: ts.Node): void => {
      const { AsteriskAsteriskToken, AsteriskAsteriskEqualsToken } = ts.SyntaxKind;
      if (ts.isBinaryExpression(node)
        && [AsteriskAsteriskToken, AsteriskAsteriskEqualsToken].includes(node.operatorToken.kind as number)
        && node.left.getText() !== '2') {
        wrong.push(`${file}: ${node.getText()}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(parse(file));
  }
  expect(wrong).toEqual([]);
});
