/**
 * What the drafting checks say of the open document, once for each of its states: the panel, the marks in the text
 * and the count on the tab read the same findings.
 */
import type { Node } from "prosemirror-model";
import { type EditorState, TextSelection } from "prosemirror-state";
import { applyFix } from "../../shared/checks/apply-fix";
import { check } from "../../shared/checks/check";
import type { Finding, RuleId } from "../../shared/checks/finding";
import { switchedOff, switchRule } from "../../shared/checks/switched-off";
import { exactRedline } from "../../shared/editing/redline-plugin";
import type { KnownRevision } from "../../shared/resolution/known-resolutions";
import { blocksOf } from "../../shared/schema/blocks";
import { useSettledDocument } from "./changes";
import { positionOf } from "./go-to";
import { userRevisions } from "./known-revisions";
import type { Session } from "./session";

const none: Finding[] = [];
const known = new WeakMap<Node, { findings: Finding[]; revisions: readonly KnownRevision[] }>();

/** The findings in a text as it stands. */
export function findingsOf(state: EditorState): Finding[] {
  const revisions = userRevisions();
  const before = known.get(state.doc);
  if (before?.revisions === revisions) return before.findings;
  const findings = check(state.doc, exactRedline(state), { off: switchedOff(state.doc), known: revisions });
  known.set(state.doc, { findings, revisions });
  return findings;
}

/** The findings of the open document, following the text once typing rests. */
export function useFindings(): Finding[] {
  const document = useSettledDocument();
  return document ? findingsOf(document.state) : none;
}

/** Where the blocks of a text stand, as a person would cite them. */
export function pathsOf(doc: Node): Map<string, string> {
  return new Map(blocksOf(doc).map(({ node, path }) => [node.attrs.id as string, path.join(" ")]));
}

/** Shows a finding on the page and selects what it is about. */
export function goToFinding(session: Session, finding: Finding): void {
  const { document, view } = session.getSnapshot();
  if (!document) return;
  if (view === "base") session.update({ view: "marked" });
  const { tr, doc } = document.state;
  const pos = positionOf(doc, finding.block);
  if (pos === null) return;
  const end = pos + 1 + (doc.nodeAt(pos)?.content.size ?? 0);
  const place = (offset: number) => Math.min(pos + 1 + offset, end);
  session.dispatch(
    tr.setSelection(TextSelection.create(tr.doc, place(finding.from), place(finding.to))).scrollIntoView(),
  );
  session.focusText();
}

/** Makes the edit that a finding offers. */
export function putRight(session: Session, { fix }: Finding): void {
  if (fix) session.run(applyFix(fix));
}

/** Switches a rule off or on for the open document. */
export function setRule(session: Session, rule: RuleId, on: boolean): void {
  session.run(switchRule(rule, on));
}
