/** What the window loads before it shows anything: a first screen in one language, and no reader or writer of files. */
import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";

const root = join(__dirname, "..", "..", "..");

/** The modules of a script and of all that it imports outright, as a bundler sees them. */
async function modulesOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: "esm",
    outdir: "out",
    write: false,
    metafile: true,
    packages: "external",
    jsx: "automatic",
    loader: { ".css": "empty" },
    logLevel: "silent",
  });
  const found = new Set<string>();
  const visit = (path: string) => {
    const output = metafile.outputs[path];
    if (!output || found.has(path)) return;
    found.add(path);
    for (const { path: next, kind } of output.imports) if (kind === "import-statement") visit(next);
  };
  const first = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === entry);
  visit(first?.[0] ?? "");
  return [...found].flatMap((path) => Object.keys(metafile.outputs[path]?.inputs ?? {}));
}

test("the window's first script holds the page and what stands around it, and nothing that can wait", async () => {
  const modules = await modulesOf("renderer/main.tsx");
  expect(modules).toContain("renderer/editor/EditorPane.tsx");
  expect(modules).toContain("renderer/components/Toolbar.tsx");
  const waiting =
    /^shared\/(docx|text\/reader|handouts|locales\/..\.json|locales\/translator)|Dialog\.tsx$|SideBySide|Projection/;
  expect(modules.filter((path) => waiting.test(path) && !path.endsWith("handouts/version-sentence.ts"))).toEqual([]);
});

test("the script before it knows only where the words and the other thread are", async () => {
  expect((await modulesOf("renderer/early.ts")).sort()).toEqual([
    "renderer/catalogues.ts",
    "renderer/early.ts",
    "renderer/host.ts",
    "renderer/session/background-worker.ts",
  ]);
});
