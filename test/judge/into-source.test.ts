/**
 * Exports into the Word file that the base came from, before LibreOffice: whoever rejects all changes has every
 * paragraph of the source as LibreOffice reads it, whoever accepts them has the same but for the words that were
 * added; where whole items come and go, the clean export of the same text says what accepting must give.
 */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Node } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import { readDocx } from "../../shared/docx/document-reader";
import { exportDocx } from "../../shared/docx/export-docx";
import { openBase } from "../../shared/draft/open";
import { redline } from "../../shared/redline/redline";
import { schema } from "../../shared/schema/schema";
import { corpusPaths, hasCorpus } from "../support/real-documents";
import { spacedParagraphs, withWordAt } from "../support/word-edits";
import { judgeBytes, judgeForeignBytes } from "./lines";
import type { JudgedParagraph } from "./office";

const template = new Uint8Array(readFileSync(join(__dirname, "../../resources/templates/itu.docx")));
const step = 29;

interface Opened {
  source: Uint8Array;
  base: Node;
}

function open(path: string): Opened | null {
  const source = new Uint8Array(readFileSync(path));
  const file = readDocx(source);
  const opened = openBase(source, path);
  // Files with tracked changes of their own are judged in tracked-corpus.test.ts.
  return file.ok && opened.ok && !opened.value.tracked ? { source, base: opened.value.doc } : null;
}

/** The bytes in the source's own package; null where the text had to go into the template (test/corpus says which, and why). */
function write({ source, base }: Opened, current: Node, mode: "tracked" | "clean"): Uint8Array | null {
  const compared = { base, current, redline: redline(base, current) };
  const written = exportDocx({ ...compared, mode, author: "Délégation", date: "2026-11-22", template, source });
  if (!written.ok) throw new Error(`${written.error.code} ${JSON.stringify(written.error.values)}`);
  return written.messages.some(({ code }) => code === "export.into-template") ? null : written.value;
}

const lines = (paragraphs: readonly JudgedParagraph[]) => paragraphs.map(({ where, text }) => `${where}: ${text}`);

describe.runIf(hasCorpus)("LibreOffice finds the source and the text in", () => {
  const paths = hasCorpus ? corpusPaths(".docx").filter((path) => statSync(path).size < 200_000) : [];
  const chosen = paths.filter((_, index) => index % step === 0);

  test("a sample of files with one word more", { timeout: 600_000 }, async () => {
    const sources = new Map<string, Uint8Array>();
    const tracked = new Map<string, Uint8Array>();
    for (const path of chosen) {
      const opened = open(path);
      const places = opened ? spacedParagraphs(opened.base) : [];
      if (!opened || places.length === 0) continue;
      const place = places[Math.floor(places.length / 2)]!;
      const written = write(opened, withWordAt(opened.base, new Set([place])), "tracked");
      if (!written) continue;
      sources.set(path, opened.source);
      tracked.set(path, written);
    }
    const originals = await judgeForeignBytes(sources);
    const judged = chosen.filter((path) => originals.has(path));
    const verdicts = await judgeBytes(new Map(judged.map((path) => [path, tracked.get(path)!])));
    for (const path of judged) {
      const before = lines(originals.get(path)!.shown);
      const { rejected, accepted } = verdicts.get(path)!;
      expect(lines(rejected), path).toEqual(before);
      const after = lines(accepted);
      expect(after.length, path).toBe(before.length);
      const changed = after.filter((text, index) => text !== before[index]);
      expect(changed, path).toHaveLength(1);
      expect(before, path).toContain(changed[0]!.replace(" ajouté", ""));
    }
    // Of the files that we open LibreOffice opens nearly all.
    expect(judged.length).toBeGreaterThan(Math.max(8, sources.size - 3));
  });

  test("a resolution of 473 paragraphs after ten edits", { timeout: 600_000 }, async () => {
    const opened = open(corpusPaths("t-res-t.1-2016-msw-e.docx")[0]!)!;
    const current = tenEdits(opened.base);
    const verdicts = await judgeBytes(
      new Map([
        ["source", opened.source],
        ["tracked", write(opened, current, "tracked")!],
        ["clean", write(opened, current, "clean")!],
      ]),
    );
    const tracked = verdicts.get("tracked")!;
    expect(lines(tracked.rejected)).toEqual(lines(verdicts.get("source")!.shown));
    expect(lines(tracked.accepted)).toEqual(lines(verdicts.get("clean")!.shown));
    expect(tracked.changes.length).toBeGreaterThanOrEqual(10);
  });
});

/** Five words, two items gone, two new, one moved to the end of its section. */
function tenEdits(base: Node): Node {
  const places = spacedParagraphs(base);
  const words = withWordAt(
    base,
    new Set([1, 3, 5, 7, 9].map((tenth) => places[Math.floor((places.length * tenth) / 10)]!)),
  );
  let items = 0;
  const edit = (node: Node): Node => {
    if (node.isTextblock || node.type.name === "footnotes") return node;
    const children: Node[] = [];
    const moved: Node[] = [];
    node.forEach((child) => {
      const isItem = child.type.name === "item" && child.textContent.length > 60;
      if (isItem) items++;
      if (isItem && (items === 20 || items === 60)) return;
      if (isItem && items === 40) {
        moved.push(child);
        return;
      }
      children.push(edit(child));
      if (isItem && (items === 30 || items === 50))
        children.push(
          schema.nodes.item!.create(
            { ...child.attrs, label: `${child.attrs.label}bis`, slice: null },
            schema.text(`new provision number ${items} for the Director to follow`),
          ),
        );
    });
    return node.type.create(node.attrs, [...children, ...moved], node.marks);
  };
  const edited = edit(words);
  expect(items).toBeGreaterThan(60);
  return edited;
}
