import type { z } from 'astro/zod';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { ContentError, fail, type Problem } from './errors.ts';

/** What has been read without a fault, by schema and text: a build reads the same files several times. */
const known = new WeakMap<z.ZodType, Map<string, unknown>>();

/**
 * Reads YAML and checks it against a schema.
 * @param where the file as the author names it
 * @param firstLine the line of `where` on which `text` begins: above 1 for front matter
 * @throws ContentError with file, line and path of everything that is wrong
 */
export function readYaml<Schema extends z.ZodType>(schema: Schema, text: string, where: string, firstLine = 1): z.output<Schema> {
  const before = known.get(schema) ?? new Map<string, unknown>();
  known.set(schema, before);
  if (before.has(text)) return before.get(text) as z.output<Schema>;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  if (document.errors.length > 0) {
    throw new ContentError(document.errors.slice(0, 1).map(({ message, pos }) => ({
      where,
      line: lineAt(pos[0]),
      path: [],
      text: `expected well-formed YAML, but at column ${lines.linePos(pos[0]).col} ${lowerFirst(message.split(' at line ')[0]!.replace(/[:.]?\s*$/, ''))}`,
    })));
  }
  const read = schema.safeParse(plain(document, where) ?? {});
  if (read.success) {
    before.set(text, read.data);
    return read.data;
  }
  throw new ContentError(read.error.issues.map((issue): Problem => {
    const { path, message } = issue;
    const offset = offsetOf(document, issue.code === 'unrecognized_keys' ? [...path, issue.keys[0]!] : path);
    return { where, path, text: message, ...(offset !== undefined && { line: lineAt(offset) }) };
  }));
}

/** What the document says; a document whose aliases multiply without end says nothing. */
function plain(document: Document, where: string): unknown {
  try {
    return document.toJS();
  } catch {
    fail(where, [], 'expected YAML that says each thing once, but its aliases repeat too much');
  }
}

/** Where the deepest part of the path that exists begins; a value's key, where it has one. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return undefined;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
