import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gap, service } from './mm1.ts';

const version = '1.0.37';
const customers = 5_000;

interface Entity {
  simulation: Simulation;
  delay(span: number): Promise<number>;
  seize(resource: object, span: number, line: object): Promise<void>;
}
interface Simulation {
  queues: object[];
  timeNow: number;
  yieldInterval: number;
  finished: { addEventListener(told: () => void): void };
  activate(entity: Entity): void;
  start(): Promise<void>;
}
interface Simscript {
  Simulation: new () => Simulation;
  Entity: new () => Entity;
  Queue: new (name: string, capacity?: number) => object;
}

/**
 * The same M/M/1 queue by npm simscript, whose processes are asynchronous, for fewer customers. Its
 * package is fetched for this alone, without what it depends on.
 * @returns events a second, two a customer, and when the last customer left
 */
export async function bySimscript(): Promise<{ rate: number; end: number; customers: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'simscript-'));
  try {
    const packed = execFileSync('npm', ['pack', '--silent', `simscript@${version}`], { cwd: folder, encoding: 'utf8' }).trim();
    execFileSync('tar', ['xzf', packed], { cwd: folder });
    return await run(createRequire(join(folder, 'package', 'package.json'))('./dist/index.js') as Simscript);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run({ Simulation, Entity, Queue }: Simscript): Promise<{ rate: number; end: number; customers: number }> {
  const line = new Queue('line');
  const server = new Queue('server', 1);
  let begun = 0;
  class Customer extends Entity {
    async script() {
      const index = begun;
      begun += 1;
      await this.seize(server, service(index), line);
    }
  }
  class Source extends Entity {
    async script() {
      for (let index = 0; index < customers; index += 1) {
        await this.delay(gap(index));
        this.simulation.activate(new Customer());
      }
    }
  }
  const simulation = new Simulation();
  simulation.yieldInterval = Infinity;
  simulation.queues.push(line, server);
  const finished = new Promise<void>((done) => simulation.finished.addEventListener(done));
  simulation.activate(new Source());
  const from = performance.now();
  await simulation.start();
  await finished;
  return { rate: (2 * customers) / ((performance.now() - from) / 1000), end: simulation.timeNow, customers };
}
