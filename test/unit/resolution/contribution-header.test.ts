import { describe, expect, test } from "vitest";
import type { Language } from "../../../shared/model/document";
import { conferences } from "../../../shared/resolution/conferences";
import {
  type ContributionHeader,
  conferenceLine,
  documentStem,
  emptyHeader,
  enactingOf,
  headerLines,
  headerRoleOf,
  readHeader,
} from "../../../shared/resolution/contribution-header";
import { isEnacting, readFrontLabel } from "../../../shared/resolution/headings";
import { contributionWords, frontLabel, frontParts } from "../../../shared/resolution/languages/contribution-words";
import { languageData } from "../../../shared/resolution/languages/languages";
import { readNumberLine } from "../../../shared/resolution/number-line";
import { blocksOf } from "../../../shared/schema/blocks";
import { documentFromText } from "../../support/read-document";

const languages: Language[] = ["ar", "zh", "en", "fr", "ru", "es"];
const wtdc17 = conferences.find(({ body, year }) => body === "WTDC" && year === 2017)!;

function header(language: Language): ContributionHeader {
  return {
    ...emptyHeader,
    conference: conferenceLine(wtdc17, language),
    conferenceDates: "Buenos Aires, 2017",
    meeting: contributionWords(language).meeting,
    document: "22",
    addendum: "12",
    date: "4.9.2017",
    original: "en",
    source: "APT",
    title: "A title",
    agendaItem: "4",
  };
}

describe.each(languages)("a header block in %s", (language) => {
  test("is read back from its lines as it was filled in", () => {
    const filled = header(language);
    expect(readHeader(headerLines(filled, language), language)).toEqual(filled);
    const revised = { ...filled, revision: "2", addendum: "" };
    expect(readHeader(headerLines(revised, language), language)).toEqual(revised);
    const both = { ...filled, revision: "1" };
    expect(readHeader(headerLines(both, language), language)).toEqual(both);
    const plain = { ...filled, addendum: "" };
    expect(readHeader(headerLines(plain, language), language)).toEqual(plain);
  });

  test("has lines that are known by their words", () => {
    const roles = headerLines(header(language), language).map(({ text }) => headerRoleOf(text, language));
    expect(roles).toEqual([
      "conference",
      null,
      "meeting",
      "documentNumber",
      null,
      "originalLanguage",
      null,
      null,
      "agendaItem",
    ]);
  });

  test("is recognised whole in a plain text, proposers and title by their place", () => {
    const lines = headerLines(header(language), language);
    const [label] = languageData(language).frontLabels;
    const doc = documentFromText([...lines.map(({ text }) => text), `${label}:`, "x y z."].join("\n"));
    const blocks = blocksOf(doc).map(({ node }) => ({ role: node.attrs.role, text: node.textContent }));
    expect(blocks.slice(0, lines.length)).toEqual(lines);
    expect(blocks[lines.length]).toMatchObject({ role: "frontLabel" });
    // Without a title, what follows the proposers at once is what it says it is.
    const untitled = lines.filter(({ role }) => role !== "documentTitle" && role !== "agendaItem");
    const short = documentFromText([...untitled.map(({ text }) => text), `${label}:`, "x y z."].join("\n"));
    expect(blocksOf(short)[untitled.length]!.node.attrs.role).toBe("frontLabel");
  });

  test("leads to an enacting formula, number line and labels that recognition knows", () => {
    const data = languageData(language);
    const words = contributionWords(language);
    for (const conference of conferences) {
      const named = { ...header(language), conference: conferenceLine(conference, language) };
      expect(isEnacting(enactingOf(named, language)!, data)).toBe(true);
    }
    expect(readNumberLine(words.newNumber.replace("{tag}", "ACP-2"), data)).toMatchObject({ draft: true });
    for (const part of frontParts) expect(readFrontLabel(frontLabel(part, language), data)).not.toBeNull();
  });
});

test("a line of an unknown form is handed back whole", () => {
  const lines = headerLines({ ...emptyHeader, document: "Document TD 12 of the ad hoc group" }, "en");
  expect(lines).toEqual([{ role: "documentNumber", text: "Document TD 12 of the ad hoc group" }]);
  expect(readHeader(lines, "en").document).toBe("Document TD 12 of the ad hoc group");
});

test("the stem of identifiers follows the document's number", () => {
  expect(documentStem(header("fr"))).toBe("22A12");
  expect(documentStem({ ...header("fr"), revision: "1" })).toBe("22R1A12");
  expect(documentStem({ ...emptyHeader, document: "XX" })).toBe("XX");
  expect(documentStem({ ...emptyHeader, document: "the second" })).toBe("");
});

test("the formula of seed 002's conference", () => {
  expect(enactingOf({ ...header("fr"), conferenceDates: "Buenos Aires, 9-20 octobre 2017" }, "fr")).toBe(
    "La Conférence mondiale de développement des télécommunications (Buenos Aires, 2017),",
  );
});
