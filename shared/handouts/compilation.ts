/**
 * A compilation as a hand-out: one row for each provision that somebody changes, the base on the left and the
 * proposals below one another on the right, each with its sources. What nobody touches is left out; the calls
 * stay, so that every row says where it is.
 */

import { placeOf } from "../locales/place";
import { translator } from "../locales/translator";
import type { Language } from "../model/document";
import type { Compilation, CompiledOption, CompiledRow } from "../redline/compilation-types";
import { cellOf, wholeCell } from "../redline/side-rows";
import { rowsToCompile } from "./compiled-rows";
import {
  bookmarkOf,
  type Handout,
  type HandoutCell,
  type HandoutParagraph,
  plainParagraph,
  provisionParagraph,
} from "./handout";

/** Lays out a compilation. */
export function compilationHandout(compilation: Compilation): Handout {
  const language = compilation.language as Language;
  const t = translator(language);
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  return {
    language,
    title: t("handout.compilation"),
    lines: compilation.sources.map(({ source, marker, identifier, changed }) =>
      t("handout.countOf", { source: [source, identifier, marker].filter(Boolean).join(" · "), count: changed }),
    ),
    columns: [
      { title: t("handout.provision"), share: 14 },
      { title: t("beside.base"), share: 38 },
      { title: t("handout.proposals"), share: 48 },
    ],
    rows: rowsToCompile(compilation).map((row) => ({
      ...(row.agreement === "none" ? { isHeading: true as const } : {}),
      ...bookmarkOf(row.base ?? row.options[0]?.provision.after ?? null),
      cells: [
        { paragraphs: [plainParagraph(nameOf(row)), ...agreementOf(row)] },
        baseCell(row),
        { paragraphs: row.options.flatMap((option) => optionParagraphs(option)) },
      ],
    })),
  };

  /** As it is cited, or what it is where it has no label. */
  function nameOf({ base, options }: CompiledRow): string {
    const block = base ?? options[0]?.provision.after;
    const path = placeOf(t, block?.path ?? []);
    const isNamed = path !== "" && (block?.node.type.name === "call" || block?.node.attrs.label !== "");
    const kind = t(`style.${block?.node.type.name}`, { defaultValue: "" });
    return isNamed ? path : [path, kind].filter(Boolean).join(": ");
  }

  function agreementOf({ agreement, options }: CompiledRow): HandoutParagraph[] {
    if (agreement === "none" || options.every(({ provision }) => provision.status === "frame")) return [];
    return [plainParagraph(t(`handout.agreement.${agreement}`), "heading")];
  }

  function optionParagraphs({ sources, provision }: CompiledOption): HandoutParagraph[] {
    const status = provision.status === "frame" ? "" : t(`status.${provision.status}`);
    const head = plainParagraph([list.format(sources), status].filter(Boolean).join(" – "), "heading");
    const cell = cellOf(
      { key: "", provision, side: provision.after ? "both" : "before", twin: null, section: -1 },
      "marked",
    );
    const moved = provision.moved
      ? [plainParagraph(t("beside.movedTo", { place: placeOf(t, provision.after?.path ?? []) }))]
      : [];
    return [head, ...(cell ? [{ ...provisionParagraph(cell), by: list.format(sources) }] : []), ...moved];
  }
}

function baseCell({ base }: CompiledRow): HandoutCell {
  return base ? { paragraphs: [provisionParagraph(wholeCell(base))] } : { paragraphs: [], isVoid: true };
}
