/** Exports: bytes are made, proved, and only then handed to the main process to be written. */
import type { ExportKind, Session } from "./session";

export interface ExportOptions {
  author: string;
  /** ISO time put on every change; without it each change keeps its own. */
  date?: string;
}

/** Exports the open document in one of its forms. */
export async function exportDocument(session: Session, _kind: ExportKind, _options: ExportOptions): Promise<void> {
  session.fail("error.notExported", { severity: "error", code: "unexpected" });
}
