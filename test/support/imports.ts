/**
 * Reads what a source file imports, in whatever way: import and export declarations, `import()`, `require()` and
 * `import("…")` in types. Parsed, not searched, so that a comment or a string never counts.
 */
import { readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { parseSync } from "vite";

export interface SourceFile {
  /** Path from the project's root, with forward slashes. */
  path: string;
  text: string;
}

export interface Import {
  from: string;
  /** The file's path from the root without its ending when it is ours, else the module's name as written. */
  to: string;
  isOurs: boolean;
}

export function readSource(root: string, file: string): SourceFile {
  return { path: relative(root, join(root, file)).replaceAll("\\", "/"), text: readFileSync(join(root, file), "utf8") };
}

/** All imports of a file, each target once. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const named = new Set<string>();
  collect(program, named);
  return [...named].map((name) => {
    const isOurs = name.startsWith(".");
    const target = isOurs ? withoutEnding(posix.join(dirname(path), name)) : name;
    return { from: path, to: target, isOurs };
  });
}

export function withoutEnding(path: string): string {
  return path.replace(/(\.d)?\.[cm]?[jt]sx?$/, "");
}

type Syntax = { type?: string; source?: unknown; callee?: unknown; arguments?: unknown[]; [key: string]: unknown };

function collect(node: unknown, named: Set<string>): void {
  if (Array.isArray(node)) for (const child of node) collect(child, named);
  if (typeof node !== "object" || node === null || Array.isArray(node)) return;
  const syntax = node as Syntax;
  const target = targetOf(syntax);
  if (target !== null) named.add(target);
  for (const child of Object.values(syntax)) if (typeof child === "object") collect(child, named);
}

function targetOf(syntax: Syntax): string | null {
  switch (syntax.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
    case "ImportExpression":
    case "TSImportType":
      return textOf(syntax.source) ?? textOf(syntax.argument);
    case "TSExternalModuleReference":
      return textOf(syntax.expression);
    case "CallExpression":
      return (syntax.callee as Syntax | undefined)?.name === "require" ? textOf(syntax.arguments?.[0]) : null;
    default:
      return null;
  }
}

function textOf(node: unknown): string | null {
  const literal = node as { type?: string; value?: unknown; literal?: unknown } | null | undefined;
  if (literal?.type === "TSLiteralType") return textOf(literal.literal);
  return literal?.type === "Literal" && typeof literal.value === "string" ? literal.value : null;
}
