/**
 * One whole document in six languages (notes, references, lists of three levels, an annex with a table) and one revision
 * of it: whatever a version comes as, its structure is that of the others, and the redline of its revision says the same
 * of every provision.
 */
import type { Node } from "prosemirror-model";
import { describe, expect, it } from "vitest";
import { openBase } from "../../../shared/draft/open";
import type { Language } from "../../../shared/model/document";
import { redline } from "../../../shared/redline/redline";
import { parseLabel } from "../../../shared/resolution/labels";
import { labelReferencesIn } from "../../../shared/resolution/references";
import { blocksOf, contentText } from "../../../shared/schema/blocks";
import { asEdited } from "../../support/edited-source";
import { revisedVersion, wholeVersion } from "../../support/parallel-edits";
import { type ParallelLine, typedLabel } from "../../support/parallel-versions";
import { type Dressing, ituStyle, parallelWord } from "../../support/parallel-word";
import { habits, trackedAsWord } from "../../support/tracked-as-word";
import { exportWord, xmlOf } from "../../support/word-export";

const languages: readonly Language[] = ["en", "fr", "es", "ru", "zh", "ar"];

const dressings: Record<string, Dressing> = {
  "styles of ITU": { styleOf: ituStyle },
  "styles of ITU, typed marks of notes": { styleOf: ituStyle, typedNotes: true },
  "no styles": {},
  "no styles, direct formatting": { formatted: true, typedNotes: true },
  "numbers that Word counts": { lists: { letter: "lowerLetter", roman: "lowerRoman", number: "decimal" } },
};

function open(bytes: Uint8Array, name: string): Node {
  const opened = openBase(bytes, name);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value.doc;
}

function asText(lines: readonly ParallelLine[], language: Language): Uint8Array {
  let notes = 0;
  const texts = lines.flatMap(({ role, text, note, rows }) => {
    if (rows) return [];
    const label = typedLabel(role, language);
    const mark = note === undefined ? "" : ++notes;
    const behind = mark && [`[footnoteRef:${mark}]${mark}`, ` [${mark}: ${mark} \t${note}]`];
    return [`${label === "" ? "" : `${label}\t`}${text}${behind ? behind.join("") : ""}`];
  });
  return new TextEncoder().encode(texts.join("\n"));
}

/** A label as the place that it names: Arabic counts below an item in numbers where others take Roman numerals. */
function place(label: string, language: Language, level: number): string {
  const { kind, parts, roman } = parseLabel(label, language);
  if (kind === "none" || kind === "word") return kind;
  return level > 1 ? `below ${roman ?? parts[0]?.ordinal ?? ""}` : `${kind} ${parts[0]?.ordinal ?? ""}`;
}

/** A heading that no style names is a paragraph; the mark of a note is typed or not. */
function kindOf(node: Node): string {
  return node.type.name === "heading" ? "paragraph" : node.type.name;
}

function labelOf(node: Node): string {
  return node.type.name === "footnote" ? "" : node.attrs.label;
}

/** Every block as its containers, its kind, its level and the place that its label names; references by theirs. */
function structure(doc: Node): string[] {
  const { language } = doc.attrs;
  return blocksOf(doc).map(({ node, containers, cell }) => {
    const level = node.type.name === "item" ? node.attrs.level : 0;
    const text = contentText(node);
    const references = labelReferencesIn(text, language).flatMap(({ labels }) =>
      labels.map(({ label }) => `refers to ${place(label, language, 1)}`),
    );
    const at = cell ? [`cell ${cell.row}.${cell.cell}`] : [];
    const noted = /\[\^/u.test(text) ? ["with a note"] : [];
    const kind = [kindOf(node), ...(level ? [level] : []), place(labelOf(node), language, level)].join(" ");
    return [containers.join(">"), kind, ...at, ...noted, ...references].join(", ");
  });
}

function statuses(base: Node, current: Node): string[] {
  const { language } = base.attrs;
  return redline(base, current).provisions.map(({ status, before, after, labelBefore, labelAfter }) => {
    const { node } = (after ?? before)!;
    const { level } = node.attrs;
    const labels =
      node.type.name === "item" ? [labelBefore, labelAfter].map((each) => place(each, language, level)) : [];
    return [kindOf(node), status, ...labels].join(" ");
  });
}

/** What a version is and what its revision does, by the way it comes. */
function versionsOf(language: Language): Record<string, { base: Node; current: Node }> {
  const before = wholeVersion(language);
  const after = revisedVersion(language);
  const word = Object.entries(dressings).map(([name, dressing]) => [
    name,
    {
      base: open(parallelWord(language, dressing, before), "base.docx"),
      current: open(parallelWord(language, dressing, after), "revised.docx"),
    },
  ]);
  return {
    ...Object.fromEntries(word),
    text: { base: open(asText(before, language), "base.txt"), current: open(asText(after, language), "revised.txt") },
  };
}

const reference = versionsOf("en");
const first = reference["styles of ITU"]!;

/** A plain text leaves the table out. */
const wanted = (name: string) => (name === "text" ? reference.text! : first);

it("the first version is what it says", () => {
  expect(structure(first.base)).toMatchSnapshot();
  expect(statuses(first.base, first.current)).toMatchSnapshot();
});

describe.each(languages)("%s", (language) => {
  const versions = versionsOf(language);
  it.each(Object.keys(versions))("has the structure of the others: %s", (name) => {
    expect(structure(versions[name]!.base)).toEqual(structure(wanted(name).base));
    expect(structure(versions[name]!.current)).toEqual(structure(wanted(name).current));
  });

  it.each(Object.keys(versions))("is revised as the others are: %s", (name) => {
    const { base, current } = versions[name]!;
    expect(statuses(base, current)).toEqual(statuses(wanted(name).base, wanted(name).current));
  });
});

/** The revision of a version as a tracked file. */
function tracked(language: Language, dressing: Dressing): Uint8Array {
  const source = parallelWord(language, dressing, wholeVersion(language));
  const base = open(source, "base.docx");
  const current = asEdited(base, open(parallelWord(language, dressing, revisedVersion(language)), "revised.docx"));
  return exportWord({ base, current, source }).bytes;
}

describe.each(languages)("%s, tracked", (language) => {
  it.each(Object.keys(dressings))("is both texts: %s", (name) => {
    const bytes = tracked(language, dressings[name]!);
    const each = name === "styles of ITU" ? Object.keys(habits).map((habit) => [habit]) : [];
    for (const habit of [[], ...each, Object.keys(habits)]) {
      const file = trackedAsWord(bytes, habit);
      expect([habit, xmlOf(file) === xmlOf(bytes)]).toEqual([habit, habit.length === 0]);
      const opened = openBase(file, "tracked.docx");
      if (!opened.ok) throw new Error(opened.error.code);
      const { doc, current } = opened.value;
      expect([habit, structure(doc)]).toEqual([habit, structure(first.base)]);
      expect([habit, structure(current!)]).toEqual([habit, structure(first.current)]);
      // A format that changed is told where nothing else is.
      const said = statuses(doc, current!).map((status) => status.replace("formatted", "unchanged"));
      expect([habit, said]).toEqual([habit, statuses(first.base, first.current)]);
    }
  });
});
