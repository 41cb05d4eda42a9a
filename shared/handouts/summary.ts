/**
 * Proposals as a table like a conference's own: identifier, marker, resolution, source, and what they change. A
 * contribution has a row for each of its proposals; whatever changed is told in one of the rows.
 */

import type { Node } from "prosemirror-model";
import { joined } from "../locales/joined";
import { spokenMarker } from "../locales/spoken-marker";
import { translator } from "../locales/translator";
import type { Language } from "../model/document";
import { partsByProposal } from "../redline/parts-by-proposal";
import type { Redline } from "../redline/redline-types";
import { type Handout, plainParagraph } from "./handout";
import { plainList } from "./plain-list";

export interface Summarised {
  /** Who proposes it. */
  source: string;
  current: Node;
  redline: Redline;
}

export interface Summary {
  identifier: string;
  marker: string;
  /** Number and title of the resolution. */
  resolution: string;
  source: string;
  /** One sentence for each section that changes. */
  changes: string[];
}

/** Summarises one draft, proposal by proposal. */
export function summarise({ source, current, redline }: Summarised): Summary[] {
  const { language } = current.attrs;
  const proposals = current.children.filter(({ type }) => type.name === "proposal");
  if (proposals.length < 2) return [summaryOf(current, proposals[0], { source, redline, language })];
  const { parts, rest } = partsByProposal(redline, proposals.length);
  const summaries = parts.map((part, index) => {
    const proposal = proposals[index] as Node;
    return summaryOf(proposal, proposal, { source: proposal.attrs.source || source, redline: part, language });
  });
  // Of a text on which nothing is proposed any more, and of what stands outside of proposals.
  const others = plainList(rest, language);
  if (others.length === 0) return summaries;
  return [...summaries, { identifier: "", marker: "", resolution: "", source, changes: others }];
}

/** Summarises a text with its redline; `proposal` is the node that carries marker and identifier. */
function summaryOf(
  text: Node,
  proposal: Node | undefined,
  { source, redline, language }: { source: string; redline: Redline; language: Language },
): Summary {
  const t = translator(language);
  const typed: string = proposal?.attrs.marker ?? "";
  const head: string[] = [];
  text.descendants((node) => {
    const isHead = node.type.name === "resolutionNumber" || node.type.name === "resolutionTitle";
    if (isHead && head.length < 2)
      head.push(node.textBetween(0, node.content.size, " ", " ").replace(/\s+/g, " ").trim());
    return !node.isTextblock;
  });
  return {
    identifier: proposal?.attrs.identifier ?? "",
    marker: typed || redline.marker,
    resolution: joined(t, "named", head),
    source,
    changes: changesOf(redline, typed, language),
  };
}

/** Of a text that came or went as a whole nobody wants each item named. */
function changesOf(redline: Redline, typed: string, language: Language): string[] {
  const t = translator(language);
  if (redline.marker === "ADD") return [t("plain.wholeAdded")];
  if (redline.marker === "SUP" || typed === "SUP") return [t("plain.wholeSuppressed")];
  return plainList(redline, language);
}

/** Lays out summaries as a table. */
export function summaryHandout(summaries: readonly Summary[], language: Language): Handout {
  const t = translator(language);
  return {
    language,
    title: t("handout.summary"),
    lines: [],
    columns: [
      { title: t("proposal.identifier"), share: 12 },
      { title: t("proposal.marker"), share: 9 },
      { title: t("handout.resolution"), share: 22 },
      { title: t("proposal.source"), share: 15 },
      { title: t("handout.changes"), share: 42 },
    ],
    rows: summaries.map(({ identifier, marker, resolution, source, changes }) => ({
      bookmark: [identifier, resolution || source].filter(Boolean).join(" "),
      cells: [identifier, spokenMarker(t, marker), resolution, source, linesOf(changes, language)].map((words) => ({
        paragraphs: [words].flat().map((line) => plainParagraph(line, "text")),
      })),
    })),
  };
}

/** Lays out what one draft changes as a list to be read aloud or taken into the minutes. */
export function changesHandout(summaries: readonly Summary[], language: Language): Handout {
  const t = translator(language);
  const [first] = summaries;
  const isOne = summaries.length === 1;
  const what = (isOne && (first?.resolution || first?.identifier)) || (first?.source ?? "");
  return {
    language,
    title: t("handout.listOfChanges", { what }),
    lines: summaries.flatMap((each) => [
      ...(isOne
        ? []
        : [joined(t, "facts", [each.identifier, spokenMarker(t, each.marker), each.resolution])].filter(Boolean)),
      ...linesOf(each.changes, language),
    ]),
    about: joined(
      t,
      "facts",
      isOne ? [first?.identifier, spokenMarker(t, first?.marker ?? ""), first?.source] : [first?.source],
    ),
    columns: [],
    rows: [],
  };
}

/** Writes summaries as plain text. */
export function summaryText(summaries: readonly Summary[], language: Language): string {
  return summaries
    .map(({ identifier, marker, resolution, source, changes }) => {
      const head = [identifier, spokenMarker(translator(language), marker), resolution, source]
        .filter(Boolean)
        .join(" | ");
      return [head, ...linesOf(changes, language).map((line) => `  ${line}`), ""].join("\n");
    })
    .join("\n");
}

function linesOf(changes: readonly string[], language: Language): string[] {
  return changes.length > 0 ? [...changes] : [translator(language)("statusBar.noChange")];
}
