/** `accept`, `reject` and `rebase` from outside, on real files: texts, drafts and Word files. */
import { readFileSync, writeFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { commandLine } from "../support/command-line";

const { at, run } = commandLine("settle");
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
const revised = text.replace("rares", "fréquents").replace("anciennes", "neuves").replace("un registre", "un journal");

const changesIn = (draft: string) =>
  run("accept", draft, "--list")
    .out.trim()
    .split("\n")
    .filter(Boolean)
    .map((line) => line.split("\t")[3]);

beforeAll(() => {
  writeFileSync(at("base.txt"), text);
  writeFileSync(at("revised.txt"), revised);
  expect(run("compare", "base.txt", "revised.txt", "-o", "draft.resdraft", "--author", "Mara").status).toBe(0);
  // The same base as a Word file, so that the export has a file to go into.
  expect(run("export", "draft.resdraft", "--mode", "base", "-o", "base.docx").status).toBe(0);
  expect(run("compare", "base.docx", "revised.txt", "-o", "word.resdraft").status).toBe(0);
}, 60_000);

test("the changes are listed with numbers, places and authors", () => {
  const { status, out } = run("reject", "draft.resdraft", "--list");
  expect(status).toBe(0);
  expect(out.split("\n")[0]).toBe("1\tconsidérant a)\treplacement\t-rares +fréquents\tMara\t");
  expect(changesIn("draft.resdraft")).toEqual(["-rares +fréquents", "-anciennes +neuves", "-registre +journal"]);
});

test.each([
  [["--change", "1,3"], ["-anciennes +neuves"]],
  [
    ["--provision", "considérant b"],
    ["-rares +fréquents", "-registre +journal"],
  ],
  [["--author", "Mara"], []],
  [["--all"], []],
])("accept and reject %j", (words, left) => {
  for (const how of ["accept", "reject"]) {
    expect(run(how, "draft.resdraft", ...words, "-o", "out.resdraft")).toMatchObject({ status: 0, error: "" });
    expect(changesIn("out.resdraft")).toEqual(left);
    expect(run("export", "out.resdraft", "--mode", "clean", "-o", `${how}.docx`).status).toBe(0);
  }
});

test("all accepted the base is the revised text, all rejected the text is the base", () => {
  run("accept", "draft.resdraft", "--all", "-o", "accepted.resdraft");
  run("export", "accepted.resdraft", "--mode", "base", "-o", "new-base.docx");
  expect(run("compare", "revised.txt", "new-base.docx", "-o", "same.json").status).toBe(0);
  expect(JSON.parse(readFileSync(at("same.json"), "utf8")).marker).toBe("NOC");
  run("reject", "draft.resdraft", "--all", "-o", "rejected.resdraft");
  run("export", "rejected.resdraft", "--mode", "clean", "-o", "old-text.docx");
  run("compare", "base.txt", "old-text.docx", "-o", "same.json");
  expect(JSON.parse(readFileSync(at("same.json"), "utf8")).marker).toBe("NOC");
});

test("the Word file of a base takes what is accepted, and exports still go into it", () => {
  expect(run("accept", "word.resdraft", "--change", "1", "-o", "half.resdraft")).toMatchObject({
    status: 0,
    error: "",
  });
  const exported = run("export", "half.resdraft", "-o", "half.docx");
  expect(exported).toMatchObject({ status: 0, error: "" });
  writeFileSync(at("half.txt"), text.replace("rares", "fréquents"));
  expect(run("verify", "half.docx", "--base", "half.txt", "--revised", "revised.txt").status).toBe(0);
});

test.each([
  [["accept", "draft.resdraft", "-o", "no.resdraft"], /which changes to accept/],
  [
    ["reject", "draft.resdraft", "-o", "no.resdraft", "--change", "9"],
    /no change number 9; the numbers go from 1 to 3/,
  ],
  [["reject", "draft.resdraft", "-o", "no.resdraft", "--provision", "considérant z"], /no provision considérant z/],
  [["reject", "draft.resdraft", "-o", "no.resdraft", "--author", "Nobody"], /nothing was written/],
  [["accept", "draft.resdraft", "--all"], /needs the option --out/],
  [["accept", "draft.resdraft", "--all", "-o", "no.docx"], /must end in/],
  [["rebase", "draft.resdraft", "--onto", "draft.resdraft", "-o", "no.resdraft"], /is a draft; a text or a Word file/],
])("%j is one sentence", (words, sentence) => {
  const { status, error } = run(...words);
  expect(status).toBe(1);
  expect(error).toMatch(sentence);
  expect(error.trim().split("\n")).toHaveLength(1);
});

test("a draft moves onto a newer base, with the conflicts told", () => {
  const newer = text.replace("stations", "écluses").replace("rares", "très rares").replace("un registre", "un journal");
  writeFileSync(at("newer.txt"), newer);
  const { status, out } = run("rebase", "draft.resdraft", "--onto", "newer.txt", "-o", "moved.resdraft");
  expect(status).toBe(3);
  expect(out.split("\n")[0]).toBe("Changes: 2, already in the new base: 1, conflicts: 1");
  expect(out).toContain("considérant a):\n  old base: a)\tque les relevés sont rares");
  expect(changesIn("moved.resdraft")).toEqual(["-très rares +fréquents", "-anciennes +neuves"]);
  const same = run("rebase", "draft.resdraft", "--onto", "base.txt", "-o", "stayed.resdraft");
  expect(same).toMatchObject({ status: 0, out: "Changes: 3, already in the new base: 0, conflicts: 0\n" });
  expect(changesIn("stayed.resdraft")).toEqual(changesIn("draft.resdraft"));
  const json = run("rebase", "word.resdraft", "--onto", "newer.txt", "-o", "word-moved.resdraft", "--json");
  expect(JSON.parse(json.out).conflicts).toHaveLength(1);
});

test("a meeting's draft is compiled with its decisions, and exports like any other", () => {
  for (const [name, word] of [
    ["Brazil", "fréquents"],
    ["Kenya", "réguliers"],
  ] as const) {
    writeFileSync(at(`${name}.txt`), text.replace("rares", word).replace("un registre", `un registre (${name})`));
    run("compare", "base.txt", `${name}.txt`, "-o", `${name}.resdraft`);
  }
  const drafts = ["Brazil.resdraft", "Kenya.resdraft"];
  const compiled = run("compile", ...drafts, "-o", "meeting.resdraft", "--take", "brackets", "--by", "Chair");
  expect(compiled).toMatchObject({ status: 0, error: "", out: "Brazil\t2\nKenya\t2\n" });
  expect(run("brackets", "meeting.resdraft").out).toContain("fréquents (Brazil)\n  réguliers (Kenya)");
  expect(run("export", "meeting.resdraft", "-o", "meeting.docx")).toMatchObject({ status: 0, error: "" });
  run("compile", ...drafts, "-o", "kenya.resdraft", "--take", "Kenya");
  expect(run("accept", "kenya.resdraft", "--list").out).toContain("-rares +réguliers\tKenya\t");
  run("export", "kenya.resdraft", "--mode", "clean", "-o", "kenya.docx");
  run("compare", "Kenya.txt", "kenya.docx", "-o", "same.json");
  expect(JSON.parse(readFileSync(at("same.json"), "utf8")).marker).toBe("NOC");
  expect(run("compile", ...drafts, "-o", "no.resdraft", "--take", "Samoa").error).toContain(
    "agreed, brackets, Brazil, Kenya",
  );
});

test("drafts of nearly the same base compile when they may be moved", () => {
  writeFileSync(at("older.txt"), text.replace("anciennes", "vieilles"));
  writeFileSync(at("Samoa.txt"), text.replace("anciennes", "vieilles").replace("rares", "clairsemés"));
  run("compare", "older.txt", "Samoa.txt", "-o", "Samoa.resdraft");
  expect(run("compile", "Brazil.resdraft", "Samoa.resdraft", "-o", "no.json").status).toBe(1);
  const moved = run("compile", "Brazil.resdraft", "Samoa.resdraft", "-o", "moved.json", "--rebase");
  expect(moved).toMatchObject({ status: 0, error: "" });
  const { sources } = JSON.parse(readFileSync(at("moved.json"), "utf8"));
  expect(sources.map(({ source, changed }: { source: string; changed: number }) => [source, changed])).toEqual([
    ["Brazil", 2],
    ["Samoa", 1],
  ]);
});
