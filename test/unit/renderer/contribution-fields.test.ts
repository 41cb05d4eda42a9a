/** The form of a contribution: what follows the language of its document, and what cannot stand. */
import { expect, test } from "vitest";
import { firstForm, inLanguage, problemsOf, withPart } from "../../../renderer/session/contribution-fields";
import { createSession } from "../../../renderer/session/session";
import { conferences } from "../../../shared/resolution/conferences";
import { conferenceLine, conferencePlace } from "../../../shared/resolution/contribution-header";
import { contributionWords } from "../../../shared/resolution/languages/contribution-words";
import { fakeHost } from "../../support/fake-host";

const fresh = () => firstForm(createSession(fakeHost()), false);

test("what the program wrote follows the language, what was typed stays", () => {
  const form = inLanguage(fresh(), "en");
  const known = conferences[0]!;
  const header = { ...form.header, conference: conferenceLine(known, "en"), title: "Proposals", source: "Freedonia" };
  const russian = inLanguage({ ...form, header }, "ru");
  expect(russian.header).toMatchObject({
    conference: conferenceLine(known, "ru"),
    conferenceDates: conferencePlace(known, "ru"),
    meeting: contributionWords("ru").meeting,
    original: "ru",
    title: "Proposals",
    source: "Freedonia",
  });
  expect(russian.header.date).not.toBe(form.header.date);
  const typed = { ...form, header: { ...header, conference: "A meeting", meeting: "Committee 4", date: "1 May" } };
  expect(inLanguage(typed, "fr").header).toMatchObject({
    conference: "A meeting",
    meeting: "Committee 4",
    date: "1 May",
  });
});

test.each([
  [{}, []],
  [{ document: "42", addendum: "3A1", revision: "2" }, []],
  [{ document: "XX" }, []],
  [{ document: "42-E" }, ["document"]],
  [{ addendum: "three" }, ["addendum"]],
  [{ revision: "1.1" }, ["revision"]],
])("%j cannot stand in %j", (header, wrong) => {
  const form = fresh();
  expect([...problemsOf({ ...form, header: { ...form.header, ...header } })]).toEqual(wrong);
});

test("a symbol is Latin capitals, several with a slash between them", () => {
  for (const proposer of ["", "ACP", "AUS/J"]) expect(problemsOf({ ...fresh(), proposer }).size).toBe(0);
  for (const proposer of ["acp", "AUS/", "РСС"])
    expect(problemsOf({ ...fresh(), proposer }).has("proposer")).toBe(true);
});

test("parts of the front matter keep their order", () => {
  const without = withPart(fresh(), "abstract", false);
  expect(without.front).not.toContain("abstract");
  expect(withPart(without, "abstract", true).front).toEqual(fresh().front);
});
