/**
 * Places and years that name no conference: a year in which a known place held none, a body that was not there
 * that year, a place misspelt by a letter. A place that the table does not know at all is not judged.
 */
import {
  conferences as all,
  type Body,
  type Conference,
  conferencesAt,
  newestYear,
  placeName,
  placeNames,
} from "../../resolution/conferences";
import { fold } from "../../resolution/fold";
import { citationsIn, type PlaceAndYear, placesInBrackets } from "../../resolution/places-and-years";
import { textOf } from "../block-text";
import type { BlockRule, Report, Words } from "../rule";

const headLines = new Set(["resolutionNumber", "resolutionReference", "enacting"]);
/** How far behind the bracket the body is named: "de la Conférence de plénipotentiaires". */
const reach = 80;

export const conferences: BlockRule = {
  id: "conferences",
  scope: "block",
  strength: "warning",
  source: "Places and years read in published texts.",
  check(node, words) {
    const text = textOf(node);
    const block: string = node.attrs.id;
    const { language } = words.data;
    if (headLines.has(node.type.name)) {
      const body = node.type.name === "enacting" ? bodyAt(fold(text).slice(0, reach), words) : null;
      return placesInBrackets(text, language).flatMap((read) => judge(read, body, block, words));
    }
    return citationsIn(text, language).flatMap((read) => judge(read, bodyBehind(text, read.end, words), block, words));
  },
};

function judge({ place, placeFrom, year, to }: PlaceAndYear, body: Body | null, block: string, words: Words): Report[] {
  const { language } = words.data;
  const from = placeFrom;
  const values = { place, year };
  if (year > newestYear) return [];
  const known = conferencesAt(place, language);
  if (known === null) {
    const near = placeNames(language).find((name) => isMisspelt(place, name));
    if (!near) return [];
    const end = placeFrom + place.length;
    const fix = [{ kind: "text", block, from, to: end, text: near } as const];
    return [{ block, from, to: end, case: "place", values: { ...values, known: near }, fix }];
  }
  const then = known.filter((conference) => conference.year === year);
  if (then.length === 0) return [{ block, from, to, case: "year", values: { ...values, years: yearsOf(known) } }];
  if (body === null || then.some((conference) => conference.body === body)) return [];
  const held = all.filter((conference) => conference.body === body && conference.year === year)[0];
  const where = held ? placeName(held.place, language) : "–";
  return [{ block, from, to, case: held ? "body" : "noBody", values: { ...values, body, where } }];
}

function bodyBehind(text: string, end: number, { data, drafting }: Words): Body | null {
  // Where no word links a text to what it is of, as in Chinese, the body stands in front of the resolution.
  if (drafting.ofText === "") return null;
  const behind = fold(text.slice(end, end + reach));
  const words = behind.split(" ");
  // "de la présente Conférence", and other words between, name no body of this table.
  if (words.slice(0, 4).some((word) => drafting.present.includes(word))) return null;
  return bodyAt(words.slice(0, 12).join(" "), { data, drafting }, true);
}

/** The body whose name begins within the first words. */
function bodyAt(text: string, { drafting }: Words, near = false): Body | null {
  for (const [body, names] of Object.entries(drafting.bodies) as [Body, string[]][]) {
    for (const name of names) {
      const at = indexOfWord(text, fold(name));
      if (at >= 0 && (!near || /^[\p{L}' ]{0,8}$/u.test(text.slice(0, at)))) return body;
    }
  }
  return null;
}

function indexOfWord(text: string, word: string): number {
  const at = text.indexOf(word);
  if (at < 0) return -1;
  const around = `${text.charAt(at - 1)}${text.charAt(at + word.length)}`;
  return /\p{L}/u.test(around) && !/\p{Script=Han}/u.test(word) ? -1 : at;
}

function yearsOf(known: readonly Conference[]): string {
  return [...new Set(known.map(({ year }) => year))].sort().join(", ");
}

/** True for one letter lost, added or wrong in a name of six letters or more. */
function isMisspelt(given: string, name: string): boolean {
  const [a, b] = [fold(given), fold(name)];
  if (a === b || Math.min(a.length, b.length) < 6 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}
