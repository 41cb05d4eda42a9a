/**
 * Exports into the Word file that the base came from, before LibreOffice: whoever rejects all changes has what rejecting
 * gave in the source, whoever accepts them has what accepting gave there but for the word that was added; where whole
 * items come and go, the clean export of the same text says what accepting must give. A difference is explained by a
 * blind spot of LibreOffice that the file shows, or it is a failure. A sample of the files is judged on every run, every
 * file with CORPUS=all in the environment; what came of each is written to test/results/one-word-judged.tsv.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Node } from "prosemirror-model";
import { afterEach, describe, expect, test } from "vitest";
import { exportDocx } from "../../shared/docx/export-docx";
import { openBase } from "../../shared/draft/open";
import { redline } from "../../shared/redline/redline";
import { schema } from "../../shared/schema/schema";
import { whole } from "../corpus/corpus";
import { corpusPaths, hasCorpus } from "../support/real-documents";
import { spacedParagraphs, withWordAt } from "../support/word-edits";
import type { BlindSpot } from "./blind-spot";
import { blindSpotsIn, partsOf } from "./blind-spots";
import { explain, forOffice } from "./explained";
import { judgeBytes, judgeForeignBytes } from "./lines";
import { type JudgedParagraph, texts, type Verdict } from "./office";

const template = new Uint8Array(readFileSync(join(__dirname, "../../resources/templates/itu.docx")));
const results = join(__dirname, "../results");
const step = 29;
/** Files for one office: one that falls ill spoils no other batch. */
const batchSize = 20;

interface Opened {
  source: Uint8Array;
  base: Node;
  current: Node;
}

function open(path: string): Opened | null {
  const source = new Uint8Array(readFileSync(path));
  const opened = openBase(source, path);
  if (!opened.ok) return null;
  const { doc: base, current } = opened.value;
  return { source, base, current: current ?? base };
}

/** The bytes in the source's own package; null where the text had to go into the template (test/corpus says which, and why). */
function write({ source, base }: Omit<Opened, "current">, current: Node, mode: "tracked" | "clean"): Uint8Array | null {
  const compared = { base, current, redline: redline(base, current) };
  const written = exportDocx({ ...compared, mode, author: "Délégation", date: "2026-11-22", template, source });
  if (!written.ok) throw new Error(`${written.error.code} ${JSON.stringify(written.error.values)}`);
  return written.messages.some(({ code }) => code === "export.into-template") ? null : written.value;
}

const lines = (paragraphs: readonly JudgedParagraph[]) => paragraphs.map(({ where, text }) => `${where}: ${text}`);

/** Always judged: each has a kind that LibreOffice takes otherwise. */
const always = [
  "DA211-SchemaError",
  "DA253-Table-With-Sum",
  "RP004-Deleted-Text-in-CC",
  "RP047-Inserted-and-Deleted",
  "broken_ones_two/sources/file_19",
  "invoice_Saxon_XPath2",
];

describe.runIf(hasCorpus)("LibreOffice finds the source and the text in", () => {
  const paths = hasCorpus ? corpusPaths(".docx").filter((path) => whole || statSync(path).size < 200_000) : [];
  const chosen = paths.filter(
    (path, index) => whole || index % step === 0 || always.some((name) => path.includes(name)),
  );
  const batches = Array.from({ length: Math.ceil(chosen.length / batchSize) }, (_, index) =>
    chosen.slice(index * batchSize, (index + 1) * batchSize),
  );
  const rows: string[] = [];
  const nameOf = (path: string) => path.slice(path.indexOf("/corpus/") + 8);

  test.each(batches.map((batch, index) => [index + 1, batches.length, batch] as const))(
    "files with one word more, batch %i of %i",
    { timeout: 1_800_000 },
    async (_number, _of, batch) => {
      const sources = new Map<string, Uint8Array>();
      const tracked = new Map<string, Uint8Array>();
      const say = (path: string, outcome: string) => rows.push(`${nameOf(path)}\t${outcome}`);
      for (const path of batch) {
        const opened = open(path);
        const places = opened ? spacedParagraphs(opened.current) : [];
        const place = places[Math.floor(places.length / 2)];
        const written =
          opened && place !== undefined ? write(opened, withWordAt(opened.current, new Set([place])), "tracked") : null;
        if (!opened || !written) {
          say(path, !opened ? "refused" : place === undefined ? "no words to edit" : "goes into the template");
          continue;
        }
        sources.set(path, opened.source);
        tracked.set(path, written);
      }
      if (sources.size === 0) return;
      const keyed = (files: ReadonlyMap<string, Uint8Array>, kind: string) =>
        [...files].map(([path, bytes]) => [`${kind} ${path}`, forOffice(bytes)] as const);
      const verdicts = await judgeForeignBytes(
        new Map([...keyed(sources, "source"), ...keyed(tracked, "export")]),
        "refreshed",
      );
      const faults: string[] = [];
      const judged = [...sources.keys()].filter((path) => verdicts.has(`source ${path}`));
      for (const path of sources.keys()) {
        const [original, verdict] = [verdicts.get(`source ${path}`), verdicts.get(`export ${path}`)];
        if (!original) {
          say(path, "LibreOffice does not open the source");
          continue;
        }
        const difference = verdict ? differenceOf(original, verdict) : "LibreOffice does not open the export";
        const told =
          difference && verdict ? reasonOf([sources.get(path)!, tracked.get(path)!], original, verdict) : null;
        say(path, difference === null ? "equal" : (told ?? `UNEXPLAINED ${difference}`));
        if (difference !== null && !told) faults.push(`${nameOf(path)}: ${difference}`);
      }
      expect(faults).toEqual([]);
      // Of the files that we open LibreOffice opens nearly all.
      expect(judged.length).toBeGreaterThanOrEqual(Math.floor(sources.size * 0.8));
    },
  );

  // After each batch: who stops the whole run has what it found so far.
  afterEach(() => {
    mkdirSync(results, { recursive: true });
    writeFileSync(join(results, "one-word-judged.tsv"), `file\toutcome\n${rows.sort().join("\n")}\n`);
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

/** Why LibreOffice finds something else; null when nothing explains it. */
function reasonOf(files: [Uint8Array, Uint8Array], source: Verdict, written: Verdict): string | null {
  const [, exported] = files.map((bytes) => Object.values(partsOf(bytes, /\.xml$/)).join("")) as [string, string];
  const spots = blindSpotsIn(files.map((bytes) => Object.values(partsOf(bytes, /\.xml$/)).join("")).join(""));
  return unread(exported, source, written) ?? levelled(spots, source, written) ?? explained(files[1], written);
}

/** LibreOffice may lose a change while it opens a file, or all of the paragraph: its own list of changes shows it. */
function unread(exported: string, source: Verdict, written: Verdict): string | null {
  if (!addedByUs.test(exported) || written.changes.some(({ author }) => author === "Délégation")) return null;
  const [before, accepted, rejected] = [source.accepted, written.accepted, written.rejected].map(lines);
  if (
    differenceOfLines({ accepted: before!, rejected: accepted! }, { accepted: accepted!, rejected: rejected! }) === null
  )
    return "It loses the change while it opens the file: it takes the word for old text.";
  const shown = [before, accepted].every((some) => some!.join("\n") === lines(source.shown).join("\n"));
  return shown ? "It does not show the paragraph that was edited, or shows other data in its place." : null;
}

function levelled(spots: readonly BlindSpot[], source: Verdict, written: Verdict): string | null {
  const spot = spots.find(({ level }) => {
    if (!level) return false;
    const sides = ({ accepted, rejected }: Verdict) => ({
      accepted: level(texts(accepted)),
      rejected: level(texts(rejected)),
    });
    return differenceOfLines(sides(source), sides(written)) === null;
  });
  return spot?.reason ?? null;
}

function explained(bytes: Uint8Array, written: Verdict): string | null {
  const sides = [explain(bytes, "accept", written.accepted), explain(bytes, "reject", written.rejected)];
  const outcomes = new Set(sides.map(({ outcome }) => outcome).filter((outcome) => outcome !== "equal"));
  return sides.some(({ fault }) => fault !== undefined) || outcomes.size === 0 ? null : [...outcomes].join(" ");
}

/** The first line that is not what the source and one word more give; null when all are. */
function differenceOf(source: Verdict, written: Verdict): string | null {
  const sides = ({ accepted, rejected }: Verdict) => ({ accepted: lines(accepted), rejected: lines(rejected) });
  return differenceOfLines(sides(source), sides(written));
}

/** The change as it must stand in the file. */
const addedByUs = /<w:ins [^>]*w:author="Délégation"[^>]*>(?:(?!<\/w:ins>).)*>[^<]*ajouté[^<]*<\/w:t>/s;

interface Sides {
  accepted: string[];
  rejected: string[];
}

function differenceOfLines(source: Sides, written: Sides): string | null {
  const [former, rejected] = [source.rejected, written.rejected];
  const at = former.findIndex((text, index) => text !== rejected[index]);
  if (at >= 0 || former.length !== rejected.length) return `rejected: ${shown(former, rejected, at)}`;
  const [before, after] = [source.accepted, written.accepted];
  const changed = after.flatMap((text, index) => (text === before[index] ? [] : [index]));
  if (after.length !== before.length || changed.length !== 1)
    return `accepted: ${shown(before, after, changed[0] ?? -1)}`;
  const [index] = changed as [number];
  return after[index]!.replace(/ ?ajouté/, "") === before[index] ? null : `accepted: ${shown(before, after, index)}`;
}

function shown(before: readonly string[], after: readonly string[], at: number): string {
  const index = at < 0 ? Math.min(before.length, after.length) : at;
  return `line ${index + 1} of ${before.length}: ${JSON.stringify(before[index])?.slice(0, 160)} became ${JSON.stringify(after[index])?.slice(0, 160)}`;
}

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
