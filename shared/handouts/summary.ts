/** Proposals as a table like a conference's own: identifier, marker, resolution, source, and what they change. */

import type { Node } from "prosemirror-model";
import { translator } from "../locales/translator";
import type { Language } from "../model/document";
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

/** Summarises one draft. */
export function summarise({ source, current, redline }: Summarised): Summary {
  let identifier = "";
  let typed = "";
  const head: string[] = [];
  current.descendants((node) => {
    if (node.type.name === "proposal") {
      identifier ||= node.attrs.identifier;
      typed ||= node.attrs.marker;
    }
    const isHead = node.type.name === "resolutionNumber" || node.type.name === "resolutionTitle";
    if (isHead && head.length < 2)
      head.push(node.textBetween(0, node.content.size, " ", " ").replace(/\s+/g, " ").trim());
    return !node.isTextblock;
  });
  return {
    identifier,
    marker: typed || redline.marker,
    resolution: head.filter(Boolean).join(" – "),
    source,
    changes: plainList(redline, current.attrs.language),
  };
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
      cells: [identifier, marker, resolution, source, ...[changes]].map((words) => ({
        paragraphs: [words].flat().map((line) => plainParagraph(line, "text")),
      })),
    })),
  };
}

/** Lays out what one draft changes as a list to be read aloud or taken into the minutes. */
export function changesHandout(summary: Summary, language: Language): Handout {
  const t = translator(language);
  const { identifier, marker, resolution, source, changes } = summary;
  return {
    language,
    title: t("handout.listOfChanges", { what: resolution || identifier || source }),
    lines: changes.length > 0 ? changes : [t("statusBar.noChange")],
    about: [identifier, marker, source].filter(Boolean).join(" · "),
    columns: [],
    rows: [],
  };
}

/** Writes summaries as plain text. */
export function summaryText(summaries: readonly Summary[], language: Language): string {
  const t = translator(language);
  return summaries
    .map(({ identifier, marker, resolution, source, changes }) => {
      const head = [identifier, marker, resolution, source].filter(Boolean).join(" | ");
      const lines = changes.length > 0 ? changes : [t("statusBar.noChange")];
      return [head, ...lines.map((line) => `  ${line}`), ""].join("\n");
    })
    .join("\n");
}
