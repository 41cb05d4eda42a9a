/** Two files become one draft: the first is the base, the second the current text. */
import { settleUnsaved } from "./save-flow";
import type { Session } from "./session";

/** Asks for both files and opens the draft that leads from one to the other. */
export async function compareFiles(session: Session): Promise<void> {
  await settleUnsaved(session);
}
