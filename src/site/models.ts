/** The models as programs and as text: one file a technique. */
import type { Technique } from '../simulation/technique.ts';

const programs = import.meta.glob<Record<string, unknown>>(['../techniques/*.ts', '!../techniques/index.ts']);
const texts = import.meta.glob<string>(['../techniques/*.ts', '!../techniques/index.ts'], { query: '?raw', import: 'default' });

const fileOf = (slug: string) => `../techniques/${slug}.ts`;

/** A technique's model. @throws when there is none of that name */
export async function modelOf(slug: string): Promise<Technique> {
  const module = await programs[fileOf(slug)]?.();
  const model = Object.values(module ?? {}).find((value): value is Technique => (value as Technique).slug === slug);
  if (!model) throw new Error(`src/techniques/${slug}.ts is missing, or exports no technique with the slug ${slug}.`);
  return model;
}

/** A model's text as it stands in its file. */
export async function sourceOf(slug: string): Promise<string> {
  const text = await texts[fileOf(slug)]?.();
  if (text === undefined) throw new Error(`src/techniques/${slug}.ts is missing, and the article prints it.`);
  return text.trimEnd();
}
