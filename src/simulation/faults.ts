/** Turns a scenario's faults on and off. */
import { Rank } from './kernel.ts';
import type { Run } from './run.ts';
import type { Fault } from './scenario.ts';

/** Puts the start and the end of every fault on the clock. One at a participant that is not there does nothing. */
export function scheduleFaults(run: Run): void {
  for (const fault of run.scenario.faults) {
    if (fault.kind === 'schemaChange') {
      span(run, fault, () => (run.truth.renamed = true), () => (run.truth.renamed = false));
    } else if (fault.kind === 'down' || fault.kind === 'hang' || fault.kind === 'slow') {
      const id = fault.participant === 'database' ? run.truth.store : fault.participant;
      if (run.hosts.has(id)) span(run, fault, () => begin(run, id, fault), () => end(run, id, fault));
    }
  }
}

function span(run: Run, { from, to }: Fault, on: () => void, off: () => void): void {
  run.at(from, Rank.fault, on);
  run.at(to, Rank.fault, off);
}

type Outage = Extract<Fault, { participant: string }>;

function begin(run: Run, id: string, fault: Outage): void {
  const host = run.host(id);
  if (fault.kind === 'slow') {
    host.factors.push(fault.factor);
    note(run, id);
  } else {
    if (fault.kind === 'down') host.downs += 1;
    else host.hangs += 1;
    note(run, id);
    host.crash(fault.kind === 'down');
    if (id === 'broker') run.broker?.crashed();
    else if (fault.kind === 'down') run.broker?.consumerGone(id);
  }
}

function end(run: Run, id: string, fault: Outage): void {
  const host = run.host(id);
  if (fault.kind === 'slow') {
    host.factors.splice(host.factors.indexOf(fault.factor), 1);
  } else {
    if (fault.kind === 'down') host.downs -= 1;
    else host.hangs -= 1;
  }
  note(run, id);
  if (fault.kind === 'slow' || !host.up) return;
  if (fault.kind === 'hang') run.broker?.consumerGone(id);
  run.broker?.resume();
  if (id === 'B') run.jobs?.restart();
}

function note(run: Run, id: string): void {
  const host = run.host(id);
  const status = host.down ? 'down' : host.hung ? 'hang' : host.factor !== 1 ? 'slow' : 'well';
  run.recorder?.state(id, 'status', status, { factor: host.factor });
}
