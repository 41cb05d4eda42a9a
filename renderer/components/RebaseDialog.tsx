/** What a rebase comes to, before it is done: how many changes go on, and every conflict with the choice of wording. */
import { Button, Radio, RadioGroup, Text } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RebaseConflict } from "../../shared/editing/rebase";
import { placeOf } from "../../shared/locales/place";
import type { RebasedParts } from "../session/settle-order";
import { AppDialog } from "./AppDialog";
import "../styles/decide.css";

interface Props {
  name: string;
  parts: RebasedParts;
  /** Keys of the conflicts in which the new base's wording stands; null to leave the draft where it is. */
  onAnswer: (yields: string[] | null) => void;
}

export function RebaseDialog({ name, parts: { conflicts, carried, adopted, base }, onAnswer }: Props) {
  const { t } = useTranslation();
  const [yields, setYields] = useState<ReadonlySet<string>>(new Set());
  const choose = (key: string, isTheirs: boolean) => {
    const next = new Set(yields);
    if (isTheirs) next.add(key);
    else next.delete(key);
    setYields(next);
  };
  return (
    <AppDialog
      title={t("rebase.title", { name })}
      name="rebase"
      width="wide"
      onClose={() => onAnswer(null)}
      actions={
        <>
          <Button appearance="primary" onClick={() => onAnswer([...yields])} data-testid="rebase-do">
            {t("rebase.do")}
          </Button>
          <Button onClick={() => onAnswer(null)}>{t("app.cancel")}</Button>
        </>
      }
    >
      <Text as="p" data-testid="rebase-facts">
        {t("rebase.facts", { carried, adopted, conflicts: conflicts.length })}
      </Text>
      {conflicts.length > 0 && <Text as="p">{t("rebase.hint")}</Text>}
      {conflicts.map((conflict) => (
        <Conflict
          key={conflict.key}
          conflict={conflict}
          language={base.attrs.language}
          isTheirs={yields.has(conflict.key)}
          onChoose={(isTheirs) => choose(conflict.key, isTheirs)}
        />
      ))}
    </AppDialog>
  );
}

interface ConflictProps {
  conflict: RebaseConflict;
  language: string;
  isTheirs: boolean;
  onChoose: (isTheirs: boolean) => void;
}

function Conflict({ conflict: { path, before, inNewBase, inDraft }, language, isTheirs, onChoose }: ConflictProps) {
  const { t } = useTranslation();
  const place = placeOf(t, path);
  const wording = (name: string, text: string | null) => (
    <span className="radio-words">
      <Text weight="semibold">{t(name)}</Text>
      <span lang={language} dir="auto" className="conflict-words">
        {text ?? t("rebase.nothing")}
      </span>
    </span>
  );
  return (
    <fieldset className="conflict" data-testid="rebase-conflict">
      <legend dir="auto">{place}</legend>
      {before !== null && (
        <p className="quiet conflict-words" lang={language} dir="auto">
          {t("rebase.before", { text: before })}
        </p>
      )}
      <RadioGroup
        value={isTheirs ? "base" : "draft"}
        onChange={(_event, { value }) => onChoose(value === "base")}
        aria-label={place}
      >
        <Radio value="draft" label={wording("rebase.draft", inDraft)} data-testid="conflict-draft" />
        <Radio value="base" label={wording("rebase.base", inNewBase)} data-testid="conflict-base" />
      </RadioGroup>
    </fieldset>
  );
}
