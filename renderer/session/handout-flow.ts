/** Hand-outs of the open draft: made in the other thread, and written, or printed to PDF, by the main process. */
import { commentsOf } from "../../shared/editing/comments";
import { baseOf } from "../../shared/editing/redline-plugin";
import type { SavedFile } from "../../shared/ipc";
import type { Result } from "../../shared/result";
import { ownSource } from "./compile-flow";
import type { HandoutChoice, HandoutKind } from "./handout-choice";
import type { HandoutOrder } from "./handout-order";
import { performBytes, performPage } from "./long-work";
import type { OpenDocument, Session } from "./session";

const endings: Record<HandoutKind, string> = {
  sideBySide: "side-by-side",
  compilation: "compilation",
  changes: "changes",
  summary: "summary",
};

/** Makes a hand-out and writes it where the user says. */
export async function writeHandoutOf(session: Session, choice: HandoutChoice): Promise<void> {
  const { document } = session.getSnapshot();
  if (!document) return;
  const written = await write(session, document, choice);
  if (!written.ok) return session.fail("error.notExported", written.error);
  if (written.value) session.notify({ tone: "success", key: "toast.exported", values: { name: written.value.name } });
}

async function write(
  session: Session,
  document: OpenDocument,
  choice: HandoutChoice,
): Promise<Result<SavedFile | null>> {
  const { form, kind } = choice;
  const template = form === "docx" ? await session.host.readResource("templates/itu.docx") : null;
  if (template && !template.ok) return template;
  const order: HandoutOrder = {
    ...choice,
    name: document.name,
    base: (baseOf(document.state) ?? document.base).toJSON(),
    proposals: [
      { source: ownSource(document), current: document.state.doc.toJSON() },
      ...session
        .getSnapshot()
        .proposals.filter(({ key }) => key === document.key)
        .map(({ source, current }) => ({ source, current: current.toJSON() })),
    ],
    template: template?.value ?? null,
    comments: choice.comments ? commentsOf(document.state) : [],
    date: new Date().toISOString(),
  };
  const name = `${document.name}-${endings[kind]}`;
  if (form !== "pdf") {
    const bytes = await performBytes(session, "handout", { do: "handout", ...order });
    return bytes.ok ? session.host.exportFile(form, `${name}.${form}`, bytes.value) : bytes;
  }
  const page = await performPage(session, "handout", { do: "handout", ...order });
  if (!page.ok) return page;
  session.update({ busy: { key: "print" } });
  try {
    return await session.host.exportPdf(`${name}.pdf`, page.value);
  } finally {
    session.update({ busy: null });
  }
}
