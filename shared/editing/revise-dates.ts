/**
 * Everything that says when and where a resolution was adopted, brought to another conference in one go: number line,
 * history line, enacting formula, references to the resolution itself, and the cited resolutions of which a newer
 * revision is known. Nothing is changed here: the result is a list to choose from, each entry one ordinary edit.
 */
import { closeHistory } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import { Transform } from "prosemirror-transform";
import type { Language } from "../model/document";
import type { Body } from "../resolution/conferences";
import { fold } from "../resolution/fold";
import { type KnownRevision, outdatedIn } from "../resolution/known-resolutions";
import { draftingData } from "../resolution/languages/drafting";
import { languageData } from "../resolution/languages/languages";
import { readNumberLine } from "../resolution/number-line";
import { citationsIn, type PlaceAndYear, placesInBrackets } from "../resolution/places-and-years";
import {
  isAt,
  type LineEdit,
  type Occasion,
  revisedCitation,
  revisedEnacting,
  revisedHistoryLine,
  revisedNumberLine,
} from "../resolution/revised-lines";
import { blocksOf } from "../schema/blocks";

export type DateKind = "number" | "history" | "enacting" | "self" | "cited";

export interface DateEdit extends LineEdit {
  kind: DateKind;
  block: string;
  /** Where a person finds it. */
  path: string[];
  /** The words around, with the old date and with the new one. */
  before: string;
  after: string;
}

/** The body that adopted the first resolution of a document, by its enacting formula. */
export function adoptingBody(doc: Node): Body | null {
  const { bodies } = draftingData(doc.attrs.language);
  let body: Body | null = null;
  doc.descendants((node) => {
    if (node.type.name === "enacting") {
      const formula = fold(textOf(node));
      const names = (Object.entries(bodies) as [Body, string[]][]).flatMap(([each, all]) =>
        // Acronyms are too short to be told from other words here.
        all.filter((name) => name.length > 4 && formula.includes(name)).map((name) => ({ each, name })),
      );
      body ??= names.sort((a, b) => b.name.length - a.name.length)[0]?.each ?? null;
    }
    return body === null && !node.isTextblock;
  });
  return body;
}

/** What a revision at another conference changes, in reading order; `base` tells what was agreed before. */
export function datesToRevise(doc: Node, base: Node, at: Occasion, known: readonly KnownRevision[]): DateEdit[] {
  const { language } = doc.attrs as { language: Language };
  const agreed = new Map(blocksOf(base).map(({ node }) => [node.attrs.id as string, textOf(node)]));
  const own = ownReferences(doc, language);
  return blocksOf(doc).flatMap(({ node, path, containers, proposal }): DateEdit[] => {
    const text = textOf(node);
    const block: string = node.attrs.id;
    const entry = (kind: DateKind, edit: LineEdit | null, start = 0, end = text.length): DateEdit[] =>
      edit === null ? [] : [{ ...edit, kind, block, path, ...shown(text, edit, start, end) }];
    switch (node.type.name) {
      case "resolutionNumber":
        return entry("number", revisedNumberLine(text, at, language));
      case "resolutionReference":
        return entry("history", revisedHistoryLine(text, agreed.get(block) ?? null, at, language));
      case "enacting":
        return entry("enacting", revisedEnacting(text, at, language));
    }
    if (!containers.includes("resolution")) return [];
    const self = own.get(proposal);
    const selves = citationsIn(text, language).filter((citation) => self && names(citation, self));
    const outdated = outdatedIn(text, language, known, at.year).filter(
      ({ citation }) => !selves.some(({ start }) => start === citation.start),
    );
    return [
      ...selves.flatMap((citation) =>
        entry("self", revisedCitation(text, citation, at, language), citation.start, citation.end),
      ),
      ...outdated.flatMap(({ citation, newer }) =>
        entry("cited", revisedCitation(text, citation, newer, language), citation.start, citation.end),
      ),
    ].sort((a, b) => a.from - b.from);
  });
}

/** Makes the chosen edits, in one step of undo. */
export function reviseDates(edits: readonly DateEdit[]): Command {
  return (state, dispatch) => {
    const tr = closeHistory(state.tr);
    if (!makeEdits(tr, edits)) return false;
    dispatch?.(tr);
    return true;
  };
}

/** A document with the chosen edits made. */
export function withDates(doc: Node, edits: readonly DateEdit[]): Node {
  const transform = new Transform(doc);
  makeEdits(transform, edits);
  return transform.doc;
}

/** False, with nothing changed, when there is nothing to do or a block is gone. */
function makeEdits(transform: Transform, edits: readonly DateEdit[]): boolean {
  const places = new Map(blocksOf(transform.doc).map(({ node, pos }) => [node.attrs.id as string, pos]));
  const placed = edits.flatMap((edit) => {
    const pos = places.get(edit.block);
    return pos === undefined ? [] : [{ ...edit, start: pos + 1 }];
  });
  if (placed.length === 0 || placed.length < edits.length) return false;
  // From the end, so that none moves the place of another.
  placed.sort((a, b) => b.start + b.from - (a.start + a.from));
  for (const { start, from, to, text } of placed) {
    const marks = transform.doc.resolve(start + from + (to > from ? 1 : 0)).marks();
    transform.replaceWith(start + from, start + to, transform.doc.type.schema.text(text, marks));
  }
  return true;
}

interface Own {
  number: string;
  date: PlaceAndYear;
}

/** How each proposal's resolution is cited before it is revised. */
function ownReferences(doc: Node, language: Language): Map<number, Own> {
  const own = new Map<number, Own>();
  for (const { node, proposal } of blocksOf(doc)) {
    if (node.type.name !== "resolutionNumber") continue;
    const text = textOf(node);
    const number = readNumberLine(text, languageData(language))?.number;
    const date = placesInBrackets(text, language).at(-1);
    if (number && date) own.set(proposal, { number, date });
  }
  return own;
}

function names({ cited, ...read }: PlaceAndYear & { cited: string }, { number, date }: Own): boolean {
  return isAt(read, date) && new RegExp(`(?<![-\\d])${number}(?![-\\d])`, "u").test(cited);
}

function shown(text: string, { from, to, text: words }: LineEdit, start: number, end: number) {
  const clean = (part: string) => part.replace(/[\s\uFFFC]+/gu, " ").trim();
  return {
    before: clean(text.slice(start, end)),
    after: clean(text.slice(start, from) + words + text.slice(to, end)),
  };
}

/** One character for every position. */
function textOf(node: Node): string {
  return node.textBetween(0, node.content.size, undefined, "\uFFFC");
}
