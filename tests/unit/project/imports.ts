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

/** The TypeScript in a file: all of it, or an Astro component's front matter and scripts. */
export function parse(file: string): ts.SourceFile {
  const text = readFileSync(file, 'utf8');
  const code = file.endsWith('.astro') ? astroCode(text) : text;
  return ts.createSourceFile(file, code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TSX);
}

/** What a file imports, statically, dynamically or by re-export. */
export function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const target = specifierOf(node);
    if (target && ts.isStringLiteralLike(target)) {
      const specifier = target.text;
      found.push({ specifier, file: resolveFrom(file, specifier), typeOnly: isTypeOnly(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
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

function astroCode(text: string): string {
  const front = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => match[1]);
  return [front, ...scripts].join('\n');
}
