import { captionKeys, findCaption } from '../player/captions.ts';
import { steps, type Step } from '../player/steps.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { simulate } from '../simulation/simulate.ts';
import type { Technique } from '../simulation/technique.ts';
import type { Content, TechniqueContent } from './content.ts';
import { writeDuration } from './duration.ts';
import { ContentError, nearest, sayOneOf, show, unknownName, type Problem } from './errors.ts';
import type { Places } from './places.ts';
import { ownStories, storyScenario } from './runs.ts';
import type { ScenarioLayer } from './scenario.ts';
import { takeScenario } from './shelf.ts';
import { usesOf } from './uses.ts';

/**
 * Runs every story of every technique and compares its steps with its captions: none missing, none
 * left over, none for a participant that the technique has not got.
 */
export function checkStories(content: Content, techniques: Record<string, Technique>, places: Places): Problem[] {
  return content.techniques.flatMap((told) => {
    const technique = techniques[told.slug];
    if (technique !== undefined) return new StoryCheck(content, told, technique, places).problems();
    const text = `expected src/techniques/${told.slug}.ts to export a technique with the slug ${told.slug}, but found ${sayOneOf(Object.keys(techniques), 'and')}`;
    return [{ where: `content/techniques/${told.slug}`, path: [], text }];
  });
}

class StoryCheck {
  readonly #problems: Problem[] = [];
  readonly #where: string;
  readonly #content: Content;
  readonly #told: TechniqueContent;
  readonly #technique: Technique;
  readonly #places: Places;
  readonly #heard = new Set<string>();
  readonly #shared = new Set<string>();

  constructor(content: Content, told: TechniqueContent, technique: Technique, places: Places) {
    this.#where = `content/techniques/${told.slug}/story.yaml`;
    this.#content = content;
    this.#told = told;
    this.#technique = technique;
    this.#places = places;
  }

  problems(): Problem[] {
    const { scenarios, captions } = this.#told.story;
    for (const name of Object.keys(scenarios)) this.#scenario(name);
    if (this.#problems.length > 0) return this.#problems;
    for (const key of Object.keys(captions)) {
      if (!this.#shared.has(key)) this.#say(['captions', key], this.#neverHappens(key, this.#heard, 'any story of this technique'));
    }
    return this.#problems;
  }

  #scenario(name: string): void {
    const { story } = this.#told.story.scenarios[name]!;
    const path = ['scenarios', name];
    if (story) this.#participants(story, [...path, 'story']);
    const scenario = this.#resolved(name, path);
    if (scenario === null) return;
    const { captions } = this.#told.story.scenarios[name]!;
    const words = { start: '', captions, shared: this.#told.story.captions };
    const trace = simulate(this.#technique, scenario);
    const stops = steps(trace);
    const heard = new Set(stops.flatMap((step) => captionKeys(step, stops)));
    this.#figures(name, stops.length - 1);
    const used = new Set<string>();
    for (const step of stops) {
      const found = findCaption(step, stops, words);
      if (found === null) this.#say([...path, 'captions'], missing(step, stops));
      else (found.scope === 'shared' ? this.#shared : used).add(found.key);
    }
    for (const key of Object.keys(captions)) {
      if (!used.has(key)) this.#say([...path, 'captions', key], this.#neverHappens(key, heard, 'this story'));
    }
    for (const key of heard) this.#heard.add(key);
  }

  #resolved(name: string, path: string[]): Scenario | null {
    try {
      return storyScenario(takeScenario(this.#content.scenarios, name, this.#where), ownStories(this.#told.story, this.#where));
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      for (const problem of error.problems) {
        if (problem.where === this.#where) this.#say([...path, ...problem.path], problem.text);
        else this.#problems.push(problem);
      }
      return null;
    }
  }

  #participants(layer: ScenarioLayer, path: string[]): void {
    const names = Object.keys(this.#technique.participants).filter((id) => id !== 'shopper');
    const known = [...new Set([...names, 'database'])];
    const check = (id: string, at: (string | number)[]) => {
      if (!known.includes(id)) this.#say([...path, ...at], unknownName(id, known, `a participant of ${this.#technique.slug}`));
    };
    for (const id of Object.keys(layer.participants ?? {})) check(id, ['participants', id]);
    layer.faults?.forEach((fault, index) => {
      if ('participant' in fault) check(fault.participant, ['faults', index, 'participant']);
    });
  }

  /** A figure that opens at a step its story has not got. */
  #figures(name: string, last: number): void {
    const { article } = this.#told;
    for (const { attributes: { scenario = 'normal', step = '0' }, line } of usesOf(article, 'Diagram')) {
      if (scenario !== name || (Number.isInteger(Number(step)) && Number(step) >= 0 && Number(step) <= last)) continue;
      this.#problems.push({ where: article.where, line, path: ['<Diagram>', 'step'], text: `expected a step of ${name}, 0 to ${last}, but found ${step}` });
    }
  }

  #neverHappens(key: string, heard: ReadonlySet<string>, where: string): string {
    if (heard.has(key)) return `expected a caption that a step shows, but every step of ${where} that is called ${show(key)} has a more specific one`;
    const near = nearest(key, [...heard]);
    return `expected a message or a wait of ${where}, but found ${show(key)}, which never happens${near === null ? '' : `; the nearest valid name is ${show(near)}`}`;
  }

  #say(path: PropertyKey[], text: string): void {
    this.#problems.push(this.#places.problem(this.#where, path, text));
  }
}

function missing(step: Step, stops: readonly Step[]): string {
  const keys = captionKeys(step, stops);
  return `expected a caption for step ${step.index} at ${writeDuration(step.t)}, but found none: add one under ${show(keys[0])}, or under ${show(keys.at(-1))} for all such steps`;
}
