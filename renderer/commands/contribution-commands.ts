/** Commands on a contribution: begin one, its header block, and its proposals as a list. */

import type { Command } from "prosemirror-state";
import { moveProposal, removeProposal } from "../../shared/editing/proposal-list";
import { askForContribution, withNamedTexts } from "../session/contribution-flow";
import { type Behaviour, hasDocument, isEditable } from "./behaviour";

/** Proposals are moved and taken out together with their texts of the base, so those have names first. */
function onProposals(command: Command): Behaviour {
  return {
    run(session) {
      withNamedTexts(session, command);
      session.focusText();
    },
    isEnabled: (session) => isEditable(session) && session.can(command),
  };
}

export const contributionCommands = {
  newContribution: { run: askForContribution },
  editHeader: {
    run: (session) => session.ask({ kind: "contribution", editing: true }),
    isEnabled: (session) => hasDocument(session) && isEditable(session),
  },
  insertProposal: {
    run: (session) => session.ask({ kind: "newProposal" }),
    isEnabled: (session) => hasDocument(session) && isEditable(session),
  },
  proposalUp: onProposals(moveProposal(-1)),
  proposalDown: onProposals(moveProposal(1)),
  removeProposal: onProposals(removeProposal),
} satisfies Record<string, Behaviour>;
