/** Says what did not work, why in one sentence, where, and that nothing was lost. */
import { Text } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { wordMessage } from "../../shared/locales/translator";
import type { Message } from "../../shared/result";
import { AppDialog } from "./AppDialog";

export function ErrorDialog({ title, message, onClose }: { title: string; message: Message; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <AppDialog title={t(title)} name="error" onClose={onClose}>
      <Text as="p" data-testid="error-sentence">
        {wordMessage(t, message)}
      </Text>
      <Text as="p" className="quiet">
        {t("error.unchanged")}
      </Text>
    </AppDialog>
  );
}
