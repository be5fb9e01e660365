import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkContent } from '../../../src/schemas/check.ts';
import { techniques } from '../../../src/schemas/models.ts';
import { sentences } from './read.ts';

/** The smallest content that has a file of every sort and nothing wrong with it. */
const tiny: Record<string, string> = {
  'content/sources.yaml': `- key: SRC
  title: Comparing
  author: Somebody
  url: https://example.com/
  known: read
`,
  'content/scenarios/normal.yaml': `title: Nothing goes wrong
short: Everyone is well.
icon: nothing
`,
  'content/scenarios/b-down.yaml': `title: B is down
short: B refuses.
icon: down
faults:
  - { participant: B, kind: down, from: 20s, to: 30s }
story:
  faults:
    - { participant: B, kind: down, from: 0ms, to: 5s }
`,
  'content/techniques/direct-api-call/article.mdx': `---
title: Direct API call
short: Direct call
order: 1
lede: Ask, wait, charge.
description: How it works.
alsoCalled: Request and response
networkCrossed: during checkout
needs: B
goodFor: small reads
---

## What it is

<A/> sends <B/> a <Word kind="request">request</Word>. <Cite id="SRC" />

<Diagram scenario="normal" title="One checkout, one call" />
`,
  'content/techniques/direct-api-call/trade-offs.yaml': `criteria:
${['performance', 'scalability', 'isolation', 'complexity', 'freshness', 'operability'].map((name) => `  ${name}:
    verdict: Fair
    because: A reason.
    pros:
      - { claim: A claim., source: SRC }
`).join('')}`,
  'content/techniques/direct-api-call/story.yaml': `title: One checkout, one call
captions:
  POST /checkout: The shopper presses Buy.
  GET /prices: A asks B.
  select price: B looks it up.
  one row: The row comes back.
  200 OK: The answer reaches A after {waited}.
  insert order: A writes the order.
  committed: The order is stored.
  201 Created: The shopper sees {price}.
  503 Service Unavailable: A gives up.
scenarios:
  normal:
    start: A is about to be asked.
  b-down:
    start: B has stopped.
    captions:
      GET /prices refused: The connection is refused.
`,
  'content/pages/summary.mdx': `---
title: Summary
lede: In short.
description: What to take away.
---

The end. <Cite id="SRC" />
`,
};

type Change = string | null | ((text: string) => string);

/**
 * What the check of the tiny content says after files of it were changed.
 * @param changes by path: the new text, how the text changes, or null for a file that is not there
 */
export function checked(changes: Record<string, Change>): string {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  try {
    for (const path of new Set([...Object.keys(tiny), ...Object.keys(changes)])) {
      const change = path in changes ? changes[path]! : tiny[path]!;
      const text = typeof change === 'function' ? change(tiny[path] ?? '') : change;
      if (text === null) continue;
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return sentences(() => checkContent(root, { 'direct-api-call': techniques['direct-api-call']! }));
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** A change that replaces one piece of a file, which must be there. */
export function replacing(piece: string, by: string): (text: string) => string {
  return (text) => {
    if (!text.includes(piece)) throw new Error(`nothing to replace: ${piece}`);
    return text.replace(piece, () => by);
  };
}
