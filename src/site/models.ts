/** The models as text: one file a technique. */
const texts = import.meta.glob<string>('../techniques/*.ts', { query: '?raw', import: 'default' });

/** A model's text as it stands in its file. @throws when there is none of that name */
export async function sourceOf(slug: string): Promise<string> {
  const text = await texts[`../techniques/${slug}.ts`]?.();
  if (text === undefined) throw new Error(`src/techniques/${slug}.ts is missing, and the article prints it.`);
  return text.trimEnd();
}
