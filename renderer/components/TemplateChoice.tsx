/** Which Word file an export is written into: the base's own, the program's template, or one that the user names. */
import { Button, Field, Radio, RadioGroup, Text } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { chooseTemplate } from "../session/export-flow";
import { useActions, useSession } from "./session-context";

export type Target = "source" | "own" | "other";

interface Props {
  /** Name of the base's own Word file; null when it has none. */
  source: string | null;
  target: Target;
  onChange: (target: Target) => void;
}

export function TemplateChoice({ source, target, onChange }: Props) {
  const { t } = useTranslation();
  const session = useActions();
  const template = useSession((value) => value.template);
  const choose = async () => {
    if (await chooseTemplate(session)) onChange("other");
  };
  const change = (chosen: Target) => {
    // Another template has to be named before it can be written into.
    if (chosen === "other" && !template) void choose();
    else onChange(chosen);
  };
  return (
    <Field label={t("export.template")}>
      <RadioGroup value={target} onChange={(_event, { value }) => change(value as Target)} className="export-kinds">
        {source !== null && (
          <Radio
            value="source"
            data-testid="template-source"
            label={<Words name={t("export.templateSource", { name: source })} hint={t("export.templateSourceHint")} />}
          />
        )}
        <Radio value="own" data-testid="template-own" label={t("export.templateOwn")} />
        <Radio
          value="other"
          data-testid="template-other"
          label={
            <Words
              name={template ? t("export.templateChosen", { name: template.name }) : t("export.templateOther")}
              hint={t("export.templateOtherHint")}
            />
          }
        />
      </RadioGroup>
      {template && (
        <Button size="small" className="template-choose" onClick={choose} data-testid="template-choose">
          {t("export.templateChoose")}
        </Button>
      )}
    </Field>
  );
}

function Words({ name, hint }: { name: string; hint: string }) {
  return (
    <span className="radio-words">
      <Text>
        <bdi>{name}</bdi>
      </Text>
      <Text size={200} className="quiet">
        {hint}
      </Text>
    </span>
  );
}
