/** `comments` from outside: threads of a draft and of a Word file, each with the provision it is about. */
import { readFileSync, writeFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { readDraft } from "../../shared/draft/draft-reader";
import { writeDraft } from "../../shared/draft/draft-writer";
import { commandLine } from "../support/command-line";
import { wordPackage } from "../support/word-package";

const { at, run: outcome } = commandLine("comments");
const text = [
  "RÉSOLUTION 7 (Rév. Port-Serein, 2030)",
  "Relevés de niveau",
  "L'Assemblée mondiale de normalisation des télécommunications (Port-Serein, 2030),",
  "considérant",
  "a)\tque les relevés sont rares dans les vallées;",
  "décide",
  "1\tde tenir un registre.",
].join("\n");

function run(...words: string[]): string {
  const { status, out, error } = outcome(...words);
  expect(status, error).toBe(0);
  return out;
}

beforeAll(() => {
  writeFileSync(at("base.txt"), text);
  writeFileSync(at("revised.txt"), text.replace("rares", "fréquents"));
}, 60_000);

test("threads of a draft name the provision, the words, who said what and what was settled", () => {
  run("compare", "base.txt", "revised.txt", "-o", "plain.resdraft");
  expect(run("comments", "plain.resdraft")).toBe("Threads: 0, comments: 0\n");
  const read = readDraft(readFileSync(at("plain.resdraft")));
  if (!read.ok) throw new Error(read.error.code);
  let block = "";
  read.value.current.descendants((node) => {
    if (node.attrs.label === "a)") block = node.attrs.id;
    return !node.isTextblock;
  });
  const range = { from: { block, offset: 8 }, to: { block, offset: 15 } };
  const said = { initials: "", date: "2030-01-02T10:00:00Z", base: null, current: range, quote: "relevés" };
  const comments = [
    { ...said, id: "0", author: "Li", text: "Since when?", parent: null, resolved: true },
    { ...said, id: "1", author: "Awa", text: "Since 2027.", parent: "0", resolved: true },
  ];
  writeFileSync(at("said.resdraft"), writeDraft({ ...read.value, comments }));
  expect(run("comments", "said.resdraft")).toBe(
    [
      "considérant a): “relevés” (resolved)",
      "  Li, 2030-01-02T10:00:00Z: Since when?",
      "  Awa, 2030-01-02T10:00:00Z: Since 2027.",
      "Threads: 1, comments: 2",
      "",
    ].join("\n"),
  );
  const { threads } = JSON.parse(run("comments", "said.resdraft", "--json"));
  expect(threads).toMatchObject([{ path: ["considérant", "a)"], quote: "relevés", resolved: true }]);
});

test("comments of a Word file", () => {
  const bytes = wordPackage(
    '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>Readings</w:t></w:r><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r><w:r><w:t> are kept</w:t></w:r></w:p>',
    { comments: '<w:comment w:id="1" w:author="Li"><w:p><w:r><w:t>Since when?</w:t></w:r></w:p></w:comment>' },
  );
  writeFileSync(at("commented.docx"), bytes);
  expect(run("comments", "commented.docx")).toContain("“Readings”\n  Li: Since when?\nThreads: 1, comments: 1\n");
});
