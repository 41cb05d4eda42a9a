/** Hands a task to the other thread, with the sentence that says what goes on and the way to stop it. */
import type { PrintedPage } from "../../shared/ipc";
import { failure, type Result, success } from "../../shared/result";
import type { DocumentParts } from "./document-parts";
import { settleUnsaved } from "./save-flow";
import type { Session } from "./session";
import { type Answer, type Task, wholeParts } from "./tasks";

/** Does a task that gives a document; keys that were pressed meanwhile are asked about before it is shown. */
export async function performParts(
  session: Session,
  key: string,
  values: Record<string, string>,
  task: Task,
): Promise<Result<DocumentParts>> {
  const before = session.getSnapshot().document?.state.doc;
  const parts = await performBeside(session, key, values, task);
  if (!parts.ok) return parts;
  if (session.getSnapshot().document?.state.doc === before || (await settleUnsaved(session))) return parts;
  return failure("window.task-cancelled");
}

/** Does a task that gives a document to be laid beside the open one, which stays. */
export async function performBeside(
  session: Session,
  key: string,
  values: Record<string, string>,
  task: Task,
): Promise<Result<DocumentParts>> {
  const answer = await perform(session, key, values, task);
  if (!answer.ok) return answer;
  if (!("base" in answer.value)) return failure("unexpected", { detail: task.do });
  return success(wholeParts(answer.value), answer.messages);
}

/** Does a task that gives a file. */
export async function performBytes(session: Session, key: string, task: Task): Promise<Result<Uint8Array>> {
  const answer = await perform(session, key, {}, task);
  if (!answer.ok) return answer;
  if (!(answer.value instanceof Uint8Array)) return failure("unexpected", { detail: task.do });
  return success(answer.value, answer.messages);
}

/** Does a task that gives a page to be printed. */
export async function performPage(session: Session, key: string, task: Task): Promise<Result<PrintedPage>> {
  const answer = await perform(session, key, {}, task);
  if (!answer.ok) return answer;
  if (!("html" in answer.value)) return failure("unexpected", { detail: task.do });
  return success(answer.value, answer.messages);
}

async function perform(session: Session, key: string, values: Record<string, string>, task: Task): Promise<Answer> {
  const { background } = session;
  session.update({ busy: { key, values, stop: () => background.stop() } });
  try {
    return await background.perform(task);
  } finally {
    session.update({ busy: null });
  }
}
