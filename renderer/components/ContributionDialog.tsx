/**
 * The form of a contribution: its header block, who proposes, and for a new one the language and the front matter.
 * What stands in the document's own words is in the language of the document, whatever the interface speaks.
 */
import { Button, Checkbox, Field, Input, Select } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ContributionForm } from "../../shared/editing/contribution-form";
import { joined } from "../../shared/locales/joined";
import { languageNames } from "../../shared/locales/languages";
import type { Language } from "../../shared/model/document";
import { conferences } from "../../shared/resolution/conferences";
import { type ContributionHeader, conferenceLine, conferencePlace } from "../../shared/resolution/contribution-header";
import { contributionWords, frontParts } from "../../shared/resolution/languages/contribution-words";
import { firstForm, inLanguage, problemsOf, withPart } from "../session/contribution-fields";
import { beginContribution, changeHeader } from "../session/contribution-flow";
import { AppDialog } from "./AppDialog";
import { useActions } from "./session-context";

const languages = Object.keys(languageNames) as Language[];
const newestFirst = [...conferences].sort((one, two) => two.year - one.year);

export function ContributionDialog({ editing, onClose }: { editing: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const session = useActions();
  const [form, setForm] = useState(() => firstForm(session, editing));
  const { language, header, proposer } = form;
  const set: SetHeader = (part) => setForm((before) => ({ ...before, header: { ...before.header, ...part } }));
  const wrong = problemsOf(form);
  const keep = () => {
    onClose();
    if (editing) changeHeader(session, form);
    else beginContribution(session, form);
  };
  const text = (name: keyof ContributionHeader, label: string, hint?: string) => (
    <Line
      name={name}
      label={t(`contribution.${label}`)}
      hint={hint && t(`contribution.${hint}`)}
      value={header[name]}
      onType={(value) => set({ [name]: value })}
      lang={language}
      most={400}
    />
  );
  const digits = (name: "addendum" | "revision") => (
    <Line
      name={name}
      label={t(`contribution.${name}`)}
      value={header[name]}
      onType={(value) => set({ [name]: value.trim() })}
      error={wrong.has(name) && t("contribution.digits")}
      most={8}
    />
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
          <Choice
            name="language"
            label={t("contribution.language")}
            value={language}
            onChoose={(value) => setForm((before) => inLanguage(before, value as Language))}
          >
            {languages.map((each) => (
              <option key={each} value={each} lang={each}>
                {languageNames[each]}
              </option>
            ))}
          </Choice>
        )}
        <KnownConference language={language} conference={header.conference} set={set} />
      </div>
      <div className="field-row">
        {text("conference", "conference")}
        {text("conferenceDates", "dates")}
      </div>
      <div className="field-row field-row-4">
        <Line
          name="document"
          label={t("contribution.document")}
          hint={t("contribution.documentHint")}
          value={header.document}
          onType={(document) => set({ document })}
          warning={wrong.has("document") && t("contribution.documentWrong")}
          most={120}
        />
        {digits("addendum")}
        {digits("revision")}
        {text("meeting", "meeting")}
      </div>
      <div className="field-row">
        {text("date", "date")}
        <Choice
          name="original"
          label={t("contribution.original")}
          value={header.original}
          onChoose={(value) => set({ original: value as Language | "" })}
        >
          <option value="">–</option>
          {languages.map((each) => (
            <option key={each} value={each}>
              {t(`languages.${each}`)}
            </option>
          ))}
        </Choice>
      </div>
      <div className="field-row">
        {text("source", "source")}
        <Line
          name="proposer"
          label={t("contribution.symbol")}
          hint={t("contribution.symbolHint")}
          value={proposer}
          onType={(value) => setForm((before) => ({ ...before, proposer: value.trim() }))}
          error={wrong.has("proposer") && t("contribution.symbolWrong")}
          most={40}
        />
      </div>
      <div className="field-row">
        {text("title", "heading")}
        {text("agendaItem", "agenda", "agendaHint")}
      </div>
      {!editing && <FrontMatter form={form} onChange={setForm} />}
    </AppDialog>
  );
}

type SetHeader = (part: Partial<ContributionHeader>) => void;

interface LineProps {
  name: string;
  label: string;
  value: string;
  onType: (value: string) => void;
  hint?: string | undefined;
  error?: string | false;
  warning?: string | false;
  /** Of what stands in the document's own words. */
  lang?: Language;
  /** The most characters. */
  most: number;
}

/** A line of the form; what is wrong with it stands where its hint stood. */
function Line({ name, label, value, onType, hint, error, warning, lang, most }: LineProps) {
  const problem = error || warning || undefined;
  return (
    <Field
      label={label}
      hint={problem ? undefined : hint}
      validationState={error ? "error" : warning ? "warning" : "none"}
      validationMessage={problem}
    >
      <Input
        value={value}
        onChange={(_event, data) => onType(data.value)}
        lang={lang}
        dir={lang && "auto"}
        maxLength={most}
        data-testid={`contribution-${name}`}
      />
    </Field>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  value: string;
  onChoose: (value: string) => void;
  children: ReactNode;
}

function Choice({ name, label, value, onChoose, children }: ChoiceProps) {
  return (
    <Field label={label}>
      <Select value={value} onChange={(_event, data) => onChoose(data.value)} data-testid={`contribution-${name}`}>
        {children}
      </Select>
    </Field>
  );
}

/** The conferences that the program knows: one that is chosen fills its line and that of its place and dates. */
function KnownConference(props: { language: Language; conference: string; set: SetHeader }) {
  const { language, conference, set } = props;
  const { t } = useTranslation();
  const choose = (value: string) => {
    const chosen = newestFirst[Number(value)];
    if (chosen)
      set({ conference: conferenceLine(chosen, language), conferenceDates: conferencePlace(chosen, language) });
  };
  return (
    <Choice
      name="known"
      label={t("contribution.known")}
      value={String(newestFirst.findIndex((each) => conferenceLine(each, language) === conference))}
      onChoose={choose}
    >
      <option value="-1">{t("contribution.other")}</option>
      {newestFirst.map((each, index) => (
        <option key={`${each.body} ${each.year} ${each.place}`} value={String(index)}>
          {joined(t, "named", [contributionWords(language).bodies[each.body].acronym, conferencePlace(each, language)])}
        </option>
      ))}
    </Choice>
  );
}

function FrontMatter(props: {
  form: ContributionForm;
  onChange: (change: (before: ContributionForm) => ContributionForm) => void;
}) {
  const { language, front } = props.form;
  const { t } = useTranslation();
  return (
    <Field label={t("contribution.front")}>
      {/* biome-ignore lint/a11y/useSemanticElements: the field names the group */}
      <div className="check-row-flow" lang={language} role="group" aria-label={t("contribution.front")}>
        {frontParts.map((part) => (
          <Checkbox
            key={part}
            label={contributionWords(language).front[part]}
            checked={front.includes(part)}
            onChange={(_event, { checked }) => props.onChange((before) => withPart(before, part, checked === true))}
            data-testid={`contribution-front-${part}`}
          />
        ))}
      </div>
    </Field>
  );
}
