/** A participant while a run lasts: its workers, what it is working on, and whether it is up. */
import { Failure, reasonOf } from './failure.ts';
import { Process } from './kernel.ts';
import type { Flow } from './kernel.ts';
import type { Answer, Cause, Message } from './message.ts';
import { purpose, quantile, uniform } from './random.ts';
import type { Run } from './run.ts';
import type { Distribution, Micros, ParticipantId, Station as Settings } from './scenario.ts';
import { Station } from './station.ts';
import { operate } from './stores.ts';
import type { Body, Handler, ParticipantRole } from './technique.ts';
import type { Payload } from './trace.ts';
import { accept, acknowledge, checkOut } from './work.ts';
import type { Work } from './work.ts';

const unlimited: Settings = { workers: null, queue: null, serviceTime: { distribution: 'constant', mean: 0 } };

export class Host {
  readonly id: string;
  readonly role: ParticipantRole;
  readonly owner: 'A' | 'B' | null;
  readonly station: Station;
  readonly pushStation: Station | null;
  /** How many faults of each kind are on just now, and by what factors it is slower. */
  downs = 0;
  hangs = 0;
  readonly factors: number[] = [];
  readonly #run: Run;
  readonly #settings: Settings;
  readonly #work = new Map<Process, Message | null>();
  readonly #ended = (process: Process) => this.#work.delete(process);

  constructor(run: Run, id: string, role: ParticipantRole, owner: 'A' | 'B' | null) {
    this.#run = run;
    this.id = id;
    this.role = role;
    this.owner = owner;
    const { scenario } = run;
    const key = id === 'subscriber' ? (run.technique.participants['consumer'] ? 'consumer' : 'A') : id;
    this.#settings = scenario.participants[key as Exclude<ParticipantId, 'shopper'>] ?? unlimited;
    const { workers, queue, pushTime, pushWorkers } = this.#settings;
    const crowd = id === 'subscriber';
    this.station = this.#newStation(crowd ? null : role === 'consumer' ? scenario.policies.consumers : workers, queue, 'work');
    this.pushStation = pushTime ? this.#newStation(pushWorkers ?? null, null, 'push') : null;
  }

  get down(): boolean {
    return this.downs > 0;
  }

  get hung(): boolean {
    return this.hangs > 0 && this.downs === 0;
  }

  /** How many times slower than usual: overlapping factors multiply. */
  get factor(): number {
    return this.factors.reduce((product, factor) => product * factor, 1);
  }

  get up(): boolean {
    return this.downs === 0 && this.hangs === 0;
  }

  /** Takes in a message that asks something of this participant. */
  receive(message: Message): void {
    const { technique } = this.#run;
    if (this.role === 'broker') {
      this.#start(message, this.station, this.#settings.serviceTime, accept);
    } else if (this.id === 'subscriber') {
      const time = this.#settings.pushTime ?? this.#settings.serviceTime;
      this.#start(message, this.station, time, acknowledge);
    } else if (isStore(this.role)) {
      const time = message.kind === 'command' ? (this.#settings.commitTime ?? this.#settings.serviceTime) : this.#settings.serviceTime;
      this.#start(message, this.station, time, operate);
    } else if (message.name === 'POST /checkout') {
      this.#run.checkouts.hold(message, this.#start(message, this.station, this.#settings.serviceTime, checkOut));
    } else {
      const { frontEnd, handlers } = technique;
      const desk = frontEnd?.[message.name];
      const handler = desk ?? handlers?.[message.name];
      if (!handler) throw new Error(`src/techniques/${technique.slug}.ts: expected a handler for ${message.name} at ${this.id}, found none; add it or correct the name`);
      const push = message.kind === 'push' && this.pushStation !== null;
      const station = desk ? null : push ? this.pushStation : this.station;
      const time = push ? this.#settings.pushTime! : this.#settings.serviceTime;
      this.#start(message, station, time, () => this.#handle(handler, message));
    }
  }

  /** Starts a process at this participant; it ends when the participant dies. */
  start(flow: Flow<unknown>, cause: Cause, message: Message | null = null): Process {
    const process = new Process(this.#run.kernel, flow, cause);
    this.#work.set(process, message);
    process.onEnd = this.#ended;
    process.resume(undefined);
    return process;
  }

  /** Everything here that is not durable is gone. @param refused whether those who wait are told */
  crash(refused: boolean): void {
    for (const [process, message] of this.#work) {
      process.cancel();
      if (message && refused) this.#run.disconnect(message);
    }
  }

  /** The time a worker needs for one visit, drawn for its cause. `what` keeps the several visits of one cause apart. */
  serviceTime(distribution: Distribution, { root, attempt }: Cause, what = ''): Micros {
    const drawn = distribution.distribution === 'constant'
      ? distribution.mean
      : quantile(distribution, uniform(this.#run.scenario.seed, purpose(`service ${this.id} ${what}`), root, attempt));
    return this.factors.length === 0 ? drawn : Math.round(drawn * this.factor);
  }

  /** Takes a worker for a piece of durable work, which waits even when no place is free. */
  *work(item: number, cause: Cause, flow: () => Flow<unknown>): Flow<void> {
    const visit = this.station.ask(item, cause.checkout, true);
    try {
      if (visit.state === 'waiting') {
        yield;
        this.station.begin(visit);
      }
      const span = this.serviceTime(this.#settings.serviceTime, cause);
      if (span > 0) {
        this.#run.kernel.sleep(span);
        yield;
      }
      yield* flow();
      this.station.leave(visit, true, this.#run.checkouts.isOver(cause.checkout));
    } finally {
      this.station.leave(visit);
    }
  }

  #newStation(workers: number | null, queue: number | null, pool: 'work' | 'push'): Station {
    const { scenario, kernel, recorder } = this.#run;
    const station: Station = new Station(
      kernel, workers ?? Infinity, queue ?? Infinity, { from: scenario.warmup, to: scenario.duration },
      recorder && ((change, visit) => recorder.state(
        this.id, 'station', change, { busy: station.busy, waiting: station.waiting, pool }, visit.item, visit.checkout,
      )),
    );
    return station;
  }

  #start(message: Message, station: Station | null, time: Distribution, work: Work): Process {
    return this.start(this.#serve(message, station, time, work), message.cause, message);
  }

  *#serve(
    message: Message, station: Station | null, time: Distribution, work: Work,
  ): Flow<void> {
    const run = this.#run;
    const visit = station?.ask(message.id, message.cause.checkout);
    if (visit?.state === 'gone') {
      const name = message.kind === 'query' || message.kind === 'command' ? 'too many connections' : '503 Service Unavailable';
      run.answer(message, { name, payload: { reason: 'queue full' }, failure: new Failure('rejected') });
      if (message.name === 'POST /checkout') run.checkouts.failed(message.cause.checkout!, 'rejected');
      return;
    }
    try {
      if (visit?.state === 'waiting') {
        yield;
        station!.begin(visit);
      }
      const span = visit ? this.serviceTime(time, message.cause, isStore(this.role) ? message.name : '') : 0;
      if (span > 0) {
        run.kernel.sleep(span);
        yield;
      }
      const outcome = work(run, this, message);
      const answer = outcome !== null && 'next' in outcome ? yield* outcome : outcome;
      if (visit) station!.leave(visit, true, isWasted(run, message));
      if (answer) run.answer(message, answer);
    } finally {
      if (visit) station!.leave(visit);
    }
  }

  *#handle(handler: Handler<string>, message: Message): Flow<Answer | null> {
    const run = this.#run;
    const delivery = message.from === 'broker';
    try {
      const given = (yield* handler(run.actors, message.payload as Body, run.scenario.policies)) ?? {};
      if (delivery) return { name: 'ack', payload: {} };
      if (isAnswer(given)) return given;
      if (message.kind === 'push') return { name: '204 No Content', payload: {} };
      return { name: '200 OK', payload: given };
    } catch (thrown) {
      const reason = reasonOf(thrown);
      if (delivery) return { name: 'reject', payload: { reason } };
      return reason === 'rejected'
        ? { name: '503 Service Unavailable', payload: { reason: 'queue full' }, failure: new Failure('rejected') }
        : { name: '500 Internal Server Error', payload: { reason }, failure: new Failure('error') };
    }
  }
}

function isStore(role: ParticipantRole): boolean {
  return role === 'database' || role === 'cache' || role === 'jobs';
}

function isAnswer(given: Payload | Answer): given is Answer {
  return typeof given['name'] === 'string' && typeof given['payload'] === 'object';
}

/** Whether whoever asked has stopped waiting. */
function isWasted(run: Run, message: Message): boolean {
  if (message.from === 'shopper') return false;
  return (message.exchange !== null && !message.exchange.open) || run.checkouts.isOver(message.cause.checkout);
}
