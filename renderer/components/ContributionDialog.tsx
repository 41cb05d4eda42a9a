/**
 * The form of a contribution: its header block, who proposes, and for a new one the language and the front matter.
 * What stands in the document's own words is in the language of the document, whatever the interface speaks.
 */

import { Button, Checkbox, Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ContributionForm } from "../../shared/editing/contribution-form";
import { headerOf } from "../../shared/editing/header-block";
import { joined } from "../../shared/locales/joined";
import { languageNames } from "../../shared/locales/languages";
import type { Language } from "../../shared/model/document";
import { conferences } from "../../shared/resolution/conferences";
import {
  type ContributionHeader,
  conferenceLine,
  conferencePlace,
  emptyHeader,
} from "../../shared/resolution/contribution-header";
import { contributionWords, type FrontPart, frontParts } from "../../shared/resolution/languages/contribution-words";
import { languageData } from "../../shared/resolution/languages/languages";
import { beginContribution, changeHeader } from "../session/contribution-flow";
import type { Session } from "../session/session";
import { AppDialog } from "./AppDialog";
import { useActions } from "./session-context";

const languages = Object.keys(languageNames) as Language[];
const newestFirst = [...conferences].sort((one, two) => two.year - one.year);

export function ContributionDialog({ editing, onClose }: { editing: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const session = useActions();
  const [form, setForm] = useState(() => firstForm(session, editing));
  const { language, header, proposer, front } = form;
  const set = (part: Partial<ContributionHeader>) =>
    setForm((before) => ({ ...before, header: { ...before.header, ...part } }));
  const wrong = problemsOf(form);
  const keep = () => {
    onClose();
    if (editing) changeHeader(session, form);
    else beginContribution(session, form);
  };
  const text = (name: keyof ContributionHeader, label: string, hint?: string) => (
    <Field label={t(`contribution.${label}`)} hint={hint && t(`contribution.${hint}`)}>
      <Input
        value={header[name]}
        onChange={(_event, { value }) => set({ [name]: value })}
        lang={language}
        dir="auto"
        maxLength={400}
        data-testid={`contribution-${name}`}
      />
    </Field>
  );
  const digits = (name: "addendum" | "revision") => (
    <Field
      label={t(`contribution.${name}`)}
      validationState={wrong.has(name) ? "error" : "none"}
      validationMessage={wrong.has(name) ? t("contribution.digits") : undefined}
    >
      <Input
        value={header[name]}
        onChange={(_event, { value }) => set({ [name]: value.trim() })}
        maxLength={8}
        data-testid={`contribution-${name}`}
      />
    </Field>
  );
  return (
    <AppDialog
      title={t(editing ? "contribution.titleEdit" : "contribution.titleNew")}
      name="contribution"
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button
            appearance="primary"
            onClick={keep}
            disabled={wrong.has("proposer") || wrong.has("addendum") || wrong.has("revision")}
            data-testid="contribution-keep"
          >
            {t(editing ? "contribution.apply" : "contribution.create")}
          </Button>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
        </>
      }
    >
      <div className="field-row">
        {!editing && (
          <Field label={t("contribution.language")}>
            <Select
              value={language}
              onChange={(_event, { value }) => setForm((before) => inLanguage(before, value as Language))}
              data-testid="contribution-language"
            >
              {languages.map((each) => (
                <option key={each} value={each} lang={each}>
                  {languageNames[each]}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label={t("contribution.known")}>
          <Select
            value={String(newestFirst.findIndex((each) => conferenceLine(each, language) === header.conference))}
            onChange={(_event, { value }) => {
              const chosen = newestFirst[Number(value)];
              if (!chosen) return;
              set({ conference: conferenceLine(chosen, language), conferenceDates: conferencePlace(chosen, language) });
            }}
            data-testid="contribution-known"
          >
            <option value="-1">{t("contribution.other")}</option>
            {newestFirst.map((each, index) => (
              <option key={`${each.body} ${each.year} ${each.place}`} value={String(index)}>
                {joined(t, "named", [
                  contributionWords(language).bodies[each.body].acronym,
                  conferencePlace(each, language),
                ])}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className="field-row">
        {text("conference", "conference")}
        {text("conferenceDates", "dates")}
      </div>
      <div className="field-row field-row-4">
        <Field
          label={t("contribution.document")}
          hint={wrong.has("document") ? undefined : t("contribution.documentHint")}
          validationState={wrong.has("document") ? "warning" : "none"}
          validationMessage={wrong.has("document") ? t("contribution.documentWrong") : undefined}
        >
          <Input
            value={header.document}
            onChange={(_event, { value }) => set({ document: value })}
            maxLength={120}
            data-testid="contribution-document"
          />
        </Field>
        {digits("addendum")}
        {digits("revision")}
        {text("meeting", "meeting")}
      </div>
      <div className="field-row">
        {text("date", "date")}
        <Field label={t("contribution.original")}>
          <Select
            value={header.original}
            onChange={(_event, { value }) => set({ original: value as Language | "" })}
            data-testid="contribution-original"
          >
            <option value="">–</option>
            {languages.map((each) => (
              <option key={each} value={each}>
                {t(`languages.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className="field-row">
        {text("source", "source")}
        <Field
          label={t("contribution.symbol")}
          hint={wrong.has("proposer") ? undefined : t("contribution.symbolHint")}
          validationState={wrong.has("proposer") ? "error" : "none"}
          validationMessage={wrong.has("proposer") ? t("contribution.symbolWrong") : undefined}
        >
          <Input
            value={proposer}
            onChange={(_event, { value }) => setForm((before) => ({ ...before, proposer: value.trim() }))}
            maxLength={40}
            data-testid="contribution-proposer"
          />
        </Field>
      </div>
      <div className="field-row">
        {text("title", "heading")}
        {text("agendaItem", "agenda", "agendaHint")}
      </div>
      {!editing && (
        <Field label={t("contribution.front")}>
          {/* biome-ignore lint/a11y/useSemanticElements: the field names the group */}
          <div className="check-row-flow" lang={language} role="group" aria-label={t("contribution.front")}>
            {frontParts.map((part) => (
              <Checkbox
                key={part}
                label={contributionWords(language).front[part]}
                checked={front.includes(part)}
                onChange={(_event, { checked }) => setForm((before) => withPart(before, part, checked === true))}
                data-testid={`contribution-front-${part}`}
              />
            ))}
          </div>
        </Field>
      )}
    </AppDialog>
  );
}

function firstForm(session: Session, editing: boolean): ContributionForm {
  const { document, settings } = session.getSnapshot();
  const doc = editing ? document?.state.doc : undefined;
  if (doc) {
    const { language, proposer } = doc.attrs as { language: Language; proposer: string };
    return { language, header: headerOf(doc), proposer, front: [] };
  }
  const { language } = settings;
  const header = {
    ...emptyHeader,
    meeting: contributionWords(language).meeting,
    original: language,
    date: today(language),
  };
  return { language, header, proposer: "", front: ["abstract", "expectedResults", "references", "proposal"] };
}

/** The same form for a document in another language: what the program wrote is written again. */
function inLanguage(form: ContributionForm, language: Language): ContributionForm {
  const { header, language: former } = form;
  const known = conferences.find((each) => conferenceLine(each, former) === header.conference);
  const conference = known
    ? { conference: conferenceLine(known, language), conferenceDates: conferencePlace(known, language) }
    : {};
  const meeting =
    header.meeting === contributionWords(former).meeting ? contributionWords(language).meeting : header.meeting;
  const date = header.date === today(former) ? today(language) : header.date;
  const original = header.original === former ? language : header.original;
  return { ...form, language, header: { ...header, ...conference, meeting, date, original } };
}

function withPart(form: ContributionForm, part: FrontPart, wanted: boolean): ContributionForm {
  return { ...form, front: frontParts.filter((each) => (each === part ? wanted : form.front.includes(each))) };
}

function problemsOf({ header, proposer }: ContributionForm): Set<string> {
  const problems = new Set<string>();
  if (proposer !== "" && !/^[A-Z]{1,6}(?:\/[A-Z]{1,6})*$/u.test(proposer)) problems.add("proposer");
  if (header.document !== "" && !/^(?:\d{1,4}|X{1,3})$/u.test(header.document.trim())) problems.add("document");
  if (!/^\d{0,3}$/u.test(header.revision)) problems.add("revision");
  if (!/^(?:\d{1,3}(?:[AR]\d{1,3})?)?$/u.test(header.addendum)) problems.add("addendum");
  return problems;
}

/** The present day as documents of the language write it, in European digits. */
function today(language: Language): string {
  const { tag } = languageData(language);
  const form = new Intl.DateTimeFormat(`${tag}-u-ca-gregory-nu-latn`, {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  return form.format(new Date());
}
