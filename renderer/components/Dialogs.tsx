/** The one place where a dialog stands: at most one at a time, whichever the session asks for. */
import { useEffect, useRef } from "react";
import { saveDocument } from "../session/save-flow";
import { AboutDialog } from "./AboutDialog";
import { CommandPalette } from "./CommandPalette";
import { ContributionDialog } from "./ContributionDialog";
import { ErrorDialog } from "./ErrorDialog";
import { ExportDialog } from "./ExportDialog";
import { HandoutDialog } from "./HandoutDialog";
import { NewProposalDialog } from "./NewProposalDialog";
import { OtherBaseDialog } from "./OtherBaseDialog";
import { RebaseDialog } from "./RebaseDialog";
import { ReviseDialog } from "./ReviseDialog";
import { SettingsDialog } from "./SettingsDialog";
import { ShortcutsDialog } from "./ShortcutsDialog";
import { useActions, useSession } from "./session-context";
import { TrackedDialog } from "./TrackedDialog";
import { UnsavedDialog } from "./UnsavedDialog";

export function Dialogs() {
  const session = useActions();
  const dialog = useSession((value) => value.dialog);
  const close = () => {
    session.update({ dialog: null });
    session.focusText();
  };
  const stood = useRef(false);
  // A question that its flow took away: the keys are in the text again, unless they are there already.
  useEffect(() => {
    if (stood.current && !dialog && !document.activeElement?.closest(".ProseMirror")) session.focusText();
    stood.current = dialog !== null;
  }, [dialog, session]);
  switch (dialog?.kind) {
    case "settings":
      return <SettingsDialog onClose={close} />;
    case "revise":
      return <ReviseDialog onClose={close} />;
    case "contribution":
      return <ContributionDialog editing={dialog.editing} onClose={close} />;
    case "newProposal":
      return <NewProposalDialog onClose={close} />;
    case "export":
      return <ExportDialog format={dialog.format ?? "tracked"} onClose={close} />;
    case "handout":
      return <HandoutDialog onClose={close} />;
    case "shortcuts":
      return <ShortcutsDialog onClose={close} />;
    case "about":
      return <AboutDialog onClose={close} />;
    case "palette":
      return <CommandPalette onClose={close} />;
    case "error":
      return (
        <ErrorDialog
          title={dialog.title}
          message={dialog.message}
          unsaved={dialog.unsaved}
          onSaveAs={() => {
            close();
            void saveDocument(session, "saveAs");
          }}
          onClose={close}
        />
      );
    case "tracked":
      return <TrackedDialog name={dialog.name} changes={dialog.changes} onAnswer={dialog.answer} />;
    case "otherBase":
      return <OtherBaseDialog name={dialog.name} differing={dialog.differing} onAnswer={dialog.answer} />;
    case "rebase":
      return <RebaseDialog name={dialog.name} parts={dialog.parts} onAnswer={dialog.answer} />;
    case "unsaved":
      return <UnsavedDialog name={dialog.name} onAnswer={dialog.answer} />;
    default:
      return null;
  }
}
