/** Which paper for the meeting, and as what kind of file; the making is in the hand-out flow. */
import { Button, Checkbox, Field, Radio, RadioGroup, Select, Text } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { commentsOf } from "../../shared/editing/comments";
import { type HandoutForm, type HandoutKind, handoutForms, handoutKinds } from "../session/handout-choice";
import { writeHandoutOf } from "../session/handout-flow";
import { type ColumnChoice, columnChoices } from "../session/side-by-side";
import { AppDialog } from "./AppDialog";
import { useActions, useSession } from "./session-context";

export function HandoutDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const session = useActions();
  const view = useSession((value) => value.view);
  const others = useSession(({ proposals, document }) => proposals.filter(({ key }) => key === document?.key).length);
  const [kind, setKind] = useState<HandoutKind>(view === "compilation" ? "compilation" : "sideBySide");
  const [form, setForm] = useState<HandoutForm>("docx");
  const [columns, setColumns] = useState<ColumnChoice>(session.getSnapshot().beside.columns ?? "marked");
  const [changedOnly, setChangedOnly] = useState(false);
  const [comments, setComments] = useState(false);
  const [tracked, setTracked] = useState(false);
  const hasComments = useSession(({ document }) => document !== null && commentsOf(document.state).length > 0);
  const hasMarks = kind === "compilation" || (kind === "sideBySide" && columns !== "clean");
  const write = () => {
    onClose();
    void writeHandoutOf(session, { kind, form, columns, changedOnly, comments, tracked: tracked && form === "docx" });
  };
  return (
    <AppDialog
      title={t("papers.title")}
      name="handout"
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button appearance="primary" onClick={write} data-testid="handout-write">
            {t("export.write")}
          </Button>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
        </>
      }
    >
      <Field label={t("papers.kind")}>
        <RadioGroup
          value={kind}
          onChange={(_event, { value }) => setKind(value as HandoutKind)}
          className="export-kinds"
        >
          {handoutKinds.map((each) => (
            <Radio
              key={each}
              value={each}
              data-testid={`handout-${each}`}
              label={
                <span className="radio-words">
                  <Text weight="semibold">{t(`papers.${each}`)}</Text>
                  <Text size={200} className="quiet">
                    {t(`papers.${each}Hint`, { count: others + 1 })}
                  </Text>
                </span>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      {kind === "sideBySide" && (
        <div className="field-row">
          <Field label={t("beside.columns")}>
            <Select
              value={columns}
              onChange={(_event, { value }) => setColumns(value as ColumnChoice)}
              data-testid="handout-columns"
            >
              {columnChoices.map((choice) => (
                <option key={choice} value={choice}>
                  {t(`beside.columns.${choice}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Checkbox
            className="beside-field"
            label={t("papers.changedOnly")}
            checked={changedOnly}
            onChange={(_event, { checked }) => setChangedOnly(checked === true)}
            data-testid="handout-changed"
          />
        </div>
      )}
      {(kind === "sideBySide" || kind === "compilation") && hasComments && (
        <Checkbox
          label={t("papers.comments")}
          checked={comments}
          onChange={(_event, { checked }) => setComments(checked === true)}
          data-testid="handout-comments"
        />
      )}
      <Field label={t("papers.form")}>
        <RadioGroup layout="horizontal" value={form} onChange={(_event, { value }) => setForm(value as HandoutForm)}>
          {handoutForms.map((each) => (
            <Radio key={each} value={each} label={t(`papers.${each}`)} data-testid={`handout-as-${each}`} />
          ))}
        </RadioGroup>
      </Field>
      {form === "docx" && hasMarks && (
        <Checkbox
          label={t("papers.tracked")}
          checked={tracked}
          onChange={(_event, { checked }) => setTracked(checked === true)}
          data-testid="handout-tracked"
        />
      )}
      <Text as="p" size={200} className="quiet">
        {t("papers.language")}
      </Text>
    </AppDialog>
  );
}
