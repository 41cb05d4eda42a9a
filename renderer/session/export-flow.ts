/**
 * Exports: bytes are made and proved in the other thread, and only then handed to the main process to be
 * written. A proof that fails names the provision, and nothing is written.
 */
import { recordAttribution } from "../../shared/editing/attribution";
import { commentsOf } from "../../shared/editing/comments";
import { exactRedline, redlineKey } from "../../shared/editing/redline-plugin";
import type { ExportFormat } from "../../shared/ipc";
import { failure, type Result, success } from "../../shared/result";
import { performBytes } from "./long-work";
import type { NamedBytes } from "./named-bytes";
import type { ExportKind, OpenDocument, Session } from "./session";
import type { ExportOrder } from "./tasks";

export interface ExportOptions {
  author: string;
  /** ISO time put on every change; without it each change keeps its own. */
  date?: string | undefined;
  /** What a Word file is written into; the base's own file where that is a Word file, else the program's template. */
  into?: "own" | NamedBytes | undefined;
}

const endings: Record<ExportKind, { format: ExportFormat; ending: string }> = {
  tracked: { format: "docx", ending: ".docx" },
  typeset: { format: "docx", ending: "-typeset.docx" },
  clean: { format: "docx", ending: "-clean.docx" },
  base: { format: "docx", ending: "-base.docx" },
  critic: { format: "critic", ending: ".critic.txt" },
  json: { format: "json", ending: ".json" },
};

/** Exports the open document in one of its forms. */
export async function exportDocument(session: Session, kind: ExportKind, options: ExportOptions): Promise<void> {
  const { document } = session.getSnapshot();
  if (!document) return;
  const order = await exportOrder(session, document, kind, options);
  if (!order.ok) return session.fail("error.notExported", order.error);
  const bytes = await performBytes(session, "export", { do: "export", ...order.value });
  if (!bytes.ok) return session.fail("error.notExported", bytes.error);
  const { format, ending } = endings[kind];
  const written = await session.host.exportFile(format, `${document.name}${ending}`, bytes.value);
  if (!written.ok) return session.fail("error.notExported", written.error);
  if (!written.value) return;
  session.notify({ tone: "success", key: "toast.exported", values: { name: written.value.name } });
  session.tell(bytes.messages);
}

/** Asks for a Word file to write into, and remembers it for the next export. */
export async function chooseTemplate(session: Session): Promise<NamedBytes | null> {
  const opened = await session.host.openFile("template");
  if (!opened.ok) session.fail("error.notOpened", opened.error);
  if (!opened.ok || !opened.value) return null;
  const { name, bytes } = opened.value;
  session.update({ template: { name, bytes } });
  return { name, bytes };
}

/** Everything that an export needs, as plain data. */
async function exportOrder(
  session: Session,
  { source, state }: OpenDocument,
  kind: ExportKind,
  { author, date, into }: ExportOptions,
): Promise<Result<ExportOrder>> {
  const redline = exactRedline(state);
  const tracked = redlineKey.getState(state);
  if (!redline || !tracked) return failure("unexpected", { detail: "no redline" });
  const isWord = kind !== "critic" && kind !== "json";
  const chosen = typeof into === "object" ? success(into.bytes) : null;
  const template = isWord ? (chosen ?? (await session.host.readResource("templates/itu.docx"))) : null;
  if (template && !template.ok) return template;
  return success({
    base: tracked.base.toJSON(),
    current: state.doc.toJSON(),
    kind,
    author,
    date,
    now: new Date().toISOString(),
    attribution: recordAttribution(tracked.attribution, redline),
    template: template?.value ?? null,
    source: isWord && into === undefined ? (source?.bytes ?? null) : null,
    comments: commentsOf(state),
  });
}
