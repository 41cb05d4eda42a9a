/** Commands on changes: walk them, take them back; and how labels behave. */

import type { Command } from "prosemirror-state";
import { nextChange, previousChange, rejectInSelection } from "../../shared/editing/change-commands";
import { type LabelPolicy, labelPolicyOf, setLabelPolicy } from "../../shared/editing/label-policy";
import { needsSettling } from "../../shared/editing/redline-plugin";
import { rejectAtCaret, rejectProvisionAtCaret } from "../session/changes";
import { beginComment, stretchToComment } from "../session/comments";
import { addProposal } from "../session/compile-flow";
import { openVersion } from "../session/version-flow";
import { type Behaviour, hasDocument, isEditable } from "./behaviour";
import { documentCommand } from "./text-commands";

function choosePolicy(policy: LabelPolicy): Behaviour {
  return {
    run(session) {
      const { document } = session.getSnapshot();
      if (document) session.run(setLabelPolicy(policy, document.base));
    },
    isEnabled: hasDocument,
    isActive(session) {
      const { document } = session.getSnapshot();
      return document !== null && labelPolicyOf(document.state) === policy;
    },
  };
}

/**
 * Asking whether a change can be walked to or taken back needs the exact redline. While typing goes on it is
 * not worked out for that: there is something to review then anyway.
 */
function reviewCommand(command: Command): Behaviour {
  const behaviour = documentCommand(command);
  return {
    ...behaviour,
    isEnabled(session) {
      const { document } = session.getSnapshot();
      if (!document || !isEditable(session)) return false;
      return needsSettling(document.state) || session.can(command);
    },
  };
}

export const reviewCommands = {
  nextChange: reviewCommand(nextChange),
  previousChange: reviewCommand(previousChange),
  rejectChange: reviewCommand(rejectAtCaret),
  rejectProvision: reviewCommand(rejectProvisionAtCaret),
  rejectInSelection: reviewCommand(rejectInSelection),
  reviseDates: { run: (session) => session.ask({ kind: "revise" }), isEnabled: hasDocument },
  addComment: {
    run: beginComment,
    isEnabled(session) {
      const { document } = session.getSnapshot();
      return document !== null && isEditable(session) && stretchToComment(document) !== null;
    },
  },
  openVersion: { run: openVersion, isEnabled: hasDocument },
  addProposal: { run: addProposal, isEnabled: hasDocument },
  labelsRenumber: choosePolicy("renumber"),
  labelsBis: choosePolicy("bis"),
} satisfies Record<string, Behaviour>;
