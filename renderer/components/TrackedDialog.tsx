/** Asks what becomes of the tracked changes of a Word file that is being opened. */

import { Button, Field, Radio, RadioGroup, Text } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TrackedChanges, TrackedUse } from "../../shared/draft/open";
import { listed } from "../../shared/locales/joined";
import { AppDialog } from "./AppDialog";

interface Props {
  name: string;
  changes: TrackedChanges;
  onAnswer: (use: TrackedUse | "cancel") => void;
}

const uses: TrackedUse[] = ["proposal", "accept", "reject"];
const namedAuthors = 4;

export function TrackedDialog({ name, changes: { count, authors }, onAnswer }: Props) {
  const { t, i18n } = useTranslation();
  const [use, setUse] = useState<TrackedUse>("proposal");
  const more = authors.length - namedAuthors;
  const told = authors.slice(0, namedAuthors).concat(more > 0 ? [t("tracked.more", { count: more })] : []);
  const names = listed(i18n.language, told);
  return (
    <AppDialog
      title={t("tracked.title", { name })}
      name="tracked"
      onClose={() => onAnswer("cancel")}
      actions={
        <>
          <Button appearance="primary" onClick={() => onAnswer(use)} data-testid="tracked-open">
            {t("tracked.open")}
          </Button>
          <Button onClick={() => onAnswer("cancel")}>{t("app.cancel")}</Button>
        </>
      }
    >
      <Text as="p" data-testid="tracked-facts">
        {names === "" ? t("tracked.count", { count }) : t("tracked.countBy", { count, names })}
      </Text>
      <Field label={t("tracked.question")}>
        <RadioGroup value={use} onChange={(_event, { value }) => setUse(value as TrackedUse)} className="export-kinds">
          {uses.map((each) => (
            <Radio
              key={each}
              value={each}
              data-testid={`tracked-${each}`}
              label={
                <span className="radio-words">
                  <Text weight="semibold">{t(`tracked.${each}`)}</Text>
                  <Text size={200} className="quiet">
                    {t(`tracked.${each}Hint`)}
                  </Text>
                </span>
              }
            />
          ))}
        </RadioGroup>
      </Field>
    </AppDialog>
  );
}
