/** Asks what becomes of a proposal that starts from a base that is nearly, but not quite, the one that is open. */
import { Button, Text } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { AppDialog } from "./AppDialog";

interface Props {
  name: string;
  differing: number;
  onAnswer: (moves: boolean) => void;
}

export function OtherBaseDialog({ name, differing, onAnswer }: Props) {
  const { t } = useTranslation();
  return (
    <AppDialog
      title={t("otherBase.title", { name })}
      name="otherBase"
      onClose={() => onAnswer(false)}
      actions={
        <>
          <Button appearance="primary" onClick={() => onAnswer(true)} data-testid="other-base-move">
            {t("otherBase.move")}
          </Button>
          <Button onClick={() => onAnswer(false)}>{t("app.cancel")}</Button>
        </>
      }
    >
      <Text as="p" data-testid="other-base-facts">
        {t("otherBase.facts", { count: differing })}
      </Text>
      <Text as="p">{t("otherBase.hint")}</Text>
    </AppDialog>
  );
}
