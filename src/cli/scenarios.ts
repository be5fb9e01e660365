import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { readNamedScenario } from '../schemas/content.ts';
import { fail, unknownName } from '../schemas/errors.ts';
import { chainOf, ownStories, type NamedFile, type OwnStories } from '../schemas/runs.ts';
import { scenarioFile } from '../schemas/scenario.ts';
import { story } from '../schemas/story.ts';
import { readYaml } from '../schemas/yaml.ts';

/** The names of the scenarios in content/scenarios, sorted. */
export function scenarioNames(root: string): string[] {
  return readdirSync(join(root, 'content/scenarios'))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .toSorted();
}

/**
 * Finds a scenario by its name, or by the path of a file, with all that it extends.
 * @throws ContentError when there is none, or when a file makes no sense
 */
export function findScenario(root: string, asked: string): NamedFile[] {
  const start = find(root, asked, workingFolders(), `--scenario ${asked}`, []);
  return chainOf(start, (next, from) => find(root, next, [dirname(resolve(from.where))], from.where, ['extends']));
}

/** What a technique's story.yaml changes of the stories of scenarios: nothing where there is no such file. */
export function readOwnStories(root: string, technique: string): OwnStories {
  const where = `content/techniques/${technique}/story.yaml`;
  const path = join(root, where);
  return existsSync(path) ? ownStories(readYaml(story, readFileSync(path, 'utf8'), where), where) : () => null;
}

function find(root: string, asked: string, folders: string[], where: string, path: string[]): NamedFile {
  const names = scenarioNames(root);
  if (names.includes(asked)) return readNamedScenario(root, asked);
  if (!/\.(ya?ml|json)$/.test(asked)) fail(where, path, unknownName(asked, names, 'the name of a scenario or a .yaml file'));
  const files = folders.map((folder) => resolve(folder, asked));
  const file = files.find((each) => existsSync(each)) ?? fail(where, path, `expected a scenario file, but there is none at ${files[0]}`);
  const name = basename(file, '.yaml');
  if (dirname(file) === resolve(root, 'content/scenarios') && names.includes(name)) return readNamedScenario(root, name);
  const near = relative(process.cwd(), file);
  const shown = near.startsWith('..') ? file : near;
  const read = readYaml(scenarioFile, readText(file, where, path), shown);
  return { name: read.name ?? basename(file).replace(/\.\w+$/, ''), where: shown, file: read, builtIn: false };
}

/** npm runs a script in the project's folder; a relative path may mean the one it was called from. */
function workingFolders(): string[] {
  const { INIT_CWD: calledFrom } = process.env;
  return calledFrom === undefined ? [process.cwd()] : [calledFrom, process.cwd()];
}

function readText(file: string, where: string, path: string[]): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    fail(where, path, `expected a scenario file, but ${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'no reason given'})`);
  }
}
