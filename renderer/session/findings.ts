/**
 * What the drafting checks say of the open document: the panel, the marks in the text and the count on the tab read
 * the same findings, which the state of the editor carries. They are looked for when typing rests, in slices between
 * frames, so that a long document never keeps a key waiting; until they are found, the last ones stand.
 */
import { type EditorState, PluginKey, TextSelection } from "prosemirror-state";
import { applyFix } from "../../shared/checks/apply-fix";
import { checkInSlices } from "../../shared/checks/check";
import type { Finding, RuleId } from "../../shared/checks/finding";
import { switchedOff, switchRule } from "../../shared/checks/switched-off";
import { exactRedline } from "../../shared/editing/redline-plugin";
import { positionOfBlock } from "../../shared/schema/blocks";
import { useSession } from "../components/session-context";
import { showText } from "./go-to";
import { userRevisions } from "./known-revisions";
import type { Session } from "./session";
import { whenIdle } from "./when-idle";

/** Where the state of an editor keeps its findings. */
export const findingsKey = new PluginKey<{ findings: readonly Finding[] | null }>("findings");

/** Looks for the findings in a text whenever nothing else is to do, and tells them; `stop` gives it up. */
export function lookForFindings(state: EditorState, tell: (findings: Finding[]) => void): () => void {
  const options = { off: switchedOff(state.doc), known: userRevisions() };
  const slices = checkInSlices(state.doc, exactRedline(state), options);
  return whenIdle(() => {
    const { done, value } = slices.next();
    if (done) tell(value);
    return done === true;
  });
}

/** The findings of the open document; null as long as it was never looked at to its end. */
export function useFindings(): readonly Finding[] | null {
  return useSession(({ document }) => (document ? (findingsKey.getState(document.state)?.findings ?? null) : null));
}

/** Shows a finding on the page and selects what it is about. */
export function goToFinding(session: Session, finding: Finding): void {
  const { document } = session.getSnapshot();
  if (!document) return;
  showText(session);
  const { tr, doc } = document.state;
  const pos = positionOfBlock(doc, finding.block);
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
