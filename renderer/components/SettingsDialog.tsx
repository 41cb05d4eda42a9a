/** Interface language, the author's name on every change, light or dark. */
import { Button, Field, Input, Radio, RadioGroup, Select } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { languageNames } from "../../shared/locales/languages";
import type { Language } from "../../shared/model/document";
import { changeSettings } from "../session/settings";
import { AppDialog } from "./AppDialog";
import { useActions, useSession } from "./session-context";

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const session = useActions();
  const kept = useSession((value) => value.settings);
  const [settings, setSettings] = useState(kept);
  const change = (part: Partial<typeof kept>) => setSettings((before) => ({ ...before, ...part }));
  const save = async () => {
    await changeSettings(session, { ...settings, author: settings.author.trim() });
    onClose();
  };
  return (
    <AppDialog
      title={t("settings.title")}
      name="settings"
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" onClick={save} data-testid="settings-save">
            {t("settings.save")}
          </Button>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
        </>
      }
    >
      <Field label={t("settings.author")} hint={t("settings.authorHint")}>
        <Input
          value={settings.author}
          onChange={(_event, { value }) => change({ author: value })}
          data-testid="settings-author"
          maxLength={120}
        />
      </Field>
      <Field label={t("settings.language")}>
        <Select
          value={settings.language}
          onChange={(_event, { value }) => change({ language: value as Language })}
          data-testid="settings-language"
        >
          {(Object.keys(languageNames) as Language[]).map((language) => (
            <option key={language} value={language} lang={language}>
              {languageNames[language]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("settings.theme")}>
        <RadioGroup
          layout="horizontal"
          value={settings.theme}
          onChange={(_event, { value }) => change({ theme: value as typeof kept.theme })}
        >
          <Radio value="system" label={t("commands.themeSystem")} />
          <Radio value="light" label={t("commands.themeLight")} />
          <Radio value="dark" label={t("commands.themeDark")} />
        </RadioGroup>
      </Field>
    </AppDialog>
  );
}
