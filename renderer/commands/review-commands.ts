/** Commands on changes: walk them, take them back; and how labels behave. */
import { nextChange, previousChange, rejectInSelection } from "../../shared/editing/change-commands";
import { type LabelPolicy, labelPolicyOf, setLabelPolicy } from "../../shared/editing/label-policy";
import { rejectAtCaret, rejectProvisionAtCaret } from "../session/changes";
import { type Behaviour, hasDocument } from "./behaviour";
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

export const reviewCommands = {
  nextChange: documentCommand(nextChange),
  previousChange: documentCommand(previousChange),
  rejectChange: documentCommand(rejectAtCaret),
  rejectProvision: documentCommand(rejectProvisionAtCaret),
  rejectInSelection: documentCommand(rejectInSelection),
  labelsRenumber: choosePolicy("renumber"),
  labelsBis: choosePolicy("bis"),
} satisfies Record<string, Behaviour>;
