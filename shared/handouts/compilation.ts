/**
 * A compilation as a hand-out: one row for each provision that somebody changes, the base on the left and the
 * proposals below one another on the right, each with its sources. What nobody touches is left out; the calls
 * stay, so that every row says where it is. What was said about a provision stands beside it.
 */

import { joined, listed } from "../locales/joined";
import { placeOf } from "../locales/place";
import { spokenMarker } from "../locales/spoken-marker";
import { translator } from "../locales/translator";
import type { DocumentComment } from "../model/comment";
import type { Language } from "../model/document";
import type { Compilation, CompiledOption, CompiledRow } from "../redline/compilation-types";
import { cellOf, wholeCell } from "../redline/side-rows";
import { CommentCells } from "./comment-cells";
import { rowsToCompile } from "./compiled-rows";
import {
  bookmarkOf,
  type Handout,
  type HandoutCell,
  type HandoutParagraph,
  plainCell,
  plainParagraph,
  provisionParagraph,
} from "./handout";

/** Lays out a compilation; `comments` are on the texts as they are laid beside the base. */
export function compilationHandout(compilation: Compilation, comments: readonly DocumentComment[] = []): Handout {
  const language = compilation.language as Language;
  const t = translator(language);
  const said = comments.length > 0 ? new CommentCells(t, language, comments) : null;
  const elsewhere = said?.elsewhere(compilation.rows.flatMap(blocksIn));
  return {
    language,
    title: t("handout.compilation"),
    lines: compilation.sources.map(({ source, marker, changed }) => {
      const identifiers = identifiersOf(source);
      const said = [source, listed(language, identifiers), identifiers.length > 1 ? "" : spokenMarker(t, marker)];
      return t("handout.countOf", { source: joined(t, "facts", said), count: changed });
    }),
    columns: [
      { title: t("handout.provision"), share: 14 },
      { title: t("beside.base"), share: said ? 30 : 38 },
      { title: t("handout.proposals"), share: said ? 38 : 48 },
      ...(said ? [{ title: t("handout.comments"), share: 18 }] : []),
    ],
    rows: [
      ...rowsToCompile(compilation, (row) => said?.has(blocksIn(row)) ?? false).map((row) => ({
        ...(row.agreement === "none" ? { isHeading: true as const } : {}),
        ...bookmarkOf(row.base ?? row.options[0]?.provision.after ?? null),
        cells: [
          { paragraphs: [plainParagraph(nameOf(row)), ...agreementOf(row)] },
          baseCell(row),
          { paragraphs: row.options.flatMap((option) => optionParagraphs(option)) },
          ...(said ? [said.of(blocksIn(row))] : []),
        ],
      })),
      ...(elsewhere ? [{ cells: [plainCell(""), plainCell(""), plainCell(""), elsewhere] }] : []),
    ],
  };

  /** Of every proposal of a draft. */
  function identifiersOf(source: string): string[] {
    const draft = compilation.drafts.find((each) => each.source === source);
    return draft?.current.children.flatMap(({ attrs }) => (attrs.identifier as string | undefined) || []) ?? [];
  }

  /** As it is cited, or what it is where it has no label. */
  function nameOf({ base, options }: CompiledRow): string {
    const block = base ?? options[0]?.provision.after;
    const path = placeOf(t, block?.path ?? []);
    const isNamed = path !== "" && (block?.node.type.name === "call" || block?.node.attrs.label !== "");
    const kind = t(`style.${block?.node.type.name}`, { defaultValue: "" });
    return isNamed ? path : joined(t, "explained", [path, kind]);
  }

  function agreementOf({ agreement, options }: CompiledRow): HandoutParagraph[] {
    if (agreement === "none" || options.every(({ provision }) => provision.status === "frame")) return [];
    return [plainParagraph(t(`handout.agreement.${agreement}`), "heading")];
  }

  function optionParagraphs({ sources, provision }: CompiledOption): HandoutParagraph[] {
    const status = provision.status === "frame" ? "" : t(`status.${provision.status}`);
    const head = plainParagraph(joined(t, "named", [listed(language, sources), status]), "heading");
    const cell = cellOf(
      { key: "", provision, side: provision.after ? "both" : "before", twin: null, section: -1 },
      "marked",
    );
    const moved = provision.moved
      ? [plainParagraph(t("beside.movedTo", { place: placeOf(t, provision.after?.path ?? []) }))]
      : [];
    return [head, ...(cell ? [{ ...provisionParagraph(cell), by: listed(language, sources) }] : []), ...moved];
  }
}

/** The blocks that a row is about, by their ids. */
function blocksIn({ base, options }: CompiledRow): string[] {
  const blocks = [base, ...options.map(({ provision }) => provision.after)];
  return blocks.flatMap((block) => (block ? [block.node.attrs.id as string] : []));
}

function baseCell({ base }: CompiledRow): HandoutCell {
  return base ? { paragraphs: [provisionParagraph(wholeCell(base))] } : { paragraphs: [], isVoid: true };
}
