/**
 * Which rows of a compilation are worth showing. Those that only say where the others are stay with them: the call of
 * a section, and the number of a resolution where there are several.
 */
import type { Compilation, CompiledRow } from "../redline/compilation-types";

/** The rows that somebody changes, or that something is to be told of, with the calls above them. */
export function rowsToCompile(
  { rows }: Compilation,
  isTold: (row: CompiledRow) => boolean = () => false,
): CompiledRow[] {
  const kept: CompiledRow[] = [];
  const hasSeveral = rows.some(({ base }) => (base?.proposal ?? 0) > 0);
  let number: CompiledRow | null = null;
  let call: CompiledRow | null = null;
  for (const row of rows) {
    if (hasSeveral && row.base?.node.type.name === "resolutionNumber") number = row;
    if (row.base?.node.type.name === "call") call = row;
    else if (row.base && !row.base.containers.includes("section")) call = null;
    if (row.agreement === "none" && !isTold(row)) continue;
    const isOfText = number?.base?.proposal === row.base?.proposal;
    for (const above of [isOfText ? number : null, call]) {
      if (above && above !== row && above.agreement === "none" && !kept.includes(above)) kept.push(above);
    }
    kept.push(row);
  }
  return kept;
}
