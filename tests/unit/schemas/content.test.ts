import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/schemas/check.ts';
import { checked, replacing } from './tiny.ts';

const scenario = (piece: string, by: string) => checked({ 'content/scenarios/b-down.yaml': replacing(piece, by) });
const story = (piece: string, by: string) => checked({ 'content/techniques/direct-api-call/story.yaml': replacing(piece, by) });
const weighed = (piece: string, by: string) => checked({ 'content/techniques/direct-api-call/trade-offs.yaml': replacing(piece, by) });
const article = (piece: string, by: string) => checked({ 'content/techniques/direct-api-call/article.mdx': replacing(piece, by) });

test('the content of this project has nothing wrong with it', () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  expect(checkContent(root).techniques.map(({ slug }) => slug)).toContain('direct-api-call');
});

test('the tiny content has nothing wrong with it', () => {
  expect(checked({})).toBe('nothing was wrong');
});

describe('a scenario', () => {
  test('a duration without a unit', () => {
    expect(scenario('from: 20s', 'from: 20')).toMatchInlineSnapshot(`"content/scenarios/b-down.yaml, line 5, faults[0].from: expected a duration with its unit, such as 250ms or 10s, but found 20: write the unit, as in 20ms or 20s."`);
  });

  test('malformed YAML', () => {
    expect(scenario('to: 30s }', 'to: 30s')).toMatchInlineSnapshot(`"content/scenarios/b-down.yaml, line 6: expected well-formed YAML, but at column 1 flow map in block collection must be sufficiently indented and end with a }."`);
    expect(scenario('icon: down', 'icon: down\nicon: down')).toMatchInlineSnapshot(`"content/scenarios/b-down.yaml, line 4: expected well-formed YAML, but at column 1 map keys must be unique."`);
    expect(scenario('icon: down', 'icon: a: b')).toMatchInlineSnapshot(`"content/scenarios/b-down.yaml, line 3: expected well-formed YAML, but at column 7 nested mappings are not allowed in compact mappings."`);
  });

  test('unknown names', () => {
    expect(scenario('participant: B', 'participant: Bee')).toMatchInlineSnapshot(`"content/scenarios/b-down.yaml, line 5, faults[0].participant: expected A, B, orders, catalog, database, broker, jobs, cache, relay or consumer, but found "Bee"; the nearest valid name is "B"."`);
    expect(scenario('kind: down', 'kind: dwon')).toMatchInlineSnapshot(`"content/scenarios/b-down.yaml, line 5, faults[0].kind: expected down, hang, slow, loss, delay, traffic, priceChanges or schemaChange, but found "dwon"; the nearest valid name is "down"."`);
    expect(scenario('faults:', 'fault:')).toMatchInlineSnapshot(`"content/scenarios/b-down.yaml, line 5: expected extends, name, title, short, icon, parameters, seed, duration, warmup, workload, catalog, network, participants, policies, faults or story, but found "fault"; the nearest valid name is "faults"."`);
    expect(scenario('icon: down', 'icon: dawn')).toMatchInlineSnapshot(`"content/scenarios/b-down.yaml, line 3, icon: expected nothing, down, hang, slow, traffic, price, storm, database, broker, lost, cold, schema, crash, outbox, event-twice, reply-twice, late or overtake, but found "dawn"; the nearest valid name is "down"."`);
    expect(scenario('title:', 'extends: nrmal\ntitle:')).toMatchInlineSnapshot(`"content/scenarios/b-down.yaml, extends: expected a scenario: b-down or normal, but found "nrmal"; the nearest valid name is "normal"."`);
  });

  test('an empty value, a missing title', () => {
    expect(scenario('icon: down', 'icon: down\npolicies: { timeout: }')).toMatchInlineSnapshot(`"content/scenarios/b-down.yaml, line 4, policies.timeout: expected a duration with its unit, such as 250ms or 10s, or none, but found an empty value: write none to switch it off."`);
    expect(scenario('title: B is down', '')).toMatchInlineSnapshot(`"content/scenarios/b-down.yaml, title: expected the title of a named scenario, but it is missing."`);
  });

  test('a circle, said at each file in it', () => {
    expect(checked({
      'content/scenarios/normal.yaml': replacing('title:', 'extends: b-down\ntitle:'),
      'content/scenarios/b-down.yaml': replacing('title:', 'extends: normal\ntitle:'),
    })).toMatchInlineSnapshot(`
      "content/scenarios/normal.yaml, extends: expected a scenario that does not lead back here, but found the circle b-down -> normal -> b-down.
      content/scenarios/b-down.yaml, extends: expected a scenario that does not lead back here, but found the circle normal -> b-down -> normal."
    `);
  });
});

describe('trade-offs', () => {
  test('criteria: unknown, missing, in another order', () => {
    expect(weighed('  freshness:', '  freshnes:')).toMatchInlineSnapshot(`
      "content/techniques/direct-api-call/trade-offs.yaml, line 2, criteria.freshness: expected a map with verdict, because, pros, cons or depends, but it is missing.
      content/techniques/direct-api-call/trade-offs.yaml, line 23, criteria: expected performance, scalability, isolation, complexity, freshness or operability, but found "freshnes"; the nearest valid name is "freshness"."
    `);
    expect(weighed('  performance:', '  isolation2:')).toMatchInlineSnapshot(`
      "content/techniques/direct-api-call/trade-offs.yaml, line 2, criteria.performance: expected a map with verdict, because, pros, cons or depends, but it is missing.
      content/techniques/direct-api-call/trade-offs.yaml, line 3, criteria: expected performance, scalability, isolation, complexity, freshness or operability, but found "isolation2"; the nearest valid name is "isolation"."
    `);
    expect(checked({ 'content/techniques/direct-api-call/trade-offs.yaml': (text) => `criteria:\n${text.split(/\n(?= {2}\w)/).slice(1).toReversed().join('\n')}` })).toMatchInlineSnapshot(`"content/techniques/direct-api-call/trade-offs.yaml, line 29, criteria.performance: expected the criteria in the order performance, scalability, isolation, complexity, freshness, operability, but found operability, freshness, complexity, isolation, scalability, performance."`);
    expect(checked({ 'content/techniques/direct-api-call/trade-offs.yaml': (text) => text.slice(0, text.indexOf('  operability')) })).toMatchInlineSnapshot(`"content/techniques/direct-api-call/trade-offs.yaml, line 2, criteria.operability: expected a map with verdict, because, pros, cons or depends, but it is missing."`);
  });

  test('a claim with no source, with an unknown one, cut in two by a comma', () => {
    expect(weighed(', source: SRC', '')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/trade-offs.yaml, line 6, criteria.performance.pros[0]: expected a source or a measurement that backs the claim, but it has neither: add source: with a key of content/sources.yaml."`);
    expect(weighed('source: SRC', 'source: SRK')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/trade-offs.yaml, line 6, criteria.performance.pros[0].source: expected a key of content/sources.yaml, but found "SRK"; the nearest valid name is "SRC"."`);
    expect(weighed('source: SRC', 'source: [SRC, ZZZZZZ]')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/trade-offs.yaml, line 6, criteria.performance.pros[0].source: expected a key of content/sources.yaml, but found "ZZZZZZ"."`);
    expect(weighed('A claim.', 'One, and another.')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/trade-offs.yaml, line 6, criteria.performance.pros[0]: expected claim, source or measured, but found "and another.": put a text with a comma in quotes."`);
  });

  test('an unknown verdict', () => {
    expect(weighed('verdict: Fair', 'verdict: Far')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/trade-offs.yaml, line 3, criteria.performance.verdict: expected Strong, Fair or Weak, but found "Far"; the nearest valid name is "Fair"."`);
  });
});

describe('a story', () => {
  test('an unknown scenario', () => {
    expect(story('  b-down:', '  b-dwn:')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/story.yaml, line 16, scenarios.b-dwn: expected a scenario: b-down or normal, but found "b-dwn"; the nearest valid name is "b-down"."`);
  });

  test('an unknown participant, and one that the technique has not got', () => {
    expect(story('start: B has', 'story: { faults: [ { participant: Bee, kind: down } ] }\n    start: B has')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/story.yaml, line 16, scenarios.b-down.story.faults[0].participant: expected A, B, orders, catalog, database, broker, jobs, cache, relay or consumer, but found "Bee"; the nearest valid name is "B"."`);
    expect(story('start: B has', 'story: { faults: [ { participant: broker, kind: down } ] }\n    start: B has')).toMatchInlineSnapshot(`
      "content/techniques/direct-api-call/story.yaml, line 16, scenarios.b-down.story.faults[0].participant: expected a participant of direct-api-call: A, orders, B, catalog or database, but found "broker".
      content/techniques/direct-api-call/story.yaml, line 19, scenarios.b-down.captions.GET /prices refused: expected a message or a wait of this story, but found "GET /prices refused", which never happens; the nearest valid name is "GET /prices (1)"."
    `);
  });

  test('a caption for a message that never happens', () => {
    expect(story('GET /prices refused:', 'GET /prices refussed:')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/story.yaml, line 18, scenarios.b-down.captions.GET /prices refussed: expected a message or a wait of this story, but found "GET /prices refussed", which never happens; the nearest valid name is "GET /prices refused"."`);
    expect(story('      GET /prices refused', '      204 No Content: Never.\n      GET /prices refused')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/story.yaml, line 18, scenarios.b-down.captions.204 No Content: expected a message or a wait of this story, but found "204 No Content", which never happens."`);
    expect(story('  select price:', '  select prices: Never.\n  select price:')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/story.yaml, line 5, captions.select prices: expected a message or a wait of any story of this technique, but found "select prices", which never happens; the nearest valid name is "select price"."`);
  });

  test('a caption that a more specific one always beats', () => {
    expect(story('      GET /prices refused', '      GET /prices: Never shown.\n      GET /prices refused')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/story.yaml, line 18, scenarios.b-down.captions.GET /prices: expected a caption that a step shows, but every step of this story that is called "GET /prices" has a more specific one."`);
  });

  test('a message with no caption', () => {
    expect(story('  select price: B looks it up.\n', '')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/story.yaml, line 13, scenarios.normal.captions: expected a caption for step 3 at 160ms, but found none: add one under "B -> catalog select price (1)", or under "select price" for all such steps."`);
  });

  test('an unknown field in braces, an empty caption, a duration without a unit', () => {
    expect(story('{waited}', '{wait}')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/story.yaml, line 7, captions.200 OK: expected in braces one of: at, waited, took, price or attempt, but found "wait"; the nearest valid name is "waited"."`);
    expect(story('select price: B looks it up.', 'select price:')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/story.yaml, line 5, captions.select price: expected what the step says, but found an empty value."`);
    expect(story('start: B has', 'story: { workload: { patience: 2 } }\n    start: B has')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/story.yaml, line 16, scenarios.b-down.story.workload.patience: expected a duration with its unit, such as 250ms or 10s, or none, but found 2: write the unit, as in 2ms or 2s."`);
  });

  test('normal is not the first', () => {
    expect(story('  normal:\n    start: A is about to be asked.\n', '')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/story.yaml, line 13, scenarios: expected normal as the first scenario, but found "b-down"."`);
  });
});

describe('an article', () => {
  test('front matter: missing, unknown, none at all', () => {
    expect(article('lede: Ask, wait, charge.\n', '')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/article.mdx, lede: expected two short sentences under the title, but it is missing."`);
    expect(article('order: 1', 'order: first')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/article.mdx, line 4, order: expected the place in the reading order, from 1, but found "first"."`);
    expect(article('needs: B', 'need: B')).toMatchInlineSnapshot(`
      "content/techniques/direct-api-call/article.mdx, needs: expected what A needs at that moment, but it is missing.
      content/techniques/direct-api-call/article.mdx, line 9: expected title, short, order, lede, description, alsoCalled, networkCrossed, needs or goodFor, but found "need"; the nearest valid name is "needs"."
    `);
    expect(checked({ 'content/techniques/direct-api-call/article.mdx': '## What it is\n' })).toMatchInlineSnapshot(`"content/techniques/direct-api-call/article.mdx, line 1: expected front matter between two lines of three hyphens, but found none."`);
  });

  test('an unknown source, scenario, step and kind of message, at their line', () => {
    expect(article('id="SRC"', 'id="SRC, SRD"')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/article.mdx, line 15, <Cite>.id: expected a key of content/sources.yaml, but found "SRD"; the nearest valid name is "SRC"."`);
    expect(article('scenario="normal"', 'scenario="norml"')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/article.mdx, line 17, <Diagram>.scenario: expected a scenario of story.yaml: normal or b-down, but found "norml"; the nearest valid name is "normal"."`);
    expect(article('scenario="normal"', 'scenario="normal" step={9}')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/article.mdx, line 17, <Diagram>.step: expected a step of normal, 0 to 8, but found 9."`);
    expect(article('kind="request"', 'kind="requests"')).toMatchInlineSnapshot(`"content/techniques/direct-api-call/article.mdx, line 15, <Word>.kind: expected a kind of message: request, response, query, result, command, ack, event, poll or push, but found "requests"; the nearest valid name is "request"."`);
    expect(checked({ 'content/pages/summary.mdx': replacing('"SRC"', '"SRX"') })).toMatchInlineSnapshot(`"content/pages/summary.mdx, line 7, <Cite>.id: expected a key of content/sources.yaml, but found "SRX"; the nearest valid name is "SRC"."`);
  });
});

test('a source twice, and one that is wrong', () => {
  expect(checked({ 'content/sources.yaml': (text) => text + text })).toMatchInlineSnapshot(`"content/sources.yaml, line 6, [1].key: expected every key once, but SRC is also the key of source 1."`);
  expect(checked({ 'content/sources.yaml': replacing('known: read', 'known: red') })).toMatchInlineSnapshot(`"content/sources.yaml, line 5, [0].known: expected read, excerpt, second-hand or memory, but found "red"; the nearest valid name is "read"."`);
  expect(checked({ 'content/sources.yaml': replacing('https://example.com/', 'example.com') })).toMatchInlineSnapshot(`"content/sources.yaml, line 4, [0].url: expected a web address, but found "example.com"."`);
});

test('a file that is missing, and a folder with no model', () => {
  expect(checked({ 'content/techniques/direct-api-call/story.yaml': null })).toMatchInlineSnapshot(`"content/techniques/direct-api-call/story.yaml: expected this file, but it is missing."`);
  expect(checked({
    'content/techniques/carrier-pigeon/article.mdx': '---\ntitle: x\n---\n',
  })).toMatchInlineSnapshot(`
    "content/techniques/carrier-pigeon/article.mdx, short: expected the name in the navigation, but it is missing.
    content/techniques/carrier-pigeon/article.mdx, order: expected the place in the reading order, from 1, but it is missing.
    content/techniques/carrier-pigeon/article.mdx, lede: expected two short sentences under the title, but it is missing.
    content/techniques/carrier-pigeon/article.mdx, description: expected one sentence for search engines, but it is missing.
    content/techniques/carrier-pigeon/article.mdx, alsoCalled: expected the other names of the technique, but it is missing.
    content/techniques/carrier-pigeon/article.mdx, networkCrossed: expected when the network is crossed, but it is missing.
    content/techniques/carrier-pigeon/article.mdx, needs: expected what A needs at that moment, but it is missing.
    content/techniques/carrier-pigeon/article.mdx, goodFor: expected what the technique is good for, but it is missing.
    content/techniques/carrier-pigeon/trade-offs.yaml: expected this file, but it is missing.
    content/techniques/carrier-pigeon/story.yaml: expected this file, but it is missing."
  `);
});

test('everything that is wrong is said at once', () => {
  expect(checked({
    'content/scenarios/b-down.yaml': replacing('from: 20s', 'from: 20'),
    'content/sources.yaml': replacing('known: read', 'known: red'),
  }).split('\n')).toHaveLength(2);
});
