/** Hands a task to the other thread, with the sentence that says what goes on and the way to stop it. */
import type { PrintedPage } from "../../shared/ipc";
import { failure, type Result, success } from "../../shared/result";
import type { DocumentParts } from "./document-parts";
import { wholeParts } from "./plain-parts";
import type { ReadProposal } from "./proposal-order";
import { settleUnsaved } from "./save-flow";
import type { Session } from "./session";
import type { RebasedParts, RebaseOrder } from "./settle-order";
import type { Answer, Task } from "./tasks";

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

/** Does a task that moves a draft onto another base. */
export async function performRebase(session: Session, name: string, order: RebaseOrder): Promise<Result<RebasedParts>> {
  const answer = await perform(session, "rebase", { name }, { do: "rebase", ...order });
  if (!answer.ok) return answer;
  if (!("conflicts" in answer.value && "base" in answer.value)) return failure("unexpected", { detail: "rebase" });
  return success(wholeParts<RebasedParts>(answer.value), answer.messages);
}

/** Does a task that gives a proposal, or how far its base is from this one. */
export async function performProposal(
  session: Session,
  key: string,
  values: Record<string, string>,
  task: Task,
): Promise<Result<ReadProposal>> {
  const answer = await perform(session, key, values, task);
  if (!answer.ok) return answer;
  if (!("proposal" in answer.value || "differing" in answer.value)) return failure("unexpected", { detail: task.do });
  return success(answer.value, answer.messages);
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
    return await background.perform(task, (part) =>
      session.update(({ busy }) => ({ busy: busy && { ...busy, part } })),
    );
  } finally {
    session.update({ busy: null });
  }
}
