/** The real documents: structure counts, and the edge cases that the field notes list for each. */
import { describe, expect, it } from "vitest";
import type { DocumentModel, TextBlock } from "../../../shared/model/document";
import { inspect } from "../../../shared/resolution/inspection";
import { recognise } from "../../../shared/resolution/recognise";
import { blocksOf, contentText } from "../../../shared/schema/blocks";
import { modelToDoc } from "../../../shared/schema/model-to-doc";
import { readText } from "../../../shared/text/reader";
import { haveSeeds, seed, seedsTitle } from "../text/seeds";
import { outline } from "./outline";

function read(name: string): { model: DocumentModel; inspection: ReturnType<typeof inspect>; lines: string[] } {
  const source = readText(seed(name), name);
  if (!source.ok) throw new Error(source.error.code);
  const result = recognise(source.value);
  if (!result.ok) throw new Error(result.error.code);
  return {
    model: result.value,
    inspection: inspect(result.value, result.messages),
    lines: outline(result.value).map((line) => line.trim()),
  };
}

/** Text blocks before the notes. */
function blocks(model: DocumentModel): { type: string; label: string; text: string; level: number }[] {
  return blocksOf(modelToDoc(model))
    .filter(({ node }) => node.type.name !== "footnote")
    .map(({ node }) => ({
      type: node.type.name,
      label: node.attrs.label,
      text: contentText(node),
      level: node.attrs.level,
    }));
}

const files = {
  base: "000-res98-base.txt",
  revised: "000-res98-revised.txt",
  flattened: "000_e57788b7ed8e6d7d.txt",
  published: "001_b7a1e6ef9317d876.txt",
  contribution: "002_9857f300e7591540.txt",
  report: "003_bdf9f61c0da6bdcb.txt",
  assembly: "004_3a52e53b97bdd1bc.txt",
};

describe.skipIf(!haveSeeds)(seedsTitle, () => {
  it.each([
    [files.base, 38, 7, 0],
    [files.revised, 42, 7, 0],
    [files.flattened, 47, 7, 0],
    [files.published, 33, 10, 1],
    // 31 labels and the word Motifs.
    [files.contribution, 32, 6, 0],
    // 188 set off by a tab, three by a space; 40 calls, and the first one of 28 cells.
    [files.report, 191, 68, 2],
    [files.assembly, 20, 11, 1],
  ])("%s: %i labelled paragraphs, %i calls, %i notes", (name, labelled, calls, notes) => {
    const { model } = read(name);
    const all = blocks(model);
    expect(all.filter(({ label }) => label !== "")).toHaveLength(labelled);
    expect(all.filter(({ type }) => type === "call")).toHaveLength(calls);
    expect(model.footnotes).toHaveLength(notes);
    expect(model.language).toBe("fr");
  });

  it.each([
    [files.base, "resolution"],
    [files.published, "resolution"],
    [files.contribution, "contribution"],
    [files.report, "report"],
    [files.assembly, "resolution"],
  ])("%s is a %s", (name, kind) => {
    expect(read(name).inspection.kind).toBe(kind);
  });

  it("reads both sides of resolution 98 as sections with first-level items only", () => {
    for (const name of [files.base, files.revised, files.flattened]) {
      const { inspection, model } = read(name);
      expect(inspection.enacting).toMatch(/^L'Assemblée mondiale/u);
      expect(inspection.sections.map(({ part }) => part)).toEqual([
        ...Array(3).fill("preamble"),
        ...Array(4).fill("operative"),
      ]);
      expect(blocks(model).filter(({ type, level }) => type === "item" && level !== 1)).toEqual([]);
    }
  });

  it("keeps the doubled labels of the flattened text as they stand", () => {
    const labels = blocks(read(files.flattened).model).map(({ label }) => label);
    for (const label of ["ef)", "fg)", "gh)", "hi)", "cb)", "dc)", "ed)", "fh)", "23"]) expect(labels).toContain(label);
    expect(labels.filter((label) => label === "k)")).toHaveLength(2);
  });

  it("reads number, title and calls with addressees of the published resolution", () => {
    const { inspection } = read(files.published);
    expect(inspection.number).toBe("RÉSOLUTION 85 (Rév. Kigali, 2022)");
    expect(inspection.title.split("\n")).toHaveLength(3);
    expect(inspection.sections.map(({ items }) => items.length)).toEqual([9, 1, 5, 4, 1, 3, 3, 5, 2, 2]);
    expect(inspection.sections[1]).toMatchObject({ call: "notant", items: [{ label: "", children: [] }] });
    expect(inspection.sections[7]?.call).toMatch(
      /^charge le Directeur du Bureau de développement.*, en collaboration avec/u,
    );
    expect(inspection.sections[8]?.call).toMatch(/établissements universitaires$/u);
    expect(inspection.footnotes).toMatchObject([
      { mark: "1", text: expect.stringMatching(/^Par pays en développement/u) },
    ]);
    expect(inspection.sections[2]?.items[4]?.text).toMatch(/développement\[\^1\], étant donné.*inclusive,$/u);
  });

  it("reads the contribution: front matter, marker, bracketed number, reasons with a list", () => {
    const { inspection, lines } = read(files.contribution);
    expect(inspection).toMatchObject({
      marker: "ADD",
      identifier: "ACP/22A12/1",
      number: "PROJET DE NOUVELLE RÉSOLUTION [ACP-2]",
    });
    const labels = lines.filter((line) => line.startsWith("paragraph (frontLabel)"));
    expect(labels.map((line) => line.split(": ")[1])).toEqual([
      "Résumé:",
      "Résultats attendus:",
      "Références:",
      "Proposition",
    ]);
    expect(lines.filter((line) => line.startsWith("item 1 •"))).toHaveLength(3);
    expect(inspection.reasons.split("\n")).toHaveLength(8);
    expect(inspection.reasons).toMatch(/\niv\)\tde collaborer/u);
    expect(inspection.sections.at(-1)?.items).toHaveLength(2);
  });

  it("reads the extracts of the report: split calls, lists below items, annexes, titles with notes", () => {
    const { inspection, lines, model } = read(files.report);
    expect(inspection.tables.map(({ rows, columns }) => [rows, columns])).toEqual([
      [28, 1],
      [29, 2],
    ]);
    expect(model.children.some((child) => child.type === "proposal")).toBe(false);
    expect(lines.filter((line) => line.startsWith("resolutionNumber"))).toHaveLength(28);
    expect(lines.filter((line) => line.startsWith("resolutionTitle"))).toHaveLength(28);
    const after = (text: string) => lines[lines.findIndex((line) => line.includes(text)) + 1];
    expect(after("resolutionTitle: Lutter contre le spam")).toMatch(/^<table_cell>/u);
    expect(lines.filter((line) => line.startsWith("paragraph (addressee)")).length).toBeGreaterThan(15);
    expect(lines).toContain("call: décide en outre que les bureaux régionaux de l'UIT");
    expect(lines.some((line) => line.startsWith("item 2 iv): informer les membres"))).toBe(true);
    expect(lines.some((line) => line.startsWith("item 2 m): assurer une coopération"))).toBe(true);
    expect(lines.filter((line) => /^item 1 1[0-6]: /u.test(line)).length).toBeGreaterThanOrEqual(7);
    expect(lines.filter((line) => line.startsWith("annexNumber"))).toEqual([
      "annexNumber: ANNEXE A: Procédure de coopération",
      expect.stringMatching(/^annexNumber: ANNEXE B: /u),
      expect.stringMatching(/^annexNumber: ANNEXE C: /u),
      "annexNumber: ANNEXE",
    ]);
    expect(lines).toContain("paragraph 2: Annexes A, B et C");
    expect(lines.some((line) => line.startsWith("item 1 II: Programme 2"))).toBe(true);
    expect(lines.some((line) => /^resolutionTitle: .*développement\[\^1\] et pays développés$/u.test(line))).toBe(true);
    expect(lines.some((line) => line.startsWith("item") && line.includes("point 2 du charge ci-dessus"))).toBe(true);
  });

  it("reads the resolution of an assembly behind its foreword", () => {
    const { inspection, lines } = read(files.assembly);
    expect(inspection.frontMatter).toHaveLength(5);
    expect(inspection).toMatchObject({ number: "RÉSOLUTION 103 (New Delhi, 2024)", reference: "(New Delhi, 2024)" });
    expect(inspection.title).toBe(
      "Renforcer les activités de normalisation sur les\ninfrastructures publiques numériques",
    );
    expect(inspection.sections.filter(({ call }) => call.startsWith("charge"))).toHaveLength(5);
    expect(inspection.sections.map(({ call }) => call)).not.toContain(expect.stringContaining("présente Résolution"));
    expect(lines.some((line) => line.startsWith("item 1: de coordonner") && /point\s2 du charge/u.test(line))).toBe(
      true,
    );
    const block = blocks(read(files.assembly).model).find(({ text }) => text.startsWith("de ce que les pays"));
    expect(block?.text).toMatch(/\[\^1\] pourraient.*;$/u);
  });

  it("gives every block its text back: labels, separators and contents make up the lines of the file", () => {
    const { model } = read(files.base);
    const texts: string[] = [];
    const visit = (node: object): void => {
      const block = node as TextBlock & { children?: object[] };
      if (block.inlines)
        texts.push(block.label + block.separator + block.inlines.map((i) => ("text" in i ? i.text : "")).join(""));
      block.children?.forEach(visit);
    };
    visit(model);
    const lines = new TextDecoder()
      .decode(seed(files.base))
      .split("\n")
      .filter((line) => line.trim() !== "");
    expect(texts).toEqual(lines.map((line) => line.trim()));
  });
});
