import { expect, it } from "vitest";
import { found } from "../../../support/findings";
import { resolution } from "../../../support/resolution-builder";

const rule = "acronyms";
const textWith = (lines: string, language = "fr") => resolution(`L'Assemblée,\nnotant\n${lines}`, language);

it("names the first use only", () => {
  expect(found(rule, textWith("a)\tles ODD;\nb)\tles Objectifs (ODD);\nc)\tles ODD."))).toEqual([`check.${rule}: ODD`]);
});

it.each([
  ["fr", "a)\tles Objectifs de développement durable (ODD);\nb)\tles ODD, l'UIT et l'ISO."],
  ["fr", "a)\tl'initiative U4SSC, la CEE-ONU et l'IoT;\nb)\tla Recommandation UIT-T Y.4000."],
  ["ru", "a)\tМСЭ и ИКТ;\nb)\tЦели (ЦУР) и ЦУР."],
  ["zh", "a)\tXYZW；\nb)\t二。"],
])("%s: leaves %s alone", (language, lines) => expect(found(rule, textWith(lines, language))).toEqual([]));
