/** Commands that settle changes for good, in the base or away; a newer base; and deciding on proposals. */

import { needsSettling } from "../../shared/editing/redline-plugin";
import { isChange } from "../../shared/redline/redline-types";
import { changeAtCaret, provisionAtCaret } from "../session/changes";
import { beginDecisions, canBeginDecisions } from "../session/decide-flow";
import type { Session } from "../session/session";
import { acceptThese, canAccept, hasChanges, rebaseOpen, rejectThese, type Wanted } from "../session/settle-flow";
import { type Behaviour, hasDocument, isEditable } from "./behaviour";

/** Accepts what is meant at the caret; null means that there is nothing. */
function acceptWhere(wantedIn: (session: Session) => Wanted | null): Behaviour {
  return {
    run(session) {
      const wanted = wantedIn(session);
      return wanted ? acceptThese(session, wanted) : undefined;
    },
    isEnabled(session) {
      const { document } = session.getSnapshot();
      if (!document || !isEditable(session) || !canAccept(session)) return false;
      // As with the other commands on changes: what is at the caret is not worked out while typing goes on.
      return needsSettling(document.state) || wantedIn(session) !== null;
    },
  };
}

export const settleCommands = {
  acceptChange: acceptWhere((session) => {
    const { document } = session.getSnapshot();
    return document && changeAtCaret(document.state);
  }),
  acceptProvision: acceptWhere((session) => {
    const { document } = session.getSnapshot();
    const here = document && provisionAtCaret(document.state);
    return here && isChange(here.status) ? ({ provision }) => provision.id === here.id : null;
  }),
  acceptAll: { run: (session) => acceptThese(session, () => true), isEnabled: canAccept },
  rejectAll: {
    run: (session) => rejectThese(session, () => true),
    isEnabled: (session) => isEditable(session) && hasChanges(session),
  },
  rebaseDraft: { run: rebaseOpen, isEnabled: (session) => hasDocument(session) && hasChanges(session) },
  beginDecisions: { run: beginDecisions, isEnabled: canBeginDecisions },
} satisfies Record<string, Behaviour>;
