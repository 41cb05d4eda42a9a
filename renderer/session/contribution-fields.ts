/**
 * What the form of a contribution holds when it opens, when the language of its document changes, and what is wrong with
 * it. What the program wrote into it follows the language; what somebody typed stays.
 */
import type { ContributionForm } from "../../shared/editing/contribution-form";
import { headerOf } from "../../shared/editing/header-block";
import { longDate } from "../../shared/locales/long-date";
import type { Language } from "../../shared/model/document";
import { conferences } from "../../shared/resolution/conferences";
import { conferenceLine, conferencePlace, emptyHeader } from "../../shared/resolution/contribution-header";
import { contributionWords, type FrontPart, frontParts } from "../../shared/resolution/languages/contribution-words";
import type { Session } from "./session";

/** The form as it opens: that of the open document, or one to begin with. */
export function firstForm(session: Session, editing: boolean): ContributionForm {
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
export function inLanguage(form: ContributionForm, language: Language): ContributionForm {
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

/** The same form with a part of the front matter, or without it. */
export function withPart(form: ContributionForm, part: FrontPart, wanted: boolean): ContributionForm {
  return { ...form, front: frontParts.filter((each) => (each === part ? wanted : form.front.includes(each))) };
}

/** The names of the fields that cannot stand as they are. */
export function problemsOf({ header, proposer }: ContributionForm): Set<string> {
  const problems = new Set<string>();
  if (proposer !== "" && !/^[A-Z]{1,6}(?:\/[A-Z]{1,6})*$/u.test(proposer)) problems.add("proposer");
  if (header.document !== "" && !/^(?:\d{1,4}|X{1,3})$/u.test(header.document.trim())) problems.add("document");
  if (!/^\d{0,3}$/u.test(header.revision)) problems.add("revision");
  if (!/^(?:\d{1,3}(?:[AR]\d{1,3})?)?$/u.test(header.addendum)) problems.add("addendum");
  return problems;
}

/** The present day as documents of the language write it. */
function today(language: Language): string {
  return longDate(new Date(), language);
}
