/** The commands for meetings from outside: side by side, compilation and summary of real files. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { readXmlPart } from "../../shared/opc/package";
import { readPackage } from "../../shared/opc/package-reader";
import { descendants } from "../../shared/xml/element";
import { commandLine } from "../support/command-line";

const { at, run } = commandLine("meetings");
const text = [
  "RÉSOLUTION 7 (Rév. Port-Serein, 2030)",
  "Relevés de niveau",
  "L'Assemblée mondiale de normalisation des télécommunications (Port-Serein, 2030),",
  "considérant",
  "a)\tque les relevés sont rares dans les vallées;",
  "b)\tque les stations sont anciennes;",
  "décide",
  "1\tde tenir un registre.",
].join("\n");

beforeAll(() => {
  writeFileSync(at("base.txt"), text);
  for (const [name, word] of [
    ["one", "fréquents"],
    ["two", "réguliers"],
  ]) {
    writeFileSync(at(`${name}.txt`), text.replace("rares", word as string));
    expect(run("compare", "base.txt", `${name}.txt`, "-o", `${name}.resdraft`).status).toBe(0);
  }
  expect(run("compare", "base.txt", "two.txt", "-o", "three.docx").status).toBe(0);
}, 60_000);

test("drafts and tracked Word files compile, and a conflict is told", () => {
  expect(run("compile", "one.resdraft", "two.resdraft", "three.docx", "-o", "all.json")).toMatchObject({ status: 0 });
  const { sources, rows } = JSON.parse(readFileSync(at("all.json"), "utf8"));
  expect(sources.map(({ source, changed }: { source: string; changed: number }) => [source, changed])).toEqual([
    ["one", 1],
    ["two", 1],
    ["three", 1],
  ]);
  const touched = rows.filter(({ agreement }: { agreement: string }) => agreement !== "none");
  expect(touched).toHaveLength(1);
  expect(touched[0]).toMatchObject({ agreement: "conflict", path: ["considérant", "a)"] });
  expect(touched[0].options.map(({ sources: named }: { sources: string[] }) => named)).toEqual([
    ["one"],
    ["two", "three"],
  ]);
});

test.each(["html", "docx"])("hand-outs are written as .%s", (ending) => {
  expect(run("compile", "one.resdraft", "two.resdraft", "-o", `all.${ending}`).status).toBe(0);
  expect(run("side-by-side", "one.resdraft", "-o", `beside.${ending}`, "--columns", "three").status).toBe(0);
  expect(run("summary", "one.resdraft", "two.resdraft", "-o", `summary.${ending}`).status).toBe(0);
  const start = ending === "docx" ? "PK" : "<!DOCTYPE html>";
  for (const name of ["all", "beside", "summary"]) {
    expect(
      readFileSync(at(`${name}.${ending}`))
        .toString("latin1")
        .startsWith(start),
    ).toBe(true);
  }
});

test("marks in a Word hand-out are tracked changes where they are asked for", () => {
  const marksIn = (name: string) => {
    const opened = readPackage(new Uint8Array(readFileSync(at(name))));
    const main = opened.ok ? readXmlPart(opened.value, "word/document.xml") : opened;
    if (!main.ok) throw new Error(main.error.code);
    return descendants(main.value.root, "w:ins", "w:del").map((each) => each.attributes["w:author"]);
  };
  expect(run("side-by-side", "one.resdraft", "-o", "tracked.docx", "--tracked", "--comments").status).toBe(0);
  expect(new Set(marksIn("tracked.docx"))).toEqual(new Set(["one"]));
  const both = ["compile", "one.resdraft", "two.resdraft", "-o", "all-tracked.docx", "--tracked", "--comments"];
  expect(run(...both).status).toBe(0);
  expect(new Set(marksIn("all-tracked.docx"))).toEqual(new Set(["one", "two"]));
});

test("a summary says in sentences what changed", () => {
  const { status, out } = run("summary", "one.resdraft");
  expect(status).toBe(0);
  expect(out).toContain("considérant: point a) modifié.");
});

test("drafts of two bases do not compile", () => {
  writeFileSync(at("other.txt"), text.replace("registre", "journal"));
  writeFileSync(at("other-revised.txt"), text.replace("registre", "cahier"));
  run("compare", "other.txt", "other-revised.txt", "-o", "other.resdraft");
  const { status, error } = run("compile", "one.resdraft", "other.resdraft", "-o", "no.json");
  expect(status).toBe(1);
  expect(error).toMatch(/other\.resdraft starts from another base than one\.resdraft/);
  expect(existsSync(at("no.json"))).toBe(false);
});

test("a text without changes is no draft, and no draft at all is a mistake of usage", () => {
  expect(run("summary", "base.txt")).toMatchObject({
    status: 1,
    error: expect.stringMatching(/base\.txt holds no changes/),
  });
  expect(run("compile", "-o", "no.json").status).toBe(2);
  expect(run("side-by-side", "one.resdraft", "-o", "no.odt").status).toBe(1);
});
