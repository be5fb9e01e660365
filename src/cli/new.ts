import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ContentError, fail, show, unknownName } from '../schemas/errors.ts';
import { frontMatter } from '../schemas/front-matter.ts';
import { technique } from '../schemas/technique.ts';
import { readYaml } from '../schemas/yaml.ts';
import { filesOf, type TechniqueNames } from './new-files.ts';

const usage = 'npm run new -- technique "Name"';

/**
 * The command `new`: lays out the files of a new technique and lists what is left to write.
 * @param root the project's folder
 * @param given the arguments after the script's name
 * @returns the exit status: 0 when the files are there, 2 when the arguments make no sense and nothing was written
 */
export function newCommand(root: string, given: readonly string[]): number {
  try {
    process.stdout.write(layOut(root, given));
    return 0;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

/**
 * Writes the files of a new technique.
 * @returns what was written and what is left to write
 * @throws ContentError with one sentence for a name that is taken or impossible; nothing is written then
 */
export function layOut(root: string, given: readonly string[]): string {
  const [what, title, more] = given;
  if (what === undefined) fail('new', [], `expected what to lay out, as in ${usage}, but found nothing`);
  if (what !== 'technique') fail(what, [], unknownName(what, ['technique'], 'what to lay out'));
  if (title === undefined) fail('new technique', [], `expected a name, as in ${usage}, but found none`);
  if (more !== undefined) fail('new technique', [], `expected one name, as in ${usage}, but found ${show(title)} and ${show(more)}`);
  const names = namesOf(title);
  const files = filesOf(names, nextOrder(root));
  for (const path of [`content/techniques/${names.slug}`, `src/techniques/${names.slug}.ts`]) {
    if (existsSync(join(root, path))) fail('new technique', [], `expected a name that is not taken, but ${show(title)} would be ${path}, which is there already`);
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return said(names, Object.keys(files));
}

/** The names of a technique, from the one people use. */
function namesOf(title: string): TechniqueNames {
  const name = title.trim();
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const slug = words.join('-');
  if (!/^[a-z]/.test(slug) || slug.length > 50 || /[^\x20-\x7e]/.test(name) || /["\\<>{}]/.test(name)) {
    fail('new technique', [], `expected a name of at most 50 plain letters, digits and spaces that begins with a letter, such as "Shared files", but found ${show(title)}`);
  }
  const [first = '', ...rest] = words;
  const camel = first + rest.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
  return { title: name, slug, constant: rest.length === 0 ? `${camel}Technique` : camel };
}

function nextOrder(root: string): number {
  const folder = join(root, 'content/techniques');
  if (!existsSync(folder)) return 1;
  const orders = readdirSync(folder).flatMap((slug) => {
    const where = `content/techniques/${slug}/article.mdx`;
    if (!existsSync(join(root, where))) return [];
    const { yaml, firstLine } = frontMatter(readFileSync(join(root, where), 'utf8'), where);
    return [readYaml(technique, yaml, where, firstLine).order];
  });
  return Math.max(0, ...orders) + 1;
}

function said({ title, slug }: TechniqueNames, files: readonly string[]): string {
  return `${title} is laid out, and runs:

${files.map((file) => `  ${file}`).join('\n')}

What is left to write:

  1. The model, src/techniques/${slug}.ts: who takes part, who talks to whom, and what each does.
     It is a direct API call for now. Try it: npm run --silent simulate -- ${slug} --story --format mermaid
  2. The words below each step, content/techniques/${slug}/story.yaml: the build names every step without a
     caption and every caption without a step.
  3. The article, content/techniques/${slug}/article.mdx, at each "Write here".
  4. The verdicts and claims, content/techniques/${slug}/trade-offs.yaml: every claim names its source.
  5. Its figures and pictures: npm run measure, npm run pictures. The comparison has it once it is measured.

Until then npm run dev shows it at /techniques/${slug}/.
`;
}
