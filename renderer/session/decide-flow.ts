/**
 * A meeting's decisions in the window: a new draft on the same base, put together from the proposals as they are
 * when deciding begins, and one decision after the other.
 */
import { decide } from "../../shared/editing/decide";
import { labelPolicyOf } from "../../shared/editing/label-policy";
import { exactRedline } from "../../shared/editing/redline-plugin";
import type { ComparedProposal, CompiledRow } from "../../shared/redline/compilation-types";
import { type Choice, rowName } from "../../shared/redline/decisions";
import { words } from "../words";
import { comparedBaseOf, ownSource } from "./compile-flow";
import { partsOf } from "./document-parts";
import { performProposal } from "./long-work";
import { showDocument } from "./open-flow";
import { wholeProposal } from "./plain-parts";
import { settleUnsaved } from "./save-flow";
import type { Session } from "./session";

/** Whether there is something to decide on: proposals beside the open draft, or changes of its own. */
export function canBeginDecisions(session: Session): boolean {
  const { document, proposals } = session.getSnapshot();
  return document !== null && !document.compilation && proposals.some(({ key }) => key === document.key);
}

/** Begins the consolidated draft of the proposals that lie beside one another. */
export async function beginDecisions(session: Session): Promise<void> {
  const { document, proposals } = session.getSnapshot();
  if (!document || !(await settleUnsaved(session))) return;
  const base = comparedBaseOf(document);
  const laid: ComparedProposal[] = proposals.filter(({ key, base: of }) => key === document.key && of === base);
  if (exactRedline(document.state)?.provisions.some(({ status }) => status !== "unchanged")) {
    const source = ownSource(document);
    const texts = { base: base.toJSON(), current: document.state.doc.toJSON(), source, mark: "p0" };
    const own = await performProposal(session, "compile", {}, { do: "lay", ...texts });
    if (!own.ok) return session.fail("error.title", own.error);
    if ("proposal" in own.value) laid.unshift(wholeProposal(base, own.value.proposal));
  }
  const labelPolicy = labelPolicyOf(document.state);
  const parts = { ...partsOf(base, base, document.source, []), labelPolicy, proposals: laid };
  showDocument(session, parts, { name: words("decide.name", { name: document.name }), file: null, saved: false });
  session.update({ view: "compilation" });
}

/** Decides about provisions of the open compilation; tells whether the text followed. */
export function decideRows(
  session: Session,
  rows: readonly CompiledRow[],
  choice: Choice,
  sources: string[] = [],
): boolean {
  const { document, settings } = session.getSnapshot();
  if (!document?.compilation) return false;
  const decision = { rows: rows.map(rowName), choice, sources, by: settings.author, at: new Date().toISOString() };
  return session.run(decide(document.compilation, decision));
}
