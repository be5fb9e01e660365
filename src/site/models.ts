/** The models as text: one file a technique. */

const texts = import.meta.glob<string>(['../techniques/*.ts', '!../techniques/index.ts'], { query: '?raw', import: 'default' });

const fileOf = (slug: string) => `../techniques/${slug}.ts`;

/** A model's text as it stands in its file. */
export async function sourceOf(slug: string): Promise<string> {
  const text = await texts[fileOf(slug)]?.();
  if (text === undefined) throw new Error(`src/techniques/${slug}.ts is missing, and the article prints it.`);
  return text.trimEnd();
}
