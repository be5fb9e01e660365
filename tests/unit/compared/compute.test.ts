import { describe, expect, test } from 'vitest';
import { Comparer } from '../../../src/compare/compute.ts';
import { doJob, type Done, type Job } from '../../../src/compare/job.ts';
import { techniques } from '../../../src/schemas/models.ts';
import { realistic } from '../../../src/simulation/parameters.ts';

const scenario = (name: string) => ({ ...realistic, name, seed: 1, duration: 1_000_000 });
const answer = ({ ticket, slug, scenario: { seed } }: Job): Done => ({ ticket, slug, seed, figures: {} as Done['figures'], strip: null, film: null });
const slugs = ['async-polling', 'shared-data', 'direct-api-call'];

/** Two hands that wait to be told what they have done. */
function crew(hands = 2) {
  const asked: { job: Job; hear: (done: Done) => void; broken: () => void }[] = [];
  const done: Done[] = [];
  const dismissed: number[] = [];
  const comparer = new Comparer((hear, broken) => ({ ask: (job) => asked.push({ job, hear, broken }), dismiss: () => dismissed.push(1) }), hands, (one) => done.push(one));
  const finish = (index: number) => asked[index]!.hear(answer(asked[index]!.job));
  return { comparer, asked, done, dismissed, finish };
}

test('a job is done in short slices, and dropped between two when it is no longer wanted', async () => {
  let looks = 0;
  const slices: number[] = [];
  const job = { ticket: 1, slug: 'direct-api-call', scenario: scenario('normal'), film: true };
  const slicing = { slice: 2, now: () => { looks += 1; return looks; }, pause: async () => { slices.push(looks); looks = 0; }, wanted: () => true };
  const done = await doJob(techniques[job.slug]!, job, slicing);
  expect(done!.film).not.toBeNull();
  expect(slices.length).toBeGreaterThan(5);
  expect(Math.max(...slices)).toBeLessThanOrEqual(4);
  slices.length = 0;
  expect(await doJob(techniques[job.slug]!, job, { ...slicing, wanted: () => slices.length < 3 })).toBeNull();
  expect(slices).toHaveLength(3);
});

describe('with two hands', () => {
  test('the first seed of all comes before the second of any, and only the first is drawn', () => {
    const { comparer, asked, finish } = crew();
    comparer.ask(slugs, scenario('b-down'), [1, 2]);
    expect(asked.map(({ job }) => job.slug)).toEqual(['async-polling', 'shared-data']);
    for (let i = 0; i < 4; i += 1) finish(i);
    expect(asked.map(({ job: { slug, scenario: { seed }, film } }) => `${slug} ${seed} ${film}`)).toEqual([
      'async-polling 1 true', 'shared-data 1 true', 'direct-api-call 1 true', 'async-polling 2 false', 'shared-data 2 false', 'direct-api-call 2 false',
    ]);
  });

  test('what was asked for before is dropped', () => {
    const { comparer, asked, done, finish } = crew();
    comparer.ask(slugs, scenario('b-down'), [1]);
    comparer.ask(slugs, scenario('b-hang'), [1]);
    finish(0);
    expect(done).toEqual([]);
    finish(2);
    expect(done).toHaveLength(1);
    expect(asked.at(-1)!.job).toMatchObject({ slug: 'direct-api-call', scenario: { name: 'b-hang' } });
  });

  test('the job of one who cannot go on is done by the other', () => {
    const { comparer, asked, dismissed, finish } = crew();
    comparer.ask(slugs, scenario('b-down'), [1]);
    asked[0]!.broken();
    expect(dismissed).toHaveLength(1);
    finish(1);
    expect(asked.map(({ job }) => job.slug)).toEqual(['async-polling', 'shared-data', 'async-polling']);
  });

  test('after a stop nothing is heard, and everybody goes', () => {
    const { comparer, done, dismissed, finish } = crew();
    comparer.ask(slugs, scenario('b-down'), [1]);
    comparer.stop();
    finish(0);
    expect(done).toEqual([]);
    expect(dismissed).toHaveLength(2);
  });
});

test('when nobody is there the page does it all', async () => {
  const done: Done[] = [];
  await new Promise<void>((resolve) => {
    const comparer = new Comparer(() => null, 2, (one) => {
      done.push(one);
      if (done.length === 4) resolve();
    });
    comparer.ask(['shared-data', 'direct-api-call'], scenario('normal'), [1, 2]);
  });
  expect(done.map(({ slug, seed, film }) => [slug, seed, film !== null])).toEqual([
    ['shared-data', 1, true], ['direct-api-call', 1, true], ['shared-data', 2, false], ['direct-api-call', 2, false],
  ]);
});

test('when nobody is there and something else is asked for at once, all of that is done', async () => {
  const done: Done[] = [];
  await new Promise<void>((resolve) => {
    const comparer = new Comparer(() => null, 2, (one) => {
      done.push(one);
      if (one.slug === 'direct-api-call') resolve();
    });
    comparer.ask(['shared-data', 'direct-api-call'], scenario('b-down'), [1]);
    comparer.ask(['shared-data', 'direct-api-call'], scenario('normal'), [2]);
  });
  expect(done.map(({ slug, seed }) => [slug, seed])).toEqual([['shared-data', 2], ['direct-api-call', 2]]);
});
