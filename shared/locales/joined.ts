/**
 * What stands beside one another without a sentence: a number and its title, the facts about a proposal, a word and
 * what it says. The sign between them is that of the reader's language and stands in the catalogues.
 */
import { localeOf } from "./languages";
import type { Wording } from "./place";

/** How two things stand beside one another: keys of `join` in the catalogues. */
export type Join = "named" | "facts" | "also" | "explained" | "bracketed";

/** Joins what there is of some parts. */
export function joined(wording: Wording, how: Join, parts: readonly (string | number | undefined)[]): string {
  return parts
    .map((part) => String(part ?? ""))
    .reduce((one, other) => {
      return one === "" || other === "" ? one + other : wording(`join.${how}`, { one, other });
    }, "");
}

/** Lists what belongs together, `Brazil, Kenya and Samoa`. */
export function listed(language: string, parts: readonly string[]): string {
  return new Intl.ListFormat(localeOf(language)).format(parts);
}
