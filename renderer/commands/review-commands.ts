/** Commands on changes: walk them, take them back; and how labels behave. */
import { labelPolicyOf } from "../session/policy";
import { type Behaviour, hasDocument } from "./behaviour";
import { documentCommand } from "./text-commands";

function choosePolicy(policy: "renumber" | "bis"): Behaviour {
  return {
    run: () => false,
    isEnabled: hasDocument,
    isActive(session) {
      const { document } = session.getSnapshot();
      return document !== null && labelPolicyOf(document.state) === policy;
    },
  };
}

export const reviewCommands = {
  nextChange: documentCommand(() => false),
  previousChange: documentCommand(() => false),
  rejectChange: documentCommand(() => false),
  rejectProvision: documentCommand(() => false),
  rejectInSelection: documentCommand(() => false),
  labelsRenumber: choosePolicy("renumber"),
  labelsBis: choosePolicy("bis"),
} satisfies Record<string, Behaviour>;
