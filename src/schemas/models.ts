/** The models that there are: each file of src/techniques exports one technique, with the file's name as its slug. */
import type { Technique } from '../simulation/technique.ts';

type Module = Record<string, unknown>;

const folder = new URL('../techniques/', import.meta.url);

/** Where Vite builds, it finds the files; where Node runs the sources, their folder is read. */
const modules: Record<string, Module> = import.meta.env
  ? import.meta.glob<Module>('../techniques/*.ts', { eager: true })
  : await readFolder();

/** Every technique by its slug, sorted. */
export const techniques: Record<string, Technique> = Object.fromEntries(
  Object.entries(modules).flatMap(([path, module]) => {
    const slug = path.slice(path.lastIndexOf('/') + 1, -'.ts'.length);
    return Object.values(module).filter((value): value is Technique => isTechnique(value, slug)).map((technique) => [slug, technique]);
  }),
);

function isTechnique(value: unknown, slug: string): boolean {
  return typeof value === 'object' && value !== null && 'slug' in value && value.slug === slug;
}

async function readFolder(): Promise<Record<string, Module>> {
  const { readdir } = await import('node:fs/promises');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).toSorted();
  return Object.fromEntries(await Promise.all(files.map(async (name) => [name, (await import(/* @vite-ignore */ new URL(name, folder).href)) as Module])));
}
