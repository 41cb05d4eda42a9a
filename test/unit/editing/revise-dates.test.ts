/** A whole resolution brought to another conference: what is offered, what it becomes, one step of undo. */
import { readFileSync } from "node:fs";
import { undo } from "prosemirror-history";
import { describe, expect, it } from "vitest";
import { check } from "../../../shared/checks/check";
import { exactRedline } from "../../../shared/editing/redline-plugin";
import { adoptingBody, datesToRevise, reviseDates } from "../../../shared/editing/revise-dates";
import type { Language } from "../../../shared/model/document";
import type { Body } from "../../../shared/resolution/conferences";
import { builtInResolutions, readKnownResolutions } from "../../../shared/resolution/known-resolutions";
import type { Occasion } from "../../../shared/resolution/revised-lines";
import { draftOf, run } from "../../support/drafting";
import { documentFromText } from "../../support/read-document";

const text = [
  "RÉSOLUTION 103 (Rév. Hammamet, 2016)",
  "Un titre",
  "(Dubaï, 2012; Hammamet, 2016)",
  "L'Assemblée mondiale de normalisation des télécommunications (Hammamet, 2016),",
  "rappelant",
  "a)\tla Résolution 71 (Rév. Busan, 2014) de la Conférence de plénipotentiaires;",
  "b)\tla Résolution 103 (Rév. Hammamet, 2016), dans sa version en vigueur,",
  "décide",
  "d'agir.",
].join("\n");
const at: Occasion = { body: "WTSA", place: "New Delhi", year: 2024 };
const offered = (doc = documentFromText(text), base = doc, occasion = at) =>
  datesToRevise(doc, base, occasion, builtInResolutions).map(({ kind, before, after }) => [kind, before, after]);

it("offers the head lines, references to itself and cited resolutions, in reading order", () => {
  expect(offered()).toEqual([
    ["number", "RÉSOLUTION 103 (Rév. Hammamet, 2016)", "RÉSOLUTION 103 (Rév. New Delhi, 2024)"],
    ["history", "(Dubaï, 2012; Hammamet, 2016)", "(Dubaï, 2012; Hammamet, 2016; New Delhi, 2024)"],
    [
      "enacting",
      "L'Assemblée mondiale de normalisation des télécommunications (Hammamet, 2016),",
      "L'Assemblée mondiale de normalisation des télécommunications (New Delhi, 2024),",
    ],
    ["cited", "Résolution 71 (Rév. Busan, 2014)", "Résolution 71 (Rév. Bucarest, 2022)"],
    ["self", "Résolution 103 (Rév. Hammamet, 2016)", "Résolution 103 (Rév. New Delhi, 2024)"],
  ]);
});

it("makes tracked edits in one step, which agree with each other, and undo takes them back", () => {
  const base = documentFromText(text);
  const before = draftOf(base);
  const edits = datesToRevise(base, base, at, builtInResolutions);
  const after = run(before, reviseDates(edits));
  expect(check(after.doc).filter(({ rule }) => rule === "dates" || rule === "citedRevisions")).toEqual([]);
  expect(exactRedline(after)!.counts.modified).toBe(5);
  expect(offered(after.doc, base)).toEqual([]);
  expect(run(after, undo).doc.eq(base)).toBe(true);
});

it("a second choice replaces the first one", () => {
  const base = documentFromText(text);
  const once = run(draftOf(base), reviseDates(datesToRevise(base, base, at, [])));
  const other: Occasion = { body: "WTSA", place: "Genève", year: 2028 };
  const twice = run(once, reviseDates(datesToRevise(once.doc, base, other, [])));
  const direct = run(draftOf(base), reviseDates(datesToRevise(base, base, other, [])));
  expect(twice.doc.textContent).toBe(direct.doc.textContent);
});

describe.each(["ar", "zh", "en", "fr", "ru", "es"] as Language[])("the sample in %s", (language) => {
  const sample = readFileSync(
    new URL(`../../../resources/samples/resolution-${language}.txt`, import.meta.url),
    "utf8",
  );
  const bodies: Record<Language, Body> = { ar: "WTSA", zh: "WTSA", en: "WTDC", fr: "WTSA", ru: "WTSA", es: "WTSA" };

  it("knows its body and is revised without a new finding", () => {
    const doc = documentFromText(sample);
    expect(adoptingBody(doc)).toBe(bodies[language]);
    const occasion = { body: bodies[language], place: language === "zh" ? "日内瓦" : "Genève", year: 2034 };
    const edits = datesToRevise(doc, doc, occasion, readKnownResolutions("").known);
    expect(edits.map(({ kind }) => kind).filter((kind) => kind !== "self")).toEqual(["number", "history", "enacting"]);
    const after = run(draftOf(doc), reviseDates(edits)).doc;
    expect(after.attrs.language).toBe(language);
    expect(check(after).filter(({ rule }) => rule !== "conferences")).toEqual([]);
    expect(edits.some(({ kind }) => kind === "self")).toBe(true);
  });
});

it("a body that the formula does not name is unknown", () => {
  expect(
    adoptingBody(documentFromText(text.replace("L'Assemblée mondiale de normalisation", "Le Conseil de"))),
  ).toBeNull();
});
