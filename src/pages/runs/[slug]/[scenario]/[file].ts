/** A story to take away: as a sequence diagram, and its trace and metrics as JSON and CSV. */
import type { APIRoute, GetStaticPaths } from 'astro';
import type { Story } from '../../../../pictures/story.ts';
import { allStories } from '../../../../site/pictures.ts';
import { runFile, runFiles, type RunFile } from '../../../../take-away/run-files.ts';

export const getStaticPaths = (() => [...allStories()].flatMap(([slug, stories]) => stories.flatMap((story) =>
  runFiles.map((file) => ({ params: { slug, scenario: story.scenario.name, file }, props: { story } }))))) satisfies GetStaticPaths;

export const GET: APIRoute<{ story: Story }> = ({ params, props: { story } }) =>
  new Response(runFile(params['file'] as RunFile, story.technique, story.trace));
