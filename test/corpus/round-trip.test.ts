/**
 * A tracked Word file becomes a draft, the draft a tracked Word file, and that file a draft again: base and current
 * text, statuses, changes, their authors and dates are the same. What came of each file is written to
 * test/results/round-trip.tsv. Larger files are read with CORPUS=all in the environment. The same with one word more,
 * written into the file itself: there every change that the word does not touch comes back under its name.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Node } from "prosemirror-model";
import { afterAll, describe, expect, test } from "vitest";
import { readDocx } from "../../shared/docx/document-reader";
import { exportDocx } from "../../shared/docx/export-docx";
import { openBase } from "../../shared/draft/open";
import { attributionOf, seedAttribution, startAttribution } from "../../shared/editing/attribution";
import { redline } from "../../shared/redline/redline";
import type { Segment } from "../../shared/redline/redline-types";
import { type Block, blocksOf, blockText } from "../../shared/schema/blocks";
import { spacedParagraphs, withWordAt } from "../support/word-edits";
import { corpusBytes, corpusTable, hasCorpus, whole } from "./corpus";

const results = fileURLToPath(new URL("../results/", import.meta.url));
const template = new Uint8Array(readFileSync(new URL("../../resources/templates/itu.docx", import.meta.url)));
const small = 45_000;
/** Why a change may come back in other pieces, though it leads from the same text to the same text by the same author. */
const objects = "an object of the file (field, equation, drawing) is written as its text into the template";
const labels = "a label that Word counted is typed into the template, and read as text where it is none of ITU's";
const nobody = { author: "Nobody in the file", date: "2001-01-01T00:00:00Z" };

const files = corpusTable("index.tsv")
  .filter(({ path, tags, bytes }) => /\.docx$/i.test(path!) && /\bT:/.test(tags!) && (whole || Number(bytes) <= small))
  .map(({ path }) => path!);

describe.runIf(hasCorpus)("a tracked file comes back from a draft as it went in", () => {
  const rows: string[] = [];
  test.each(files)("%s", { timeout: 600_000 }, (path) => {
    const { changes, outcome, fault } = roundTrip(path);
    if (changes > 0) rows.push(`${path}\t${changes}\t${outcome}`);
    expect(fault).toBeNull();
  });
  afterAll(() => writeRows("round-trip.tsv", rows));
});

describe.runIf(hasCorpus)(
  "a tracked file with one word more comes back from its own package with the changes of others",
  () => {
    const rows: string[] = [];
    test.each(files)("%s", { timeout: 600_000 }, (path) => {
      const { changes, outcome, fault } = roundTripInPlace(path);
      if (changes > 0) rows.push(`${path}\t${changes}\t${outcome}`);
      expect(fault).toBeNull();
    });
    afterAll(() => writeRows("round-trip-own-package.tsv", rows));
  },
);

interface Outcome {
  changes: number;
  outcome: string;
  fault: string | null;
}

const nothing: Outcome = { changes: 0, outcome: "", fault: null };

function writeRows(name: string, rows: readonly string[]): void {
  mkdirSync(results, { recursive: true });
  writeFileSync(`${results}${name}`, `${["file\tchanges\toutcome", ...rows].join("\n")}\n`);
}

function roundTrip(path: string): Outcome {
  const first = draftOf(corpusBytes(path));
  // Refused, or nothing of what it tracks touches text or structure.
  if (!first || first.changes.length === 0) return nothing;
  const changes = first.changes.length;
  const written = exportDocx({
    ...first,
    mode: "tracked",
    ...nobody,
    template,
    attributionOf: (provision, segment) => attributionOf(first.known, provision, segment),
  });
  if (!written.ok) {
    const fault = `${written.error.code} ${JSON.stringify(written.error.values)}`;
    return { changes, outcome: `refused: ${fault}`, fault };
  }
  if (["ADD", "SUP", "NOC"].includes(first.redline.marker)) {
    return { changes, outcome: `a proposal ${first.redline.marker} has no marks inside`, fault: null };
  }
  const second = draftOf(written.value)!;
  const texts =
    firstDifference("base", first.baseLines, second.baseLines) ??
    firstDifference("current", first.currentLines, second.currentLines);
  if (texts) return { changes, outcome: texts, fault: texts };
  const change = firstDifference("change", first.changes, second.changes);
  if (!change) return { changes, outcome: "equal", fault: null };
  const difference = firstDifference("change", ...withoutObjectPairs(first.outcomes, second.outcomes));
  const reasons = [first.objects ? objects : [], first.numbered ? labels : []].flat();
  if (difference || reasons.length === 0) return { changes, outcome: change, fault: change };
  return { changes, outcome: `equal but for its pieces: ${reasons.join("; ")}`, fault: null };
}

function roundTripInPlace(path: string): Outcome {
  const source = corpusBytes(path);
  const first = draftOf(source);
  const places = first ? spacedParagraphs(first.current) : [];
  if (!first || first.changes.length === 0 || places.length === 0) return nothing;
  const changes = first.changes.length;
  const current = withWordAt(first.current, new Set([places[Math.floor(places.length / 2)]!]));
  const compared = { base: first.base, current, redline: redline(first.base, current) };
  const known = startAttribution(first.base, current, seedAttribution(first.base, current, first.spans));
  const written = exportDocx({
    ...compared,
    mode: "tracked",
    ...nobody,
    template,
    source,
    attributionOf: (provision, segment) => attributionOf(known, provision, segment),
  });
  if (!written.ok || written.messages.length > 0) {
    return { changes, outcome: "not in its own package", fault: "not in its own package" };
  }
  const second = draftOf(written.value)!;
  const texts =
    firstDifference("base", first.baseLines, second.baseLines) ??
    firstDifference("current", linesOf(current), second.currentLines);
  // The provision with the new word in it, and one whose move or split it was part of.
  const there = new Set(second.changes);
  const lost = first.changes.filter((change) => !there.has(change));
  const fault = texts ?? (lost.length > 2 ? `lost ${lost.length}: ${lost[0]}` : null);
  return { changes, outcome: fault ?? "equal", fault };
}

function draftOf(bytes: Uint8Array) {
  const opened = openBase(bytes, "tracked.docx");
  if (!opened.ok) return null;
  const { doc: base, current: accepted, spans } = opened.value;
  const current = accepted ?? base;
  const compared = redline(base, current);
  const known = startAttribution(base, current, seedAttribution(base, current, spans));
  const changes = compared.provisions.flatMap((provision) => {
    const { status, before, after, labelBefore, labelAfter, segments, moved } = provision;
    if (status === "unchanged" || status === "frame") return [];
    const signed = (segment: Segment | null) => {
      const { author, date } = attributionOf(known, provision, segment) ?? nobody;
      return `(${author || nobody.author} ${clockOf(date || nobody.date)})`;
    };
    const acts = segments
      .filter(({ op }) => op !== "=")
      .map((segment) => `${segment.op}${unnumbered(segment.text)} ${signed(segment)}`);
    if (textOf(before) === "" && textOf(after) === "") return [];
    const act = acts.join(" ") || signed(null);
    return [`${status}${moved ? " moved" : ""} ${labelBefore}>${labelAfter} ${act}`];
  });
  const outcomes = compared.provisions.flatMap((provision) => {
    const { status, before, after, segments } = provision;
    const [one, two] = [textOf(before), textOf(after)];
    if (status === "unchanged" || status === "frame" || one === two) return [];
    const acts: (Segment | null)[] = segments.filter(({ op }) => op !== "=");
    const authors = (acts.length > 0 ? acts : [null])
      .flatMap((segment) => attributionOf(known, provision, segment)?.author ?? [])
      .filter((author) => author !== nobody.author);
    const by = `(${[...new Set(authors)].join(", ")})`;
    return [{ one, two, by, object: [before, after].some((block) => block && holdsObject(block.node)) }];
  });
  return {
    base,
    current,
    redline: compared,
    known,
    spans,
    // Sorted: where a suppression stands among additions is a matter of the page.
    changes: changes.sort(),
    outcomes,
    objects: [base, current].some(holdsObject),
    numbered: isNumbered(bytes),
    baseLines: linesOf(base),
    currentLines: linesOf(current),
  };
}

interface Pair {
  one: string;
  two: string;
  by: string;
  /** One of the two texts holds an object. */
  object: boolean;
}

/**
 * What became of each text, sorted. A pair that the second telling lacks, and one of whose texts holds objects, is told
 * as two: as words the objects count when texts are compared, and then these two may be too unlike for a pair.
 */
function withoutObjectPairs(first: readonly Pair[], second: readonly Pair[]): [string[], string[]] {
  const line = ({ one, two, by }: Omit<Pair, "object">) => `${one} > ${two} ${by}`;
  const there = new Set(second.map(line));
  const told = first.flatMap((pair) => {
    if (!pair.object || there.has(line(pair))) return [line(pair)];
    const halves = [line({ ...pair, two: "" }), line({ ...pair, one: "" })];
    return halves.every((half) => there.has(half)) ? halves : [line(pair)];
  });
  return [told.sort(), second.map(line).sort()];
}

function isNumbered(bytes: Uint8Array): boolean {
  const file = readDocx(bytes);
  return file.ok && Object.values(file.value.sides).some(({ paragraphs }) => paragraphs.some((each) => each.numbering));
}

function holdsObject(doc: Node): boolean {
  let found = false;
  doc.descendants((node) => {
    if (node.type.name === "inlineObject") found = true;
    return !found;
  });
  return found;
}

function linesOf(doc: Node): string[] {
  return blocksOf(doc)
    .map(textOf)
    .filter((line) => line !== "");
}

function textOf(block: Block | null): string {
  return block ? unnumbered(blockText(block.node)).replace(/\s+/g, " ").trim() : "";
}

/** Notes count anew in a new file, and an endnote becomes a footnote in a template that has no others: a number is no text. */
function unnumbered(text: string): string {
  return text.replace(/\[\^[\divx]+\]/g, "[^]");
}

/** Word writes the clock as it stood and no zone; a file of another program that has one loses it. */
function clockOf(date: string): string {
  return date.replace(/(Z|[+-]\d\d:\d\d)$/, "");
}

function firstDifference(what: string, a: readonly string[], b: readonly string[]): string | null {
  const at = a.findIndex((line, index) => line !== b[index]);
  if (at < 0 && a.length === b.length) return null;
  const place = at < 0 ? a.length : at;
  const [one, two] = [a[place] ?? "nothing", b[place] ?? "nothing"];
  const cut = Math.max(0, [...one].findIndex((character, index) => character !== two[index]) - 30);
  return `${what} ${place + 1}: ${JSON.stringify(one.slice(cut, cut + 120))} came back as ${JSON.stringify(two.slice(cut, cut + 120))}`;
}
