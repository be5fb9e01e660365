/** Runs in a worker: measures one technique under one seed at a time, and says when it has. */
import { realistic } from '../../src/simulation/parameters.ts';
import { measure } from '../../src/simulation/simulate.ts';
import type { Technique } from '../../src/simulation/technique.ts';

const models = import.meta.glob<Record<string, Technique>>('../../src/techniques/*.ts', { eager: true });
const techniques = new Map(Object.values(models).flatMap((module) => Object.values(module)).map((technique) => [technique.slug, technique]));

addEventListener('message', ({ data: { slug, seed } }: MessageEvent<{ slug: string; seed: number }>) => {
  measure(techniques.get(slug)!, { ...realistic, name: 'normal', seed });
  postMessage(seed, { transfer: [] });
});
