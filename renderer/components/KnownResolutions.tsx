/** The table of revisions that the user adds to the program's own: one a line, kept in the settings of this computer. */

import { Button, Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listed } from "../../shared/locales/joined";
import { readKnownResolutions } from "../../shared/resolution/known-resolutions";
import { changeSettings } from "../session/settings";
import { useActions, useSession } from "./session-context";

export function KnownResolutions() {
  const { t, i18n } = useTranslation();
  const session = useActions();
  const kept = useSession((value) => value.settings.knownResolutions);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(kept);
  const { wrong } = readKnownResolutions(typed);
  if (!open) {
    return (
      <div>
        <Button size="small" onClick={() => setOpen(true)} data-testid="known-open">
          {t("revise.known")}
        </Button>
      </div>
    );
  }
  return (
    <Field
      label={t("revise.known")}
      hint={t("revise.knownHint")}
      {...(wrong.length > 0
        ? {
            validationMessage: t("revise.knownWrong", {
              lines: listed(i18n.language, wrong.map(String)),
            }),
            validationState: "warning" as const,
          }
        : {})}
    >
      <Textarea
        value={typed}
        rows={4}
        dir="ltr"
        maxLength={200_000}
        onChange={(_event, { value }) => setTyped(value)}
        onBlur={() => void changeSettings(session, { knownResolutions: typed })}
        data-testid="known-table"
      />
    </Field>
  );
}
