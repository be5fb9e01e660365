import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** As written. */
  specifier: string;
  /** The file it names, from the root of the project; null for a package. */
  file: string | null;
  /** Erased before it runs. */
  typeOnly: boolean;
}

/** Every source file with code in it, from the root of the project, with forward slashes. */
export function sourceFiles(pattern = 'src/**/*.{ts,tsx,astro}'): string[] {
  return globSync(pattern).map((file) => file.replaceAll('\\', '/')).toSorted();
}

/** What of an Astro component is read: its front matter too, which runs at build time, or only its scripts, which a browser runs. */
export type Part = 'all' | 'scripts';

/** The TypeScript in a file, or in a part of an Astro component. */
export function parse(file: string, part: Part = 'all'): ts.SourceFile {
  const text = readFileSync(file, 'utf8');
  const code = file.endsWith('.astro') ? astroCode(text, part) : text;
  return ts.createSourceFile(file, code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TSX);
}

/** What a file imports, statically, dynamically or by re-export. */
export function importsOf(file: string, part: Part = 'all'): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const target = specifierOf(node);
    if (target && ts.isStringLiteralLike(target)) {
      const specifier = target.text;
      found.push({ specifier, file: resolveFrom(file, specifier), typeOnly: isTypeOnly(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file, part));
  return found;
}

function specifierOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0];
  return undefined;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  return ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

function resolveFrom(file: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  return normalize(join(dirname(file), specifier.replace(/\?.*$/, ''))).replaceAll('\\', '/');
}

function astroCode(text: string, part: Part): string {
  const front = part === 'all' ? /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '' : '';
  const scripts = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => match[1]);
  return [front, ...scripts].join('\n');
}
