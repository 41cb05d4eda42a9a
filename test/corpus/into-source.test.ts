/**
 * Promise 4 on real Word files: exported without a change every part keeps its bytes; with one word more in the
 * middle, exactly one paragraph of the main part differs, tracked and clean, and the export is proved. In files with
 * tracked changes of their own these stay as they are; there a paragraph whose mark is tracked is written with its
 * neighbour, and a clean export settles every change. Every thirty-first file is taken, all with RESDRAFT_WHOLE_CORPUS
 * in the environment.
 */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Node } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import { readDocx } from "../../shared/docx/document-reader";
import { exportDocx } from "../../shared/docx/export-docx";
import { unitsOf } from "../../shared/docx/source-units";
import { openBase } from "../../shared/draft/open";
import { readPart } from "../../shared/opc/package";
import { readPackage } from "../../shared/opc/package-reader";
import { redline } from "../../shared/redline/redline";
import { descendants } from "../../shared/xml/element";
import { corpusFolder, corpusPaths, hasCorpus } from "../support/real-documents";
import { spacedParagraphs, withWordAt } from "../support/word-edits";

const template = new Uint8Array(readFileSync(join(__dirname, "../../resources/templates/itu.docx")));
const step = process.env.RESDRAFT_WHOLE_CORPUS ? 1 : 31;

/** Lists in notes and numbered empty paragraphs: always taken, since they once could not be proved. */
const always = [
  "T-RES-T.1-2016",
  "stress018.docx",
  "testWORD_numbered_list.docx",
  "DRAFT_S-129 Product Specification V0 3",
];

interface Opened {
  name: string;
  source: Uint8Array;
  base: Node;
  current: Node;
  tracked: boolean;
}

function open(path: string): Opened[] {
  const source = new Uint8Array(readFileSync(path));
  const file = readDocx(source);
  const opened = openBase(source, path);
  if (!file.ok || !opened.ok) return [];
  const { doc: base, current, tracked } = opened.value;
  const name = path.slice(corpusFolder.length + 1);
  return [{ name, source, base, current: current ?? base, tracked: tracked !== null }];
}

function write({ name, source, base }: Opened, current: Node, mode: "tracked" | "clean"): Uint8Array {
  const compared = { base, current, redline: redline(base, current) };
  const written = exportDocx({ ...compared, mode, author: "Délégation", date: "2026-11-22", template, source });
  if (!written.ok) throw new Error(`${name}: ${written.error.code} ${JSON.stringify(written.error.values)}`);
  expect(written.messages, name).toEqual([]);
  return written.value;
}

/** Names of the parts that two packages do not have alike. */
function differing(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [readPackage(before), readPackage(after)];
  if (!a.ok || !b.ok) throw new Error("no package");
  const names = new Set([...a.value.parts, ...b.value.parts].map(({ name }) => name));
  return [...names].filter((name) => {
    const [one, two] = [readPart(a.value, name), readPart(b.value, name)];
    return !one.ok || !two.ok || Buffer.compare(one.value, two.value) !== 0;
  });
}

/** The document with one word more in the middle one of its longer paragraphs; null when it has none. */
function withOneWord(doc: Node): Node | null {
  const places = spacedParagraphs(doc);
  const place = places[Math.floor(places.length / 2)];
  return place === undefined ? null : withWordAt(doc, new Set([place]));
}

function paragraphs(bytes: Uint8Array): string[] {
  const file = readDocx(bytes);
  if (!file.ok) throw new Error(file.error.code);
  const part = file.value.parts.get(file.value.main)!;
  return part.slices.p.map(({ start, end }) => part.document.source.slice(start, end));
}

const modesOf = ({ tracked }: Opened) => (tracked ? (["tracked"] as const) : (["tracked", "clean"] as const));

/** The most paragraphs that tracked paragraph marks tie together in a file, or tracked cells in a row. */
function mostOfOneUnit(bytes: Uint8Array): number {
  const file = readDocx(bytes);
  if (!file.ok) throw new Error(file.error.code);
  const tied = unitsOf(file.value.body, file.value).map(({ slices }) => slices.length);
  const rows = descendants(file.value.parts.get(file.value.main)!.document.root, "w:tr")
    .filter((row) => descendants(row, "w:cellIns", "w:cellDel", "w:cellMerge").length > 0)
    .map((row) => descendants(row, "w:p").length);
  return Math.max(...tied, ...rows);
}

const isAlways = (path: string) => always.some((name) => path.includes(name));

const paths = hasCorpus ? corpusPaths(".docx").filter((path) => statSync(path).size < 400_000 || isAlways(path)) : [];

describe.runIf(hasCorpus)("a Word file that takes an export", () => {
  const chosen = paths.filter((path, index) => index % step === 0 || isAlways(path));

  test("keeps every part when nothing changed", { timeout: 600_000 }, () => {
    let files = 0;
    for (const opened of chosen.flatMap(open)) {
      for (const mode of modesOf(opened)) {
        expect(differing(opened.source, write(opened, opened.current, mode)), opened.name).toEqual([]);
      }
      files++;
    }
    expect(files).toBeGreaterThan(5);
  });

  test("changes in one paragraph when one word was added", { timeout: 600_000 }, () => {
    let files = 0;
    for (const opened of chosen.flatMap(open)) {
      const current = withOneWord(opened.current);
      if (!current) continue;
      const before = paragraphs(opened.source);
      for (const mode of modesOf(opened)) {
        const written = write(opened, current, mode);
        expect(differing(opened.source, written), opened.name).toHaveLength(1);
        const after = paragraphs(written);
        const changed = before.filter((paragraph) => !after.includes(paragraph));
        if (opened.tracked) {
          expect(changed.length, opened.name).toBeLessThanOrEqual(mostOfOneUnit(opened.source));
          continue;
        }
        expect(after.length, opened.name).toBe(before.length);
        expect(
          after.filter((paragraph, index) => paragraph !== before[index]),
          opened.name,
        ).toHaveLength(1);
      }
      files++;
    }
    expect(files).toBeGreaterThan(5);
  });
});
