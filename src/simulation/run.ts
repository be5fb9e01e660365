/** One run of a technique under a scenario: the world, and the bookkeeping of what happens in it. */
import { Actor } from './actor.ts';
import { Broker } from './broker.ts';
import { Checkouts } from './checkouts.ts';
import { Failure } from './failure.ts';
import { scheduleFaults } from './faults.ts';
import { Host } from './host.ts';
import { Kernel, Rank } from './kernel.ts';
import type { Wakeable } from './kernel.ts';
import { answerKind, Message } from './message.ts';
import type { Answer, Cause, Exchange } from './message.ts';
import { Tally } from './metrics.ts';
import type { Metrics } from './metrics.ts';
import { Network } from './network.ts';
import { Outbox } from './outbox.ts';
import { Recorder } from './recorder.ts';
import type { MessageKind, Micros, Scenario } from './scenario.ts';
import { JobStore } from './jobs.ts';
import { Copies, Truth } from './prices.ts';
import { SharedFlows } from './shared.ts';
import type { Technique } from './technique.ts';
import type { Payload, Trace } from './trace.ts';

/** Something to do at an instant. */
class Errand implements Wakeable {
  readonly #act: () => void;
  constructor(act: () => void) {
    this.#act = act;
  }
  wake(): void {
    this.#act();
  }
}

export class Run {
  readonly kernel = new Kernel();
  readonly technique: Technique;
  readonly scenario: Scenario;
  readonly network: Network;
  readonly hosts = new Map<string, Host>();
  readonly actors: Record<string, Actor> = {};
  readonly recorder: Recorder | null;
  readonly tally: Tally;
  readonly checkouts: Checkouts;
  readonly truth: Truth;
  readonly copies: Copies | null;
  readonly broker: Broker | null;
  readonly jobs: JobStore | null;
  readonly outbox: Outbox | null;
  readonly shared: SharedFlows;
  /** Who waits for which reply, by correlation id. */
  readonly replies = new Map<string, Exchange>();
  #messages = 0;

  /** @param record whether a trace is kept; runs for metrics keep none and are faster */
  constructor(technique: Technique, scenario: Scenario, record: boolean) {
    this.technique = technique;
    this.scenario = scenario;
    this.recorder = record ? new Recorder(this.kernel) : null;
    this.tally = new Tally(scenario);
    this.shared = new SharedFlows(this);
    const { participants } = technique;
    for (const [id, { role, owner }] of Object.entries(participants)) {
      this.hosts.set(id, new Host(this, id, role, owner));
      this.actors[id] = new Actor(this, id);
    }
    if (scenario.policies.subscribers > 1) this.hosts.set('subscriber', new Host(this, 'subscriber', 'consumer', null));
    this.network = new Network(scenario, (id) => this.hosts.get(id)?.owner ?? null);
    this.truth = new Truth(this, 'database' in participants ? 'database' : 'catalog');
    this.copies = 'cache' in participants ? new Copies(this) : null;
    this.broker = 'broker' in participants ? new Broker(this, participants['broker']!.queues) : null;
    this.jobs = 'jobs' in participants ? new JobStore(this) : null;
    this.outbox = 'relay' in participants ? new Outbox(this) : null;
    this.checkouts = new Checkouts(this);
    scheduleFaults(this);
    this.truth.start();
    this.checkouts.start();
  }

  /** Does something at an instant. */
  at(time: Micros, rank: Rank, act: () => void): void {
    this.kernel.at(time, rank, new Errand(act));
  }

  host(id: string): Host {
    return this.hosts.get(id)!;
  }

  /** Sends a message from one participant to another; it is under way from now. */
  send(
    from: string, to: string, kind: MessageKind, name: string, payload: Payload, cause: Cause,
    answers: Message | null = null,
  ): Message {
    this.#messages += 1;
    const message = new Message(this, this.#messages, cause, from, to, kind, name, payload, answers);
    const { now } = this.kernel;
    this.tally.sent(message, now);
    this.recorder?.message('send', message);
    message.lost = this.network.loses(message, now);
    this.kernel.at(now + this.network.span(message, now), Rank.delivery, message);
    return message;
  }

  /** Sends the answer to a message back to where it came from. */
  answer(ask: Message, answer: Answer): void {
    const kind = answer.kind ?? answerKind(ask, answer);
    const message = this.send(ask.to, ask.from, kind, answer.name, answer.payload, ask.cause, ask);
    message.value = answer.value === undefined ? answer.payload : answer.value;
    message.failure = answer.failure ?? null;
  }

  /** A message reaches its receiver. */
  arrive(message: Message): void {
    const receiver = this.host(message.to);
    const { exchange } = message.answers ?? {};
    if (message.name === 'POST /checkout' && message.from === 'shopper') this.checkouts.arrived(message);
    if (receiver.hung || (receiver.down && message.answers !== null)) {
      this.recorder?.message('lost', message);
    } else if (receiver.down) {
      this.refuse(message);
    } else {
      this.recorder?.message('deliver', message);
      if (message.answers === null) receiver.receive(message);
      else if (message.to === 'shopper') this.checkouts.answered(message);
      else if (message.to === 'broker') this.broker!.acknowledged(message);
      else if (exchange && !exchange.awaitsReply) this.settle(exchange, message.failure ?? message.value, 'answered');
    }
  }

  /** A message is lost on the way. */
  lose(message: Message): void {
    this.recorder?.message('lost', message);
    message.onUndelivered?.();
  }

  /** The receiver could not take it: the sender learns of it one hop later. */
  refuse(message: Message): void {
    const { now } = this.kernel;
    this.at(now + this.network.span(message, now), Rank.delivery, () => {
      this.recorder?.message('refused', message);
      if (message.exchange) this.settle(message.exchange, new Failure('refused'), 'refused');
      else if (message.from === 'shopper') this.checkouts.refused(message.cause.checkout!);
      message.onUndelivered?.();
    });
  }

  /** The receiver died with a delivered message in its hands: a connection is lost. */
  disconnect(message: Message): void {
    const { now } = this.kernel;
    this.at(now + this.network.span(message, now), Rank.delivery, () => {
      if (message.exchange) this.settle(message.exchange, new Failure('refused'), 'refused');
      else if (message.from === 'shopper') this.checkouts.refused(message.cause.checkout!);
    });
  }

  /** Ends a wait, once: the waiting process goes on with the value, or with the failure. */
  settle(exchange: Exchange, value: unknown, how: 'answered' | 'timeout' | 'refused'): void {
    if (!exchange.open) return;
    exchange.open = false;
    this.recorder?.waitEnds(exchange.ask, how);
    this.kernel.soon(exchange.process, value);
  }

  /** Goes on with the run. @returns whether it is complete @param budget the most events to take now */
  advance(budget = Infinity): boolean {
    return this.kernel.run(this.scenario.duration, budget);
  }

  metrics(): Metrics {
    const stations = new Map(
      [...this.hosts].filter(([id]) => id !== 'shopper' && id !== 'subscriber').map(([id, host]) => [id, host.station]),
    );
    for (const [id, station] of stations) station.close(id === 'broker' ? this.broker?.waitingSince() : []);
    this.copies?.close(this.scenario.duration);
    return this.tally.metrics(this.technique.slug, this.scenario, stations, this.copies !== null);
  }

  trace(): Trace {
    return this.recorder!.trace(this);
  }
}
