/** Which rows of a compilation are worth showing. */
import type { Compilation, CompiledRow } from "../redline/compilation-types";

/** The rows that somebody changes, or that something is to be told of, with the calls above them. */
export function rowsToCompile(
  { rows }: Compilation,
  isTold: (row: CompiledRow) => boolean = () => false,
): CompiledRow[] {
  const kept: CompiledRow[] = [];
  let call: CompiledRow | null = null;
  for (const row of rows) {
    if (row.base?.node.type.name === "call") call = row;
    else if (row.base && !row.base.containers.includes("section")) call = null;
    if (row.agreement === "none" && !isTold(row)) continue;
    if (call && call !== row && call.agreement === "none" && !kept.includes(call)) kept.push(call);
    kept.push(row);
  }
  return kept;
}
