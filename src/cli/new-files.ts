import { criterionNames } from '../schemas/trade-offs.ts';

/** The names of a new technique: as people, addresses and programs write it. */
export interface TechniqueNames {
  title: string;
  slug: string;
  /** The constant its model file exports. */
  constant: string;
}

/**
 * The files of a new technique by path: a model that runs and content that builds, with what the author
 * writes marked by "Write here". @param order its place in the reading order
 */
export function filesOf(names: TechniqueNames, order: number): Record<string, string> {
  const folder = `content/techniques/${names.slug}`;
  return {
    [`src/techniques/${names.slug}.ts`]: model(names),
    [`${folder}/article.mdx`]: article(names, order),
    [`${folder}/story.yaml`]: story(names),
    [`${folder}/trade-offs.yaml`]: tradeOffs(),
  };
}

function model({ slug, constant }: TechniqueNames): string {
  return `import { usable } from '../simulation/actor.ts';
import { database, defineTechnique, service, shopper } from '../simulation/technique.ts';

export const ${constant} = defineTechnique({
  slug: '${slug}',
  participants: { shopper, A: service(), orders: database('A'), B: service(), catalog: database('B') },
  channels: [['shopper', 'A'], ['A', 'orders'], ['A', 'B'], ['B', 'catalog']],

  *checkout({ A, B, orders }, { sku }) {
    const price = usable(yield* A.call(B, 'GET /prices', { sku }));
    yield* A.command(orders, 'insert order', price);
    return price;
  },

  handlers: {
    *'GET /prices'({ B, catalog }, { sku }) {
      return yield* B.query(catalog, 'select price', { sku });
    },
  },
});
`;
}

function article({ title }: TechniqueNames, order: number): string {
  return `---
title: ${yamlText(title)}
short: ${yamlText(title)}
order: ${order}
lede: Write here, in two short sentences, what it is and what it costs.
description: Write here, in one sentence, what a search engine may show.
alsoCalled: Write here its other names
networkCrossed: write here when
needs: write here what A needs at that moment
goodFor: write here what for
---

## What it is

Write here what <A/> and <B/> do.

## How checkout gets its price

<Diagram scenario="normal" title="One checkout" />

## What goes wrong

<Diagram scenario="b-down" only title="B is down" />

## What it costs, what it buys

<TradeOffs />

## When to use it, when not

Write here.

## What practitioners add

Write here.

## The model and the wire

<Model />

## Sources

<Sources />
`;
}

function story({ title }: TechniqueNames): string {
  return `title: ${yamlText(title)}
captions:
  POST /checkout: Write here what the shopper does.
  GET /prices: Write here what A asks of B.
  select price: Write here what B does.
  one row: Write here what comes back, {price}.
  200 OK: Write here what A has now, after {waited}.
  insert order: Write here what A stores.
  committed: Write here what is settled.
  201 Created: Write here what the shopper sees.
  503 Service Unavailable: Write here what the shopper sees instead.

scenarios:
  normal:
    start: Write here how things stand before anything happens.

  b-down:
    start: Write here what is wrong.
    captions:
      GET /prices refused: Write here what A learns.
`;
}

function tradeOffs(): string {
  const criteria = criterionNames.map((name) => `  ${name}:
    verdict: Fair
    because: Write here why, in one line.
    pros: []
    cons: []
    depends: []
`);
  return `# verdict: Strong, Fair or Weak. A claim: - { claim: "What is so.", source: KEY }, with a KEY of content/sources.yaml.\ncriteria:\n${criteria.join('')}`;
}

function yamlText(text: string): string {
  return JSON.stringify(text);
}
