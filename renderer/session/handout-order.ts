/**
 * A hand-out as it is ordered from the other thread, as plain data, and how it is made there: the drafts become
 * a table or a list, and that a Word file, a web page, or a page for the printer.
 */
import { strToU8 } from "fflate";
import { compilationHandout } from "../../shared/handouts/compilation";
import { writeHandoutDocx } from "../../shared/handouts/docx-writer";
import type { Handout } from "../../shared/handouts/handout";
import { printedPage, writeHtml } from "../../shared/handouts/html-writer";
import { sideBySideHandout } from "../../shared/handouts/side-by-side";
import { changesHandout, summarise, summaryHandout } from "../../shared/handouts/summary";
import type { PrintedPage } from "../../shared/ipc";
import type { DocumentComment } from "../../shared/model/comment";
import { compile } from "../../shared/redline/compile";
import { redline } from "../../shared/redline/redline";
import { type Result, success } from "../../shared/result";
import { schema } from "../../shared/schema/schema";
import type { HandoutChoice } from "./handout-choice";
import { stages, type Tell } from "./progress";
import { columnsOf } from "./side-by-side";

export interface HandoutOrder extends Omit<HandoutChoice, "comments"> {
  /** Name of the open draft. */
  name: string;
  base: unknown;
  /** The open draft first. */
  proposals: { source: string; current: unknown }[];
  template: Uint8Array | null;
  /** Of the open draft; none where they are not wanted. */
  comments: readonly DocumentComment[];
  date: string;
}

/** Makes what was ordered. */
export function writeHandout(order: HandoutOrder, tell: Tell): Result<Uint8Array | PrintedPage> {
  const isOver = stages(tell, [...order.proposals.map(() => 2), 1, 2]);
  const handout = handoutOf(order, isOver);
  if (order.tracked) handout.tracked = { author: order.proposals[0]?.source ?? "", date: order.date };
  isOver();
  if (order.form === "docx") return writeHandoutDocx(handout, order.template ?? new Uint8Array());
  return success(order.form === "pdf" ? printedPage(handout) : strToU8(writeHtml(handout)));
}

function handoutOf(
  { kind, name, columns, changedOnly, comments, ...order }: HandoutOrder,
  isOver: () => void,
): Handout {
  const base = schema.nodeFromJSON(order.base);
  const { language } = base.attrs;
  const proposals = order.proposals.map(({ source, current }) => ({ source, current: schema.nodeFromJSON(current) }));
  const compared = proposals.map((each) => {
    const marked = { ...each, redline: redline(base, each.current) };
    isOver();
    return marked;
  });
  if (kind === "compilation") return compilationHandout(compile(base, compared), comments);
  const own = compared[0];
  if (!own) throw new Error("A hand-out needs a draft.");
  if (kind === "summary") return summaryHandout(compared.flatMap(summarise), language);
  if (kind === "changes") return changesHandout(summarise(own), language);
  return sideBySideHandout(own.redline, language, { name, columns: columnsOf(columns), changedOnly, comments });
}
