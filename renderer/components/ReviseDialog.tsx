/**
 * A resolution brought to another conference: where and when, the lines that change with it, the cited resolutions
 * of which a newer revision is known. What is ticked becomes ordinary edits, in one step of undo.
 */

import { Button, Checkbox, Field, Input, Select, Text } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { adoptingBody, type DateEdit, datesToRevise, reviseDates } from "../../shared/editing/revise-dates";
import { joined } from "../../shared/locales/joined";
import { placeOf } from "../../shared/locales/place";
import { type Body, conferences, placeName } from "../../shared/resolution/conferences";
import { builtInResolutions, readKnownResolutions } from "../../shared/resolution/known-resolutions";
import type { Occasion } from "../../shared/resolution/revised-lines";
import { AppDialog } from "./AppDialog";
import { KnownResolutions } from "./KnownResolutions";
import { useActions, useSession } from "./session-context";

const other = "other";
const fallbackBody: Body = "PP";

export function ReviseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const session = useActions();
  const document = useSession((value) => value.document);
  const table = useSession((value) => value.settings.knownResolutions);
  const doc = document?.state.doc;
  const base = document?.base;
  const language = doc?.attrs.language ?? "en";
  const body = useMemo(() => (doc ? adoptingBody(doc) : null), [doc]);
  const offered = useMemo(() => occasionsOf(body, language), [body, language]);
  const [choice, setChoice] = useState(offered.length > 0 ? "0" : other);
  const [typed, setTyped] = useState({ place: "", year: "" });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());

  const at = useMemo(
    () => (choice === other ? occasionTyped(body ?? fallbackBody, typed) : (offered[Number(choice)] ?? null)),
    [choice, body, typed, offered],
  );
  const edits = useMemo(() => {
    if (!doc || !base || !at) return [];
    return datesToRevise(doc, base, at, [...builtInResolutions, ...readKnownResolutions(table).known]);
  }, [doc, base, at, table]);
  const chosen = edits.filter((edit) => !left.has(keyOf(edit)));
  const tick = (edit: DateEdit, on: boolean) =>
    setLeft((before) => new Set(on ? [...before].filter((key) => key !== keyOf(edit)) : [...before, keyOf(edit)]));
  const apply = () => {
    session.run(reviseDates(chosen));
    onClose();
  };
  const list = (name: string, shown: DateEdit[]) =>
    shown.length > 0 && (
      <fieldset className="date-edits">
        <legend>{t(`revise.${name}`)}</legend>
        {shown.map((edit) => (
          <DateRow key={keyOf(edit)} edit={edit} on={!left.has(keyOf(edit))} onTick={(on) => tick(edit, on)} />
        ))}
      </fieldset>
    );
  return (
    <AppDialog
      title={t("revise.title")}
      name="revise"
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button
            appearance="primary"
            onClick={apply}
            disabledFocusable={chosen.length === 0}
            data-testid="revise-apply"
          >
            {t("revise.apply", { count: chosen.length })}
          </Button>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
        </>
      }
    >
      <Field label={t("revise.conference")} hint={t("revise.conferenceHint")}>
        <Select value={choice} onChange={(_event, { value }) => setChoice(value)} data-testid="revise-conference">
          {offered.map(({ body: each, place, year }, index) => (
            <option key={`${each} ${place} ${year}`} value={String(index)}>
              {t("revise.occasion", { body: t(`revise.body.${each}`), place, year })}
            </option>
          ))}
          <option value={other}>{t("revise.other")}</option>
        </Select>
      </Field>
      {choice === other && (
        <div className="field-row">
          <Field label={t("revise.place")}>
            <Input
              value={typed.place}
              dir="auto"
              maxLength={40}
              onChange={(_event, { value }) => setTyped((before) => ({ ...before, place: value }))}
              data-testid="revise-place"
            />
          </Field>
          <Field label={t("revise.year")}>
            <Input
              value={typed.year}
              inputMode="numeric"
              maxLength={4}
              onChange={(_event, { value }) => setTyped((before) => ({ ...before, year: value }))}
              data-testid="revise-year"
            />
          </Field>
        </div>
      )}
      {at && edits.length === 0 && <Text>{t("revise.nothing")}</Text>}
      {list(
        "lines",
        edits.filter(({ kind }) => kind !== "cited"),
      )}
      {list(
        "cited",
        edits.filter(({ kind }) => kind === "cited"),
      )}
      <KnownResolutions />
    </AppDialog>
  );
}

function DateRow({ edit, on, onTick }: { edit: DateEdit; on: boolean; onTick: (on: boolean) => void }) {
  const { t } = useTranslation();
  const { kind, before, after, path } = edit;
  return (
    <Checkbox
      checked={on}
      onChange={(_event, { checked }) => onTick(checked === true)}
      data-testid={`date-${kind}`}
      label={
        <span className="date-edit">
          <span className="quiet">{joined(t, "facts", [t(`revise.kind.${kind}`), placeOf(t, path)])}</span>
          <span dir="auto">
            <del>{before}</del>
          </span>
          <span dir="auto">
            <ins>{after}</ins>
          </span>
        </span>
      }
    />
  );
}

/** The conferences of a body, the newest first; of every body when the text names none. */
function occasionsOf(body: Body | null, language: Parameters<typeof placeName>[1]): Occasion[] {
  return conferences
    .filter((conference) => body === null || conference.body === body)
    .map(({ body: each, place, year }) => ({ body: each, place: placeName(place, language), year }))
    .sort((a, b) => b.year - a.year);
}

function occasionTyped(body: Body, { place, year }: { place: string; year: string }): Occasion | null {
  const name = place.replace(/\s+/gu, " ").trim();
  return name !== "" && /^(?:19|20)\d{2}$/u.test(year.trim()) ? { body, place: name, year: Number(year) } : null;
}

function keyOf({ block, from, kind }: DateEdit): string {
  return `${kind} ${block} ${from}`;
}
