/** Name, version and licence. */
import { Text } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import packageFile from "../../package.json";
import { AppDialog } from "./AppDialog";

export function AboutDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <AppDialog title={t("about.title")} name="about" onClose={onClose}>
      <Text as="p">{t("about.body")}</Text>
      <Text as="p" className="quiet">
        {t("about.version", { version: packageFile.version })} · {t("about.licence")}
      </Text>
    </AppDialog>
  );
}
