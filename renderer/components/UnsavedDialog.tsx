/** Asks before a draft with unsaved changes is left. */
import { Button, Text } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { AppDialog } from "./AppDialog";

interface Props {
  name: string;
  onAnswer: (choice: "save" | "discard" | "cancel") => void;
}

export function UnsavedDialog({ name, onAnswer }: Props) {
  const { t } = useTranslation();
  return (
    <AppDialog
      title={t("unsaved.title", { name })}
      name="unsaved"
      alert
      onClose={() => onAnswer("cancel")}
      actions={
        <>
          <Button appearance="primary" onClick={() => onAnswer("save")}>
            {t("unsaved.save")}
          </Button>
          <Button onClick={() => onAnswer("discard")} data-testid="unsaved-discard">
            {t("unsaved.discard")}
          </Button>
          <Button onClick={() => onAnswer("cancel")}>{t("app.cancel")}</Button>
        </>
      }
    >
      <Text as="p">{t("unsaved.body")}</Text>
    </AppDialog>
  );
}
