/** The unagreed text of the open document for the panel and the status bar, following the text once typing rests. */
import { TextSelection } from "prosemirror-state";
import { type Brackets, bracketsOf } from "../../shared/schema/brackets";
import { useSettledDocument } from "./changes";
import { showText } from "./go-to";
import type { Session } from "./session";

const none: Brackets = { pairs: [], unpaired: [] };

/** The brackets of the open document. */
export function useBrackets(): Brackets {
  const document = useSettledDocument();
  return document ? bracketsOf(document.state.doc) : none;
}

/** Shows a stretch of the text on the page and selects it. */
export function goToBrackets(session: Session, from: number, to: number): void {
  const { document } = session.getSnapshot();
  if (!document) return;
  showText(session);
  const { tr, doc } = document.state;
  if (to > doc.content.size) return;
  session.dispatch(tr.setSelection(TextSelection.create(tr.doc, from, to)).scrollIntoView());
  session.focusText();
}
