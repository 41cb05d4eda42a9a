/**
 * Exports: bytes are made, proved, and only then handed to the main process to be written. A proof that
 * fails names the provision, and nothing is written.
 */
import { strToU8 } from "fflate";
import type { Node } from "prosemirror-model";
import { type ExportMode, exportDocx } from "../../shared/docx/export-docx";
import { prove } from "../../shared/docx/proof";
import { settledTexts } from "../../shared/docx/settled-proposals";
import { attributionOf } from "../../shared/editing/attribution";
import { exactRedline, redlineKey } from "../../shared/editing/redline-plugin";
import type { ExportFormat } from "../../shared/ipc";
import { compareJson } from "../../shared/redline/compare-json";
import { redlineToCritic } from "../../shared/redline/critic";
import { redline as redlineOf } from "../../shared/redline/redline";
import type { Redline } from "../../shared/redline/redline-types";
import { failure, type Result, success } from "../../shared/result";
import type { ExportKind, OpenDocument, Session } from "./session";

export interface ExportOptions {
  author: string;
  /** ISO time put on every change; without it each change keeps its own. */
  date?: string | undefined;
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
  const bytes = await session.busyWhile("export", {}, () => exportBytes(session, document, kind, options));
  if (!bytes.ok) return session.fail("error.notExported", bytes.error);
  const { format, ending } = endings[kind];
  const written = await session.host.exportFile(format, `${document.name}${ending}`, bytes.value);
  if (!written.ok) return session.fail("error.notExported", written.error);
  if (written.value) session.notify({ tone: "success", key: "toast.exported", values: { name: written.value.name } });
}

async function exportBytes(
  session: Session,
  document: OpenDocument,
  kind: ExportKind,
  options: ExportOptions,
): Promise<Result<Uint8Array>> {
  const { base, state } = document;
  const redline = exactRedline(state);
  if (!redline) return failure("unexpected", { detail: "no redline" });
  if (kind === "critic") return success(strToU8(redlineToCritic(redline)));
  if (kind === "json") return success(strToU8(`${JSON.stringify(compareJson(redline, base, state.doc), null, 2)}\n`));
  const template = await session.host.readResource("templates/itu.docx");
  if (!template.ok) return template;
  const mode: ExportMode = kind;
  const tracked = redlineKey.getState(state);
  const date = options.date ?? new Date().toISOString();
  const written = exportDocx({
    base,
    current: state.doc,
    redline,
    mode,
    author: options.author,
    date,
    template: template.value,
    attributionOf: (provision, segment) => {
      const by = tracked && attributionOf(tracked.attribution, provision, segment);
      return by && { author: by.author || options.author, date: options.date ?? by.date };
    },
  });
  if (!written.ok) return written;
  const proof = proveExport(written.value, { base, current: state.doc, redline, mode });
  return proof.ok ? written : proof;
}

interface Exported {
  base: Node;
  current: Node;
  redline: Redline;
  mode: ExportMode;
}

/** Proves an export against what its mode promises: both texts, or one text twice. */
function proveExport(bytes: Uint8Array, { base, current, redline, mode }: Exported): Result<unknown> {
  if (mode === "tracked" || mode === "typeset") return prove(bytes, settledTexts(base, current, redline), mode);
  const only = mode === "base" ? base : current;
  return prove(bytes, settledTexts(only, only, redlineOf(only, only)), "tracked");
}
