/**
 * Hands a task to the other thread, with the sentence that says what goes on and the way to stop it, and makes what
 * comes back whole again. One function for each kind of answer; what the user sees stays as it was until it has come.
 */
import type { PrintedPage } from "../../shared/ipc";
import { failure, type Result, success } from "../../shared/result";
import type { DocumentParts } from "./document-parts";
import { type PlainParts, wholeParts } from "./plain-parts";
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
  const parts = await perform(session, key, values, task, (value): value is PlainParts => "base" in value);
  return parts.ok ? success(wholeParts(parts.value), parts.messages) : parts;
}

/** Does a task that moves a draft onto another base. */
export async function performRebase(session: Session, name: string, order: RebaseOrder): Promise<Result<RebasedParts>> {
  const isRebased = (value: Given): value is PlainParts<RebasedParts> => "base" in value && "conflicts" in value;
  const parts = await perform(session, "rebase", { name }, { do: "rebase", ...order }, isRebased);
  return parts.ok ? success(wholeParts(parts.value), parts.messages) : parts;
}

/** Does a task that gives a proposal, or how far its base is from this one. */
export function performProposal(
  session: Session,
  key: string,
  values: Record<string, string>,
  task: Task,
): Promise<Result<ReadProposal>> {
  const isRead = (value: Given): value is ReadProposal => "proposal" in value || "differing" in value;
  return perform(session, key, values, task, isRead);
}

/** Does a task that gives a file. */
export function performBytes(session: Session, key: string, task: Task): Promise<Result<Uint8Array>> {
  return perform(session, key, {}, task, (value): value is Uint8Array => value instanceof Uint8Array);
}

/** Does a task that gives a page to be printed. */
export function performPage(session: Session, key: string, task: Task): Promise<Result<PrintedPage>> {
  return perform(session, key, {}, task, (value): value is PrintedPage => "html" in value);
}

type Given = Extract<Answer, { ok: true }>["value"];

/** Shows that something is under way while the other thread works; an answer of another kind is a fault of ours. */
async function perform<Wanted extends Given>(
  session: Session,
  key: string,
  values: Record<string, string>,
  task: Task,
  isWanted: (value: Given) => value is Wanted,
): Promise<Result<Wanted>> {
  const { background } = session;
  session.update({ busy: { key, values, stop: () => background.stop() } });
  try {
    const answer = await background.perform(task, (part) =>
      session.update(({ busy }) => ({ busy: busy && { ...busy, part } })),
    );
    if (!answer.ok) return answer;
    return isWanted(answer.value) ? success(answer.value, answer.messages) : failure("unexpected", { detail: task.do });
  } finally {
    session.update({ busy: null });
  }
}
