/**
 * References to whole sections inside a text, `considering above`, `au charge le Directeur ci-dessus`, and what of a
 * reference to items names their section: the words of the call as cited and where they stand. Sections of another
 * resolution are left out; whether the section exists is the business of whoever knows the document.
 */
import type { Language } from "../model/document";
import { callCitations } from "./languages/call-citations";
import { draftingData } from "./languages/drafting";
import { languageData } from "./languages/languages";
import { isEveryday, labelReferencesIn, namesAnother, verbPattern } from "./references";
import { wordEdges } from "./word-edges";

export interface CallReference {
  /** The call as far as it is cited, from its verb on. */
  call: string;
  /** Its verb, as typed. */
  verb: string;
  /** Where the call stands. */
  from: number;
  to: number;
  /** Where the whole reference stands. */
  start: number;
  end: number;
  /** True when items of the section are named and not the section itself. */
  labelled: boolean;
  /** True when the verb means something else in these very words, `上述建议`. */
  everyday: boolean;
}

/** A verb of a call in the text, with the adverb behind it. */
interface Mention {
  verb: string;
  from: number;
  verbEnd: number;
  to: number;
  finite: boolean;
}

/** A form of citation, cut at the slot where the call stands. */
interface Form {
  slot: "list" | "verb" | "finite";
  before: RegExp;
  behind: RegExp;
}

interface Patterns {
  verb: RegExp;
  adverb: RegExp;
  forms: Form[];
  join: RegExp;
  /** What points at this text behind a reference to items. */
  points: RegExp;
  /** Between a reference to items and the calls that go on with it, ` above and `. */
  onward: RegExp;
  ending: RegExp;
}

const patterns = new Map<Language, Patterns>();
/** What stands in front of a cited call, or between it and a reference to items, is short. */
const reach = 40;
/** Calls joined to a list; and a paragraph with more references than this is no resolution's. */
const longestList = 6;
const mostReferences = 100;

/** The references of a text to sections of its own resolution. */
export function callReferencesIn(text: string, language: Language): CallReference[] {
  const { forms, join, points, onward, ending } = patternsOf(language);
  const mentions = mentionsIn(text, language);
  if (mentions.length === 0) return [];
  const found: CallReference[] = [];
  const add = ({ from, verb }: Mention, to: number, start: number, end: number, labelled = false) => {
    const call = text.slice(from, to).trimEnd();
    if (found.length === mostReferences || found.some((other) => from < other.to && from + call.length > other.from))
      return;
    if (namesAnother(text.slice(from), language)) return;
    const everyday = isEveryday(verb, language);
    found.push({ call, verb, from, to: from + call.length, start, end, labelled, everyday });
  };
  const isJoined = (a: Mention, b: Mention) => !a.finite && !b.finite && join.test(text.slice(a.to, b.from));
  /** The participles that are joined to one, from the first to itself. */
  const listTo = (last: number) => {
    let first = last;
    while (first > 0 && last - first < longestList && isJoined(mentions[first - 1]!, mentions[first]!)) first--;
    return mentions.slice(first, last + 1);
  };

  for (const { labels, verb, verbAt, from, to } of labelReferencesIn(text, language).slice(0, mostReferences)) {
    const last = Math.max(to, ...labels.map((label) => label.to));
    const own = { verb, from: verbAt, verbEnd: 0, to: verbAt + verb.length, finite: false };
    const pointed = points.exec(text.slice(last));
    if (pointed) add(own, own.to, from, last + pointed[0].length, true);
    mentions.forEach((mention, index) => {
      if (mention.to < from - reach || mention.from > last + reach * longestList) return;
      if (mention.from >= last && !mention.finite && ending.test(text.slice(mention.to))) {
        const list = listTo(index);
        const [first] = list;
        if (onward.test(text.slice(last, first!.from))) for (const each of list) add(each, each.to, each.from, each.to);
      }
      if (mention.to <= from && join.test(text.slice(mention.to, from))) {
        for (const each of listTo(index)) add(each, each.to, each.from, to);
      }
    });
  }
  for (const { slot, before, behind } of forms) {
    mentions.forEach((mention, index) => {
      if (slot === "finite" ? !mention.finite : slot === "list" && mention.finite) return;
      const list = slot === "list" ? listTo(index) : [mention];
      const lead = before.exec(text.slice(Math.max(0, list[0]!.from - reach), list[0]!.from));
      if (!lead) return;
      const at = slot === "list" ? mention.to : mention.verbEnd;
      const match = behind.exec(text.slice(at));
      if (!match) return;
      const [start, end] = [list[0]!.from - lead[0].length, at + match[0].length];
      for (const each of list) add(each, slot === "list" ? each.to : at + match.groups!.rest!.length, start, end);
    });
  }
  return found.sort((a, b) => a.from - b.from);
}

function mentionsIn(text: string, language: Language): Mention[] {
  const { verb: verbs, adverb } = patternsOf(language);
  return [...text.matchAll(verbs)].map((match) => {
    const verbEnd = match.index + match[0].length;
    const to = verbEnd + (adverb.exec(text.slice(verbEnd))?.[0].length ?? 0);
    return { verb: match[0], from: match.index, verbEnd, to, finite: match.groups!.finite !== undefined };
  });
}

function patternsOf(language: Language): Patterns {
  const known = patterns.get(language);
  if (known) return known;
  const data = languageData(language);
  const { joins } = draftingData(language);
  const citations = callCitations(language);
  const { start, end, gap } = wordEdges(language);
  const space = "[\\s\\u00A0]{0,2}";
  const stop = `(?=${space}(?:[,;.:)\\]،؛，。；、）"”»]|$)|${gap}(?:${joins})${end})`;
  const points = citations.points.replaceAll(" ", gap) + end;
  const isJoin = new RegExp(`^(?:${joins})$`, "iu");
  const adverbs = data.adverbs.filter((adverb) => !isJoin.test(adverb)).map((adverb) => adverb.replaceAll(" ", gap));
  const joined = `(?:${space}[,،、]${space}|${gap}(?:${joins})${end}${gap})`;
  const rest = data.spaced ? `(?<rest>[^.;:()"“”«»]{0,160}?)` : `(?<rest>[^，。；、“”（）"]{0,40}?)`;
  const compile = (piece: string) =>
    piece
      .replaceAll("{lead}", citations.lead)
      .replaceAll(" ", gap || " ")
      .replaceAll("{rest}", rest)
      .replaceAll("{points}", points)
      .replaceAll("{stop}", stop);
  const compiled: Patterns = {
    verb: new RegExp(
      `${start}(?:(?:${verbPattern(data, "preambularVerbs")})|(?<finite>${verbPattern(data, "operativeVerbs")}))${end}`,
      "giu",
    ),
    adverb: new RegExp(`^${gap}(?:${adverbs.join("|")})${end}`, "iu"),
    forms: citations.forms.map((form): Form => {
      const [before = "", slot, behind = ""] = form.split(/\{(list|verb|finite)\}/u);
      return {
        slot: slot as Form["slot"],
        before: new RegExp(`${before === "" ? "" : start}${compile(before)}$`, "iu"),
        behind: new RegExp(`^${compile(behind)}`, "iu"),
      };
    }),
    join: new RegExp(`^${joined}$`, "iu"),
    points: new RegExp(`^["”»]?,?${space}${points}`, "iu"),
    onward: new RegExp(`^["”»]?(?:,?${gap}${points})?${joined}$`, "iu"),
    ending: new RegExp(`^(?:${gap}${points}|${stop})`, "iu"),
  };
  patterns.set(language, compiled);
  return compiled;
}
