/**
 * The rules that are switched off for one document. They are kept as an attribute of the document, so that they are
 * saved with the draft and switching is undone like an edit; the redline does not look at them.
 */
import type { Node } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import type { RuleId } from "./finding";
import { ruleIds } from "./rules";

/** The rules that a document switches off; names that no rule carries any more are left out. */
export function switchedOff(doc: Node): RuleId[] {
  const names: string[] = String(doc.attrs.uncheckedRules).split(" ");
  return ruleIds.filter((id) => names.includes(id));
}

/** Switches a rule off or on again for this document. */
export function switchRule(rule: RuleId, on: boolean): Command {
  return (state, dispatch) => {
    const off = switchedOff(state.doc);
    if (on !== off.includes(rule)) return false;
    const next = on ? off.filter((id) => id !== rule) : [...off, rule].sort();
    dispatch?.(state.tr.setDocAttribute("uncheckedRules", next.join(" ")));
    return true;
  };
}
