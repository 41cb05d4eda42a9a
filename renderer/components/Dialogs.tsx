/** The one place where a dialog stands: at most one at a time, whichever the session asks for. */
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
  /** A question is gone, and the keys are in the text again, before its flow goes on. */
  const answering =
    <Answer,>(answer: (given: Answer) => void) =>
    (given: Answer) => {
      close();
      answer(given);
    };
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
      return <TrackedDialog name={dialog.name} changes={dialog.changes} onAnswer={answering(dialog.answer)} />;
    case "otherBase":
      return <OtherBaseDialog name={dialog.name} differing={dialog.differing} onAnswer={answering(dialog.answer)} />;
    case "rebase":
      return <RebaseDialog name={dialog.name} parts={dialog.parts} onAnswer={answering(dialog.answer)} />;
    case "unsaved":
      return <UnsavedDialog name={dialog.name} onAnswer={answering(dialog.answer)} />;
    default:
      return null;
  }
}
