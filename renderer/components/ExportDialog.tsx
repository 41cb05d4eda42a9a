/** What to export and under whose name; the proof and the writing happen in the export flow. */
import { Button, Field, Input, MessageBar, MessageBarBody, Radio, RadioGroup, Text } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { objectsOfOwnFile } from "../../shared/docx/objects-left-out";
import { markerOf } from "../session/changes";
import { exportDocument } from "../session/export-flow";
import type { ExportKind } from "../session/session";
import { AppDialog } from "./AppDialog";
import { useActions, useSession } from "./session-context";
import { type Target, TemplateChoice } from "./TemplateChoice";

const kinds: ExportKind[] = ["tracked", "typeset", "clean", "base", "critic", "json"];

export function ExportDialog({ format, onClose }: { format: ExportKind; onClose: () => void }) {
  const { t } = useTranslation();
  const session = useActions();
  const settings = useSession((value) => value.settings);
  const marker = useSession((value) => (value.document ? markerOf(value.document.state) : ""));
  const [kind, setKind] = useState(format);
  const [author, setAuthor] = useState(settings.author);
  const [date, setDate] = useState("keep");
  const [fixed, setFixed] = useState(() => localInputTime(new Date()));
  const source = useSession((value) => value.document?.source?.name ?? null);
  const ownFile = source !== null && /\.do[ct][xm]$/i.test(source) ? source : null;
  const template = useSession((value) => value.template);
  const withoutSource: Target = template ? "other" : "own";
  const [target, setTarget] = useState<Target>(ownFile === null ? withoutSource : "source");
  const isWord = kind !== "critic" && kind !== "json";
  const dated = kind === "tracked";
  const doc = useSession((value) => value.document?.state.doc ?? null);
  const objects = useMemo(() => (doc ? objectsOfOwnFile(doc) : 0), [doc]);
  const unmarked = dated && ["ADD", "SUP", "NOC", "OTHER"].includes(marker);
  const write = () => {
    onClose();
    const iso = date === "fixed" && fixed ? new Date(fixed).toISOString() : undefined;
    const other = target === "other" ? (template ?? undefined) : undefined;
    const into = target === "own" ? "own" : other;
    void exportDocument(session, kind, { author: author.trim(), date: iso, into });
  };
  return (
    <AppDialog
      title={t("export.title")}
      name="export"
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button appearance="primary" onClick={write} data-testid="export-write">
            {t("export.write")}
          </Button>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
        </>
      }
    >
      <Field label={t("export.format")}>
        <RadioGroup
          value={kind}
          onChange={(_event, { value }) => setKind(value as ExportKind)}
          className="export-kinds"
        >
          {kinds.map((each) => (
            <Radio
              key={each}
              value={each}
              data-testid={`export-${each}`}
              label={
                <span className="radio-words">
                  <Text weight="semibold">{t(`export.${each}`)}</Text>
                  <Text size={200} className="quiet">
                    {t(`export.${each}Hint`)}
                  </Text>
                </span>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      {unmarked && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t("export.unmarked", { marker })}</MessageBarBody>
        </MessageBar>
      )}
      {dated && (
        <div className="field-row">
          <Field label={t("export.author")} hint={t("export.authorHint")}>
            <Input value={author} onChange={(_event, { value }) => setAuthor(value)} data-testid="export-author" />
          </Field>
          <Field label={t("export.date")}>
            <RadioGroup value={date} onChange={(_event, { value }) => setDate(value)}>
              <Radio value="keep" label={t("export.dateKeep")} />
              <Radio value="fixed" label={t("export.dateFixed")} />
            </RadioGroup>
            {date === "fixed" && (
              <Input type="datetime-local" value={fixed} onChange={(_event, { value }) => setFixed(value)} />
            )}
          </Field>
        </div>
      )}
      {isWord && <TemplateChoice source={ownFile} target={target} onChange={setTarget} />}
      {isWord && target !== "source" && objects > 0 && (
        <MessageBar intent="warning" layout="multiline" data-testid="export-objects">
          <MessageBarBody>{t("messages.export.objects-left-out", { count: objects })}</MessageBarBody>
        </MessageBar>
      )}
      <Text as="p" size={200} className="quiet">
        {t("export.proof")}
      </Text>
    </AppDialog>
  );
}

/** A time as `datetime-local` wants it: local, to the minute. */
function localInputTime(time: Date): string {
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
