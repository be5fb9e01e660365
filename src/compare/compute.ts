/** Has all techniques computed, the first seed first: in workers, or in short slices on the page where there are none. */
import { loadTechnique } from '../diagram/models.ts';
import { hireWorkers, type Helper, type HireOf } from '../diagram/traffic/hire.ts';
import { nextTurn, SLICE } from '../diagram/traffic/slices.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { Done, Job } from './job.ts';

type Hand = Helper<Job>;
type Hire = HireOf<Job, Done>;

export const hire: Hire = hireWorkers(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));

export class Comparer {
  readonly #hire: Hire;
  readonly #hands: number;
  readonly #done: (done: Done) => void;
  #crew: Hand[] | null = null;
  #jobs: Job[] = [];
  /** What each of the crew is at. */
  #at = new Map<Hand, Job>();
  #ticket = 0;

  /**
   * @param hands how many work at once
   * @param done told of each run that is still wanted
   */
  constructor(hireOne: Hire, hands: number, done: (done: Done) => void) {
    this.#hire = hireOne;
    this.#hands = hands;
    this.#done = done;
  }

  /**
   * Asks for every technique under a scenario, with each seed; what was asked for before is dropped.
   * @param slugs those that take longest first: the last of a seed is then not waited for
   * @param drawn whether the first seed's runs are drawn
   */
  ask(slugs: readonly string[], scenario: Scenario, seeds: readonly number[], drawn = true): void {
    this.#ticket += 1;
    const ticket = this.#ticket;
    this.#jobs = seeds.flatMap((seed, index) => slugs.map((slug): Job => ({ ticket, slug, scenario: { ...scenario, seed }, film: drawn && index === 0 })));
    this.#crew ??= this.#engage();
    this.#at.clear();
    if (this.#crew.length === 0) void this.#workAlone(ticket);
    else for (const hand of this.#crew) this.#next(hand);
  }

  /** Drops what is under way and lets everybody go. */
  stop(): void {
    this.#ticket += 1;
    this.#jobs = [];
    for (const hand of this.#crew ?? []) hand.dismiss();
    this.#crew = null;
    this.#at.clear();
  }

  #engage(): Hand[] {
    const crew: Hand[] = [];
    for (let i = 0; i < this.#hands; i += 1) {
      try {
        const hand: Hand | null = this.#hire((done) => this.#hear(hand!, done), () => this.#lose(hand!));
        if (hand) crew.push(hand);
      } catch {
        return crew;
      }
    }
    return crew;
  }

  #hear(hand: Hand, done: Done): void {
    if (done.ticket !== this.#ticket) return;
    this.#at.delete(hand);
    this.#done(done);
    this.#next(hand);
  }

  #next(hand: Hand): void {
    const job = this.#jobs.shift();
    if (!job) return;
    this.#at.set(hand, job);
    hand.ask(job);
  }

  /** One who cannot go on leaves the job to the others, or to the page. */
  #lose(hand: Hand): void {
    hand.dismiss();
    this.#crew = (this.#crew ?? []).filter((one) => one !== hand);
    const job = this.#at.get(hand);
    this.#at.delete(hand);
    if (job) this.#jobs.unshift(job);
    const idle = this.#crew.find((one) => !this.#at.has(one));
    if (idle) this.#next(idle);
    else if (this.#crew.length === 0) void this.#workAlone(this.#ticket);
  }

  async #workAlone(ticket: number): Promise<void> {
    const wanted = () => ticket === this.#ticket;
    const { doJob } = await import('./job.ts');
    while (wanted()) {
      const job = this.#jobs.shift();
      if (!job) return;
      const done = await doJob(await loadTechnique(job.slug), job, { slice: SLICE, now: () => performance.now(), pause: nextTurn, wanted });
      if (done === null) return;
      this.#done(done);
    }
  }
}
