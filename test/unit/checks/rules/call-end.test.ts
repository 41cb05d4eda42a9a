import { expect, it } from "vitest";
import { found, repaired } from "../../../support/findings";
import { resolution } from "../../../support/resolution-builder";

const rule = "callEnd";
const textWith = (call: string, language = "fr") => resolution(`L'Assemblée,\n${call}\na)\tun;\nb)\tdeux.`, language);

it.each([
  ["fr", "charge le Directeur:", ":"],
  ["en", "considering,", ","],
  ["zh", "考虑到：", "："],
])("%s: %s", (language, call, mark) => {
  const doc = textWith(call, language);
  expect(found(rule, doc)).toEqual([`check.${rule}: ${mark}`]);
  expect(repaired(rule, doc).textContent).toContain(`${call.slice(0, -1)}un;`);
});

it.each([
  ["fr", "charge le Directeur "],
  ["ru", "учитывая,"],
])("%s: leaves %s alone", (language, call) => expect(found(rule, textWith(call, language))).toEqual([]));
