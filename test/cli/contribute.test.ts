/** `contribute` from outside: a form and files become a contribution, and a wrong form is told in one sentence. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openBase } from "../../shared/draft/open";
import { proposalsOf } from "../../shared/editing/proposal-commands";
import { commandLine } from "../support/command-line";

const root = join(__dirname, "../..");
const { folder, run } = commandLine("contribute");
const sample = join(root, "resources/samples/resolution-fr.txt");
const form = {
  language: "fr",
  proposer: "ACP",
  front: ["abstract", "proposal"],
  header: { document: "22", addendum: "12", original: "en", source: "APT", agendaItem: "3" },
  proposals: [
    { marker: "MOD", text: sample, reasons: ["Une raison.", "Une autre."] },
    { marker: "ADD", title: "Un titre", tag: "ACP-2", reasons: "Pourquoi." },
    { marker: "SUP", number: "RÉSOLUTION 9 (Genève, 2022)", title: "Phares" },
    { marker: "OTHER" },
  ],
};

function write(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  return name;
}

const lines = "MOD\tACP/22A12/1\nADD\tACP/22A12/2\nSUP\tACP/22A12/3\nOTHER\tACP/22A12/4\n";

test("a form becomes a Word file with its proposals", () => {
  write("form.json", form);
  expect(run("contribute", "form.json", "-o", "out.docx")).toEqual({ status: 0, out: lines, error: "" });
  const read = openBase(readFileSync(join(folder, "out.docx")), "out.docx");
  if (!read.ok) throw new Error(read.error.code);
  const proposals = proposalsOf(read.value.doc);
  expect(proposals.map(({ node }) => node.attrs.identifier)).toEqual(lines.match(/ACP\S+/gu));
  expect(proposals[0]!.node.lastChild!.textContent).toBe("Une raison.Une autre.");
  expect(proposals[1]!.node.textContent).toContain("PROJET DE NOUVELLE RÉSOLUTION [ACP-2]Un titre");
  expect(proposals[2]!.node.textContent).toBe("RÉSOLUTION 9 (Genève, 2022)Phares");
});

test("a form becomes a draft that checks and exports", () => {
  write("form.json", form);
  expect(run("contribute", "form.json", "-o", "out.resdraft")).toMatchObject({ status: 0, out: lines });
  const checked = JSON.parse(run("check", "out.resdraft", "--json").out);
  expect(JSON.stringify(checked)).toContain("check.marker-modUnchanged");
  expect(run("export", "out.resdraft", "-o", "again.docx")).toMatchObject({ status: 0, error: "" });
  expect(existsSync(join(folder, "again.docx"))).toBe(true);
});

test.each([
  ["no JSON", "{", "JSON"],
  ["language", { ...form, language: "de" }, "language"],
  ["symbol", { ...form, proposer: "acp" }, "proposer"],
  ["a field nobody knows", { ...form, header: { colour: "red" } }, "header.colour"],
  ["a proposal without its text", { ...form, proposals: [{ marker: "MOD" }] }, "Proposal 1 .* text"],
  ["a marker nobody knows", { ...form, proposals: [...form.proposals, { marker: "DEL" }] }, "Proposal 5 .* marker"],
])("%s is told", (_name, content, field) => {
  write("wrong.json", content);
  const { status, error } = run("contribute", "wrong.json", "-o", "wrong.docx");
  expect(status).toBe(1);
  expect(error).toMatch(new RegExp(field));
  expect(error.trim().split("\n")).toHaveLength(1);
  expect(existsSync(join(folder, "wrong.docx"))).toBe(false);
});

test("a text that holds no resolution is told by name", () => {
  write("note.txt", "Nothing in particular.\n");
  write("form.json", { ...form, proposals: [{ marker: "MOD", text: "note.txt" }] });
  expect(run("contribute", "form.json", "-o", "out2.docx").error).toContain("note.txt holds no resolution");
});

test("contributions on different texts are not compiled: the sentence names what only one of them has", () => {
  const other = join(root, "resources/samples/resolution-en.txt");
  const contribution = (name: string, texts: readonly string[]) => {
    const proposals = texts.map((text) => ({ marker: "MOD", text, reasons: "Pourquoi." }));
    write(`${name}.json`, { ...form, proposals });
    expect(run("contribute", `${name}.json`, "-o", `${name}.resdraft`).status).toBe(0);
    return `${name}.resdraft`;
  };
  const both = contribution("both", [sample, other]);
  const again = contribution("again", [sample, other]);
  const one = contribution("one", [sample]);
  expect(run("compile", both, again, "-o", "all.json").status).toBe(0);
  // The same texts in another order are the same base.
  expect(run("compile", both, contribution("turned", [other, sample]), "-o", "all.json").status).toBe(0);
  const { status, error } = run("compile", both, one, "-o", "no.json", "--rebase");
  expect(status).toBe(1);
  expect(error).toContain("do not propose on the same texts: only one of them has RESOLUTION 904");
  expect(existsSync(join(folder, "no.json"))).toBe(false);
});
