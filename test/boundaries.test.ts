/**
 * The import rules and the other promises of the layout, on the real files; and for every rule an example that
 * breaks it, because a rule that never complains proves nothing.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cycles, drawers, forbiddenImports, forbiddenInPreload, strangers, tooLong } from "./support/boundary-rules";
import { importsOf, readSource } from "./support/imports";

const root = join(__dirname, "..");

/** What git tracks or would track: nothing built, nothing ignored, nothing deleted. */
const paths = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((path) => path !== "" && existsSync(join(root, path)));

const isCode = (path: string) => /\.([cm]?[jt]sx?)$/.test(path);
const read = (wanted: (path: string) => boolean) => paths.filter(wanted).map((path) => readSource(root, path));
const application = read((path) => /^(main|renderer|shared)\//.test(path) && /\.tsx?$/.test(path));

describe("the project", () => {
  test("is seen by these rules", () => {
    expect(application.length).toBeGreaterThan(20);
    expect(application.flatMap(importsOf).filter(({ isOurs }) => isOurs).length).toBeGreaterThan(20);
  });

  test("imports only downwards", () => {
    expect(forbiddenImports(application)).toEqual([]);
    expect(forbiddenInPreload(application)).toEqual([]);
  });

  test("has no circle of imports", () => {
    expect(cycles(application)).toEqual([]);
  });

  test("has no test code in the application and no application code in the scripts", () => {
    const scripts = read((path) => path.startsWith("scripts/") && isCode(path));
    const leaks = scripts.flatMap(importsOf).filter(({ to, isOurs }) => isOurs && !to.startsWith("scripts/"));
    expect(leaks).toEqual([]);
  });

  test("has no drawers", () => {
    expect(drawers(paths)).toEqual([]);
  });

  test("has no file that is too long without a reason", () => {
    expect(tooLong(read((path) => isCode(path) || path.endsWith(".css")))).toEqual([]);
  });

  test("has nothing at its top but what was agreed", () => {
    expect(strangers([...new Set(paths.map((path) => path.split("/")[0] ?? ""))])).toEqual([]);
  });
});

describe("the rules complain about", () => {
  const file = (path: string, text: string) => ({ path, text });

  test.each([
    ["a room importing one above it", "shared/xml/reader.ts", 'import { x } from "../docx/body";'],
    ["the model importing anything", "shared/model/document.ts", 'import type { R } from "../result";'],
    ["the schema importing the redline", "shared/schema/schema.ts", 'export * from "../redline/redline";'],
    ["the redline importing the editing", "shared/redline/redline.ts", 'import { x } from "../editing/keys";'],
    ["shared code importing Node", "shared/opc/zip.ts", 'import { readFileSync } from "node:fs";'],
    ["shared code importing Electron", "shared/ipc.ts", 'import type { App } from "electron";'],
    ["shared code importing React", "shared/editing/keys.ts", 'import { useState } from "react";'],
    ["shared code importing the view", "shared/editing/keys.ts", 'import { EditorView } from "prosemirror-view";'],
    ["the window importing Node", "renderer/host.ts", 'import { join } from "node:path";'],
    ["the window importing Electron", "renderer/host.ts", 'const e = require("electron");'],
    ["the window importing main", "renderer/host.ts", 'type W = import("../main/windows").Windows;'],
    ["main importing the window", "main/windows.ts", 'const page = await import("../renderer/host");'],
    ["main importing tests", "main/windows.ts", 'import { page } from "../test/support/page";'],
    ["a file in no room", "lib/thing.ts", ""],
  ])("%s", (_what, path, text) => {
    expect(forbiddenImports([file(path, text)])).toHaveLength(1);
  });

  test("but not about what is allowed, nor about comments and strings", () => {
    const text = `
      // import x from "../redline/redline";
      const words = 'import y from "electron"';
      import { Node } from "prosemirror-model";
      import type { TextBlock } from "../model/document";`;
    expect(forbiddenImports([file("shared/schema/model-to-doc.ts", text)])).toEqual([]);
  });

  test("a preload that knows more than the contract", () => {
    const text = 'import { contextBridge } from "electron"; import { join } from "node:path";';
    expect(forbiddenInPreload([file("main/preload.ts", text)])).toHaveLength(1);
  });

  test("a circle, once, also through types and index files", () => {
    const circle = [
      file("shared/xml/a.ts", 'import type { B } from "./b";'),
      file("shared/xml/b.ts", 'export { c } from ".";'),
      file("shared/xml/index.ts", 'import "./a";'),
      file("shared/xml/d.ts", 'import "./a";'),
    ];
    expect(cycles(circle)).toEqual(["shared/xml/a → shared/xml/b → shared/xml/index"]);
  });

  test("drawers", () => {
    const named = ["shared/utils/x.ts", "main/file-helpers.ts", "renderer/common.ts", "main/window-manager.ts"];
    expect(drawers([...named, "shared/xml/commons.ts", "main/miscount.ts"])).toHaveLength(named.length);
  });

  test("a long file, unless it says why near its top", () => {
    const long = "const x = 1;\n".repeat(401);
    expect(tooLong([file("main/a.ts", long)])).toHaveLength(1);
    expect(tooLong([file("main/a.ts", `/** Length: one table. */\n${long}`)])).toEqual([]);
    expect(tooLong([file("main/a.ts", `${"\n".repeat(500)}const x = 1;`)])).toEqual([]);
  });

  test("strangers at the top", () => {
    expect(strangers(["docs", ".gitignore", "README.md", "vite.config.ts"])).toHaveLength(2);
  });
});
