/** The comparisons with theory as the page on the model shows them: by the kind of queue, and within it by the run. */
import { readFileSync } from 'node:fs';
import type { Scenario } from '../simulation/scenario.ts';
import type { Experiment } from '../verification/case.ts';
import { experiments } from '../verification/experiments.ts';
import type { Verification } from '../verification/record.ts';
import { figure } from '../verification/table.ts';
import type { Verdict } from '../verification/verify.ts';

export interface VerifiedRow {
  what: string;
  expected: string;
  measured: string;
  error: string;
  standardError: string;
  passed: boolean;
}

/** One run of a technique, over all seeds, and what was compared in it. */
export interface VerifiedRun {
  technique: string;
  setting: string;
  /** "12,000 shoppers" */
  customers: string;
  rows: VerifiedRow[];
}

export interface VerifiedFamily {
  name: string;
  /** What kind of queue or exchange it is. */
  about: string;
  count: number;
  failed: number;
  /** The largest error of all its comparisons, either way, and the largest standard error. */
  worst: string;
  worstStandardError: string;
  runs: VerifiedRun[];
}

/** What each family is about, in the order in which they are shown. */
export const families: Record<string, string> = {
  'M/M/1': 'One worker; arrivals and service times exponential',
  'M/M/c': 'Several workers and one queue in front of them',
  'M/D/1': 'One worker whose every service takes as long as the last',
  'M/M/1/K': 'One worker, and no more than so many places',
  'M/M/c/K': 'Several workers, and no more than so many places',
  Overload: 'More shoppers than B can serve, and retries that keep it so',
  Outage: 'B is down: how many fail, and for how long',
  Retries: 'Requests get lost and are asked again',
  Series: 'Parts that must all be up',
  Polling: 'How many polls, and how long a finished job waits for one',
  'TTL cache': 'A copy whose entries expire, or that starts empty',
  'Age of a price': 'A price that changes between the read and the order',
  'Push or pull': 'What price changes ask of B, rather than shoppers',
};

/** Every comparison of the record, grouped. @throws when the record has one that no experiment makes */
export function verifiedFamilies({ verdicts }: Verification, all: readonly Experiment[] = experiments): VerifiedFamily[] {
  return Object.entries(families).map(([name, about]) => {
    const mine = verdicts.filter(({ family }) => family === name);
    return {
      name, about, count: mine.length,
      failed: mine.filter(({ passed }) => !passed).length,
      worst: percent(most(mine.map(({ error }) => error))),
      worstStandardError: percent(most(mine.map(({ standardError }) => standardError))),
      runs: all.filter(({ family }) => family === name).map((experiment) => verifiedRun(experiment, mine)),
    };
  });
}

/** The record as `npm run verify` left it. */
export const readVerification = (): Verification => JSON.parse(readFileSync('src/data/verification.json', 'utf8')) as Verification;

function verifiedRun({ technique, setting, scenario, checks }: Experiment, verdicts: readonly Verdict[]): VerifiedRun {
  const rows = checks.map(({ what }) => {
    const verdict = verdicts.find((each) => each.technique === technique && each.what === `${setting}: ${what}`);
    if (!verdict) throw new Error(`src/data/verification.json lacks “${setting}: ${what}” of ${technique}: npm run verify`);
    const { unit, expected, measured, error, standardError, passed } = verdict;
    return { what, expected: figure(expected, unit), measured: figure(measured, unit), error: percent(error, true), standardError: percent(standardError), passed };
  });
  return { technique, setting, customers: customersOf(scenario), rows };
}

/** How many come in the measured part of one run, on average; price changes where there are no shoppers. */
function customersOf({ workload, catalog, duration, warmup, faults }: Scenario): string {
  const shoppers = workload.rate > 0;
  const rate = shoppers ? workload.rate : catalog.priceChanges;
  let seconds = (duration - warmup) / 1e6;
  for (const fault of faults) {
    if (fault.kind !== 'traffic') continue;
    seconds += ((fault.factor - 1) * Math.max(0, Math.min(fault.to, duration) - Math.max(fault.from, warmup))) / 1e6;
  }
  return `${String(Math.round(rate * seconds)).replaceAll(/\B(?=(\d{3})+$)/g, ',')} ${shoppers ? 'shoppers' : 'price changes'}`;
}

const most = (values: number[]): number => values.reduce((found, value) => Math.max(found, Math.abs(value)), 0);

/** Two digits after the point; "0" for what is less. @param signed whether a plus is written */
function percent(share: number, signed = false): string {
  const text = Math.abs(share * 100).toFixed(2);
  if (text === '0.00') return '0 %';
  return `${share < 0 ? '−' : signed ? '+' : ''}${text} %`;
}
