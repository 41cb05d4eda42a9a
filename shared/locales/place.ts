/**
 * A place in the text as a drafter says it: the path of a block, `resolves`, `2`, `–2`, becomes `resolves 2, second
 * dash`. Calls and labels are shown as the document has them; only what carries no label of its own is put in words.
 */
import { unorderedStep } from "../model/unordered-step";

/** What words a key of the catalogue, whoever holds it. */
export type Wording = (key: string, values: Record<string, string | number>) => string;

/** Words the path of a block; empty when it has none. */
export function placeOf(wording: Wording, path: readonly string[]): string {
  return path.reduce((place, step) => {
    const unordered = unorderedStep(step);
    const said = unordered ? wordUnordered(wording, unordered) : step;
    if (place === "") return said;
    return unordered ? wording("place.below", { place, step: said }) : `${place} ${said}`;
  }, "");
}

function wordUnordered(wording: Wording, { sign, number }: { sign: "dash" | "bullet"; number: number }): string {
  const ordinals = wording(`place.${sign}Ordinals`, {}).split("|");
  return ordinals[number - 1] ?? wording(`place.${sign}`, { number });
}
