/** Commands on files: open, compare, save, export, close. The flows do the work. */
import { compareFiles } from "../session/compare-flow";
import { exportDocument } from "../session/export-flow";
import { closeDocument, newResolution, openBaseFile, openDraftFile } from "../session/open-flow";
import { openPreviousVersion } from "../session/previous-flow";
import { saveDocument } from "../session/save-flow";
import { type ExportKind, isDirty } from "../session/session";
import { type Behaviour, hasDocument } from "./behaviour";

function exportAs(kind: ExportKind): Behaviour {
  return {
    run: (session) => exportDocument(session, kind, { author: session.getSnapshot().settings.author }),
    isEnabled: hasDocument,
  };
}

export const fileCommands = {
  newResolution: { run: newResolution },
  openBase: { run: openBaseFile },
  openDraft: { run: openDraftFile },
  openPrevious: {
    run: openPreviousVersion,
    isEnabled: (session) => typeof session.getSnapshot().document?.file === "string",
  },
  compareFiles: { run: compareFiles },
  save: {
    run: (session) => saveDocument(session, "save"),
    isEnabled(session) {
      const { document } = session.getSnapshot();
      return document !== null && isDirty(document);
    },
  },
  saveAs: { run: (session) => saveDocument(session, "saveAs"), isEnabled: hasDocument },
  exportDocument: { run: (session) => session.ask({ kind: "export" }), isEnabled: hasDocument },
  exportTracked: exportAs("tracked"),
  exportTypeset: exportAs("typeset"),
  exportClean: exportAs("clean"),
  exportBase: exportAs("base"),
  exportCritic: exportAs("critic"),
  exportJson: exportAs("json"),
  exportHandout: { run: (session) => session.ask({ kind: "handout" }), isEnabled: hasDocument },
  closeDocument: { run: closeDocument, isEnabled: hasDocument },
} satisfies Record<string, Behaviour>;
