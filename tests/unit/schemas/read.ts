import { ContentError } from '../../../src/schemas/errors.ts';
import { chainOf, type NamedFile } from '../../../src/schemas/runs.ts';
import { scenarioFile } from '../../../src/schemas/scenario.ts';
import { takeScenario, type Shelf } from '../../../src/schemas/shelf.ts';
import { readYaml } from '../../../src/schemas/yaml.ts';

/** A scenario file from its text, as one of content/scenarios. */
export function file(text: string, name = 'test'): NamedFile {
  const where = `${name}.yaml`;
  return { name, where, file: readYaml(scenarioFile, text, where), builtIn: true };
}

/** The layers of a file that extends nothing. */
export function alone(text: string): NamedFile[] {
  return chainOf(file(text), () => file(''));
}

/** Files by name, and one of them with all that it extends. */
export function taken(files: Record<string, string>, name: string): NamedFile[] {
  const shelf: Shelf = new Map(Object.entries(files).map(([each, text]) => [each, file(text, each)]));
  return takeScenario(shelf, name, 'the test');
}

/** The sentences with which `act` fails. */
export function sentences(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ContentError) return error.message;
    throw error;
  }
  return 'nothing was wrong';
}
