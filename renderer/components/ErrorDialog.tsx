/** Says what did not work, why in one sentence, and that nothing was lost; after a failed save, it offers another place. */
import { Button, Text } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { wordMessage } from "../../shared/locales/wording";
import type { Message } from "../../shared/result";
import type { Unsaved } from "../session/session";
import { AppDialog } from "./AppDialog";

interface Props {
  title: string;
  message: Message;
  /** There when a text has no file. */
  unsaved: Unsaved | undefined;
  onSaveAs: () => void;
  onClose: () => void;
}

export function ErrorDialog({ title, message, unsaved, onSaveAs, onClose }: Props) {
  const { t } = useTranslation();
  const actions = unsaved && (
    <>
      <Button appearance="primary" onClick={onSaveAs} data-testid="error-save-as">
        {t("commands.saveAs")}
      </Button>
      <Button onClick={onClose}>{t("app.close")}</Button>
    </>
  );
  return (
    <AppDialog title={t(title)} name="error" onClose={onClose} actions={actions}>
      <Text as="p" data-testid="error-sentence">
        {wordMessage(t, message)}
      </Text>
      <Text as="p" className="quiet" data-testid="error-comfort">
        {t(comfortIn(unsaved))}
      </Text>
    </AppDialog>
  );
}

/** What to say about the text itself: a failed save leaves it in the journal, or in this window alone. */
function comfortIn(unsaved: Unsaved | undefined): string {
  if (!unsaved) return "error.unchanged";
  return unsaved.isKept ? "error.kept" : "error.onlyHere";
}
