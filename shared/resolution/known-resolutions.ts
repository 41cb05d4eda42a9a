/**
 * Which revisions of resolutions are known: a body, a number, a place and a year each, as lines that a user can add
 * to, `PP 71 Bucharest 2022`. The built-in lines were read in published texts. From them follows whether a cited
 * revision was followed by another; what the table does not know is not judged.
 */
import type { Language } from "../model/document";
import { type Body, conferencesNamed, placeName } from "./conferences";
import { fold } from "./fold";
import { draftingData } from "./languages/drafting";
import { type Citation, citationsIn } from "./places-and-years";

export interface KnownRevision {
  body: Body;
  number: string;
  /** As the line has it, in whatever language. */
  place: string;
  year: number;
}

const builtIn = `
PP 71 Busan 2014
PP 71 Dubai 2018
PP 71 Bucharest 2022
PP 139 Busan 2014
PP 139 Dubai 2018
PP 177 Dubai 2018
PP 195 Busan 2014
PP 196 Dubai 2018
PP 197 Busan 2014
PP 197 Dubai 2018
PP 200 Busan 2014
PP 200 Dubai 2018
WTSA 44 Geneva 2022
WTSA 54 Geneva 2022
WTSA 98 Hammamet 2016
WTSA 98 Geneva 2022
WTSA 103 New Delhi 2024
WTDC 17 Buenos Aires 2017
WTDC 22 Buenos Aires 2017
WTDC 34 Buenos Aires 2017
WTDC 45 Dubai 2014
WTDC 50 Kigali 2022
WTDC 58 Dubai 2014
WTDC 58 Buenos Aires 2017
WTDC 59 Buenos Aires 2017
WTDC 62 Buenos Aires 2017
WTDC 63 Buenos Aires 2017
WTDC 64 Buenos Aires 2017
WTDC 65 Dubai 2014
WTDC 66 Buenos Aires 2017
WTDC 77 Dubai 2014
WTDC 77 Buenos Aires 2017
WTDC 79 Buenos Aires 2017
WTDC 85 Buenos Aires 2017
WTDC 85 Kigali 2022
RA 66 Geneva 2015
RA 66 Sharm el-Sheikh 2019
`;

const linePattern =
  /^(?<body>PP|WTSA|WTDC|WRC|RA)\s+(?<number>\d{1,4})\s+(?<place>\p{L}[^\d()]{0,40}?)[,،，]?\s+(?<year>(?:19|20)\d{2})$/u;

/** Reads a table; lines that are none are told by their 1-based number. */
export function readKnownResolutions(text: string): { known: KnownRevision[]; wrong: number[] } {
  const known: KnownRevision[] = [];
  const wrong: number[] = [];
  text.split(/\r?\n/u).forEach((line, index) => {
    const groups = linePattern.exec(line.trim())?.groups;
    if (groups) {
      const { body, number, place, year } = groups as { body: Body; number: string; place: string; year: string };
      known.push({ body, number, place, year: Number(year) });
    } else if (line.trim() !== "") wrong.push(index + 1);
  });
  return { known, wrong };
}

/** The revisions that the program knows by itself. */
export const builtInResolutions: readonly KnownRevision[] = readKnownResolutions(builtIn).known;

/** Its place in the language of the text, as far as the place is known. */
export type NewerRevision = KnownRevision;

/** The newest revision of a cited resolution before a year; null when the cited one is the newest, or unknown. */
export function newerRevision(
  citation: Citation,
  language: Language,
  known: readonly KnownRevision[],
  before: number,
): NewerRevision | null {
  const cited = fold(citation.cited);
  if (!new RegExp(draftingData(language).resolution, "u").test(cited)) return null;
  // A number such as 1-8 counts its revisions itself.
  const number = /(?<![-\d])\d+(?![-\d])/u.exec(cited)?.[0];
  const bodies = bodiesOf(citation, known, number);
  if (number === undefined || bodies.length !== 1) return null;
  const newest = known
    .filter((each) => each.body === bodies[0] && each.number === number && each.year < before)
    .sort((a, b) => b.year - a.year)[0];
  if (!newest || newest.year <= citation.year) return null;
  return { ...newest, place: placeIn(newest, language) };
}

/** The cited resolutions of a text that were revised again before a year. */
export function outdatedIn(
  text: string,
  language: Language,
  known: readonly KnownRevision[],
  before: number,
): { citation: Citation; newer: NewerRevision }[] {
  return citationsIn(text, language).flatMap((citation) => {
    const newer = newerRevision(citation, language, known, before);
    return newer ? [{ citation, newer }] : [];
  });
}

/** The body whose conference met there then; of two, the one of which the table knows the resolution. */
function bodiesOf({ place, year }: Citation, known: readonly KnownRevision[], number: string | undefined): Body[] {
  const met = new Set<Body>([
    ...conferencesNamed(place, year).map(({ body }) => body),
    ...known.filter((each) => each.year === year && fold(each.place) === fold(place)).map(({ body }) => body),
  ]);
  const bodies = [...met];
  return bodies.length < 2
    ? bodies
    : bodies.filter((body) => known.some((each) => each.body === body && each.number === number));
}

function placeIn({ place, year, body }: KnownRevision, language: Language): string {
  const conference = conferencesNamed(place, year).find((each) => each.body === body);
  return conference ? placeName(conference.place, language) : place;
}
