/**
 * First pages that a table lays out, in six languages: the header block is the one that our own lines would give, whatever
 * styles its cells have, and the form changes it in place.
 */
import { EditorState } from "prosemirror-state";
import { describe, expect, test } from "vitest";
import { openBase } from "../../../shared/draft/open";
import { setContributionHeader } from "../../../shared/editing/contribution-form";
import { headerOf } from "../../../shared/editing/header-block";
import type { Language } from "../../../shared/model/document";
import { conferences } from "../../../shared/resolution/conferences";
import {
  type ContributionHeader,
  conferenceLine,
  emptyHeader,
  type HeaderRole,
  headerLines,
} from "../../../shared/resolution/contribution-header";
import { contributionWords } from "../../../shared/resolution/languages/contribution-words";
import { type Cell, conferenceFile, type Entry } from "../../support/conference-files";
import { parallelRoles, parallelTexts, typedLabel } from "../../support/parallel-versions";

const languages: Language[] = ["ar", "zh", "en", "fr", "ru", "es"];
const wtdc = conferences.find(({ body, year }) => body === "WTDC" && year === 2022)!;

function header(language: Language, addendum: string): ContributionHeader {
  return {
    ...emptyHeader,
    conference: conferenceLine(wtdc, language),
    conferenceDates: "Kigali, 6–16.6.2022",
    meeting: contributionWords(language).meeting,
    document: "22",
    addendum,
    date: "4.5.2022",
    original: "fr",
    source: parallelTexts[language][2]!,
    title: parallelTexts[language][10]!.replace(/[:：]$/u, ""),
    agendaItem: "3.1",
  };
}

const officialStyles: Partial<Record<HeaderRole, string>> = {
  meeting: "Committee",
  documentNumber: "docnoted",
  documentDate: "docnoted",
  originalLanguage: "docnoted",
  source: "Source",
  documentTitle: "Title 1",
  agendaItem: "Agenda_item",
};

/** The first page: conference with place and dates in one cell, what names the document in a column, the rest across. */
function firstPage(language: Language, fields: ContributionHeader, styled: boolean): Entry {
  const line = Object.fromEntries(headerLines(fields, language).map(({ role, text }) => [role, text])) as Record<
    HeaderRole,
    string
  >;
  const cell = (role: HeaderRole, text = line[role], span?: number): Cell => ({
    ...(span ? { span } : {}),
    entries: [[(styled && officialStyles[role]) || "Normal", text]],
  });
  const nothing: Cell = { entries: [["Normal", ""]] };
  // Before the document a line break, as on the first pages of addenda.
  const named = line.documentNumber.replace(/ (?=\S*\p{L}\S* 22-)/u, "\n");
  return {
    table: [
      [cell("conference", `${line.conference}\n${line.conferenceDates}`), nothing],
      [cell("meeting"), cell("documentNumber", named)],
      [nothing, cell("documentDate")],
      [nothing, cell("originalLanguage")],
      [cell("source", line.source, 3)],
      [cell("documentTitle", line.documentTitle, 3)],
      [cell("agendaItem", line.agendaItem, 3)],
    ],
  };
}

function opened(language: Language, cover: Entry) {
  const body = parallelRoles.map((role, index): Entry => {
    const label = typedLabel(role, language);
    return ["Normal", (label === "" ? "" : `${label}\t`) + parallelTexts[language][index]!];
  });
  const file = conferenceFile({ entries: [cover, ["Normal", ""], ...body], rightToLeft: language === "ar" });
  const read = openBase(file, "file.docx");
  if (!read.ok) throw new Error(read.error.code);
  return read.value.doc;
}

describe.each(languages)("%s", (language) => {
  test.each([
    ["styled", "12"],
    ["unstyled", "12"],
    ["unstyled", ""],
    ["styled", "21A1"],
    ["unstyled", "21R1"],
  ])("a %s first page, addendum %j", (look, addendum) => {
    const fields = header(language, addendum);
    const doc = opened(language, firstPage(language, fields, look === "styled"));
    expect(headerOf(doc)).toEqual(fields);
    expect(doc.children.filter(({ type }) => type.name === "proposal").length).toBe(1);
  });

  test("the form changes its fields where they stand", () => {
    const fields = header(language, "12");
    const before = EditorState.create({ doc: opened(language, firstPage(language, fields, false)) });
    const changed = { ...fields, conferenceDates: "Baku, 2029", source: "ACP", agendaItem: "", addendum: "" };
    const { tr } = before;
    setContributionHeader(changed, "")(tr);
    expect(headerOf(tr.doc)).toEqual(changed);
    tr.doc.check();
    const cells = (doc: typeof tr.doc) => doc.firstChild!.children.map((row) => row.childCount);
    expect(cells(tr.doc)).toEqual(cells(before.doc));
  });

  test("fields with their names in cells beside them", () => {
    const { fields } = contributionWords(language);
    const row = (name: string, text: string): Cell[] => [
      { entries: [["Normal", `${name}:`]] },
      { entries: [["Normal", text]] },
    ];
    const doc = opened(language, {
      table: [
        row(fields.source[0]!, "A. Delegate"),
        row(fields.documentTitle[0]!, "1.2.3"),
        [{ span: 3, entries: [["Normal", `${fields.documentDate[0]!}:\t4.5.2022`]] }],
      ],
    });
    expect(headerOf(doc)).toMatchObject({ source: "A. Delegate", title: "1.2.3", date: "4.5.2022" });
  });
});
