/**
 * The rules of the layout as functions from files to sentences: who may import whom, no cycles, no drawers, no
 * file too long without a reason, nothing strange at the top. `boundaries.test.ts` runs them on the project and,
 * to prove that they bite, on small examples that break them.
 */
import { importsOf, type SourceFile, withoutEnding } from "./imports";

/**
 * For each room the rooms below it. A room may import itself, the rooms named and the contracts named; whatever
 * is missing here is forbidden. `shared/result` and `shared/locales` are the words for outcomes.
 */
const mayImport: Record<string, string[]> = {
  "shared/result": [],
  "shared/commands": [],
  "shared/ipc": ["shared/result"],
  "shared/model": [],
  "shared/locales": ["shared/result", "shared/model"],
  "shared/xml": ["shared/result"],
  "shared/opc": ["shared/result", "shared/xml"],
  "shared/resolution": ["shared/result", "shared/model"],
  "shared/schema": ["shared/result", "shared/model"],
  "shared/text": ["shared/result", "shared/model", "shared/resolution"],
  "shared/redline": ["shared/result", "shared/model", "shared/resolution", "shared/schema", "shared/text"],
  "shared/editing": ["shared/result", "shared/model", "shared/resolution", "shared/schema", "shared/redline"],
  "shared/checks": ["shared/result", "shared/model", "shared/resolution", "shared/schema", "shared/redline"],
  // Stands above the redline, because what it writes is marked.
  "shared/docx": [
    "shared/result",
    "shared/model",
    "shared/resolution",
    "shared/schema",
    "shared/redline",
    "shared/opc",
    "shared/xml",
  ],
  // Papers for a meeting: what a redline or a compilation says, as HTML, Word, or a page to be printed.
  "shared/handouts": [
    "shared/result",
    "shared/ipc",
    "shared/model",
    "shared/locales",
    "shared/schema",
    "shared/redline",
    "shared/opc",
    "shared/xml",
    "shared/docx",
  ],
  // Opening a file, whatever its kind, is the last of the readers: it stands above the others.
  "shared/draft": [
    "shared/result",
    "shared/model",
    "shared/resolution",
    "shared/schema",
    "shared/redline",
    "shared/opc",
    "shared/xml",
    "shared/text",
    "shared/docx",
  ],
  main: ["shared", "package.json"],
  renderer: ["shared", "resources", "package.json"],
};

/** Packages that a room may import; a room under `shared` not named here has none. */
export const packages: Record<string, RegExp> = {
  // fflate also for UTF-8: the language itself has no encoder, and TextEncoder belongs to DOM and Node.
  "shared/xml": /^(saxes|fflate)$/,
  "shared/opc": /^fflate$/,
  "shared/draft": /^(fflate|prosemirror-model)$/,
  "shared/locales": /^i18next$/,
  "shared/schema": /^prosemirror-(model|tables)$/,
  "shared/docx": /^prosemirror-model$/,
  "shared/handouts": /^prosemirror-model$/,
  "shared/checks": /^prosemirror-(model|state)$/,
  "shared/redline": /^prosemirror-(model|state|transform|changeset)$/,
  "shared/editing": /^prosemirror-(model|state|transform|history|commands|keymap|tables|changeset)$/,
  main: /^(electron$|i18next$|prosemirror-model$|node:)/,
  renderer: /^(?!electron|node:|main\/)/,
};

/** The room of a path: `shared/xml` of `shared/xml/reader.ts`, `shared/ipc` of `shared/ipc.ts`, `main` of `main/menu.ts`. */
function roomOf(path: string): string {
  const [top = "", second = ""] = withoutEnding(path).split("/");
  return top === "shared" ? `${top}/${second}` : top;
}

const isUnder = (room: string, allowed: string) => room === allowed || room.startsWith(`${allowed}/`);

/** Imports against the directions of the layout, one sentence each. */
export function forbiddenImports(files: SourceFile[]): string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    const below = mayImport[room];
    if (!below) return [`${file.path} lies in no room of the layout`];
    return importsOf(file).flatMap(({ to, isOurs }) => {
      if (!isOurs) return packages[room]?.test(to) ? [] : [`${file.path} imports ${to}, which ${room} must not know`];
      const target = roomOf(to);
      if (target === room || below.some((allowed) => isUnder(target, allowed))) return [];
      return [`${file.path} imports ${to}, but ${room} must not import ${target}`];
    });
  });
}

/** The window's bridge is the one file of main that a sandboxed page runs, so it holds nothing but the contract. */
export function forbiddenInPreload(files: SourceFile[]): string[] {
  return files
    .filter(({ path }) => path === "main/preload.ts")
    .flatMap(importsOf)
    .filter(({ to }) => !["electron", "shared/ipc"].includes(to))
    .map(({ to }) => `main/preload.ts imports ${to}`);
}

/** Circles of imports, each told once, from its first file in the alphabet. */
export function cycles(files: SourceFile[]): string[] {
  const known = new Set(files.map(({ path }) => withoutEnding(path)));
  const edges = new Map<string, string[]>();
  for (const file of files) {
    const targets = importsOf(file).filter(({ isOurs }) => isOurs);
    const resolved = targets.map(({ to }) => (known.has(to) ? to : `${to}/index`)).filter((to) => known.has(to));
    edges.set(withoutEnding(file.path), resolved);
  }
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (node: string, way: string[]): void => {
    const at = way.indexOf(node);
    if (at >= 0) {
      const circle = way.slice(at);
      const first = circle.indexOf([...circle].sort()[0] as string);
      found.add([...circle.slice(first), ...circle.slice(0, first)].join(" → "));
      return;
    }
    if (done.has(node)) return;
    for (const next of edges.get(node) ?? []) visit(next, [...way, node]);
    done.add(node);
  };
  for (const node of [...edges.keys()].sort()) visit(node, []);
  return [...found];
}

const drawer = /(^|[/.-])(utils?|common|helpers?|misc|manager)([/.-]|$)/i;

/** Files and folders named after nothing in particular. */
export function drawers(paths: string[]): string[] {
  return paths.filter((path) => drawer.test(path)).map((path) => `${path} is a drawer: name what lives there`);
}

const longest = 400;

/** Files of more than 400 lines that do not say why: a line with `Length:` and the reason among the first fifteen. */
export function tooLong(files: SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.split("\n");
    const written = lines.filter((line) => line.trim() !== "").length;
    const hasReason = lines.slice(0, 15).some((line) => /\bLength: \S/.test(line));
    return written > longest && !hasReason ? [`${path} has ${written} lines: split it by concept or say why`] : [];
  });
}

const topLevel = new Set([
  ...["main", "renderer", "shared", "resources", "test", "scripts"],
  ...["package.json", "package-lock.json", "tsconfig.json", "tsconfig.base.json", "electron-builder.yml"],
  ...["README.md", "CHANGELOG.md", "LICENSE"],
]);

/** Entries at the top that the layout does not know. */
export function strangers(entries: string[]): string[] {
  return entries
    .filter((name) => !name.startsWith(".") && !topLevel.has(name))
    .map((name) => `${name} does not belong at the top level`);
}
