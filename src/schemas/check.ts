import { techniques as models } from './models.ts';
import type { Technique } from '../simulation/technique.ts';
import { checkMeasured } from './check-measured.ts';
import { checkReferences } from './check-references.ts';
import { checkStories } from './check-stories.ts';
import { readContent, type Content } from './content.ts';
import { ContentError, type Problem } from './errors.ts';
import { Places } from './places.ts';
import { takeScenario } from './shelf.ts';

/**
 * Reads the content folder and checks it as a whole: each file, every name in one that stands for
 * something in another, and each story against a run of its technique.
 * @param root the folder that holds `content`
 * @throws ContentError with everything that is wrong, one sentence each
 */
export function checkContent(root: string, techniques: Record<string, Technique> = models): Content {
  const { content, problems } = readContent(root);
  const places = new Places(root);
  const found: Problem[] = [...problems, ...checkExtends(content)];
  if (found.length === 0) found.push(...checkReferences(content, places), ...checkMeasured(content, places), ...checkStories(content, techniques, places), ...modelsAlone(content, techniques));
  if (found.length > 0) throw new ContentError(found);
  return content;
}

/** Models that nothing is written about. */
function modelsAlone(content: Content, techniques: Record<string, Technique>): Problem[] {
  return Object.keys(techniques).filter((slug) => !content.techniques.some((told) => told.slug === slug))
    .map((slug) => ({ where: `src/techniques/${slug}.ts`, path: [], text: `expected a folder content/techniques/${slug} that tells of it, but it is missing` }));
}

function checkExtends({ scenarios }: Content): Problem[] {
  const problems = new Map<string, Problem>();
  for (const [name, { where }] of scenarios) {
    try {
      takeScenario(scenarios, name, where);
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      for (const problem of error.problems) problems.set(`${problem.where} ${problem.text}`, problem);
    }
  }
  return [...problems.values()];
}
