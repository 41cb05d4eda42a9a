/**
 * Whether a paragraph that looks like a call is one. A bare verb or the Call style settles it; a verb with
 * an addressee needs a finished clause above and an item or a complete paragraph below, so that neither "… au point 2
 * du charge le Directeur" nor a sentence that begins with a verb opens a section.
 */
import { type Call, readCall } from "./call";
import { endsClause } from "./headings";
import type { LanguageData } from "./languages/language-data";
import type { Line } from "./lines";

/**
 * `resolution`: under a head or in a section whose last clause is finished; `unfinished`: in a section whose last
 * clause is not; `structured`: in numbered body text or an annex; `cell`: in a table cell without a call so far; `outside`: before any resolution; `none`: in reasons.
 */
export type CallContext = "resolution" | "unfinished" | "structured" | "cell" | "outside" | "none";

/** A call, or null; the part is null when only the style says that it is one. */
export function opensSection(
  line: Line,
  next: Line | null,
  data: LanguageData,
  context: CallContext,
): { part: Call["part"] | null; bare: boolean } | null {
  if (context === "none" || line.label) return null;
  const call = readCall(line.text, data);
  if (line.style?.role === "call") return { part: call?.part ?? null, bare: call?.bare ?? false };
  if (!call || (line.style?.role && !line.style.outlined) || !next) return null;
  const listed = next.label !== null && !next.label.loose;
  if (call.bare) return listed || (context !== "structured" && context !== "outside") ? call : null;
  if (context === "structured" || context === "outside") return null;
  if (context === "cell") return listed ? call : null;
  if (context === "unfinished") return listed && /^[\p{L}\d]/u.test(next.label?.label.trim() ?? "") ? call : null;
  // What follows must be an item or a clause of its own, not another call.
  const followed = listed || (endsClause(next.text) && readCall(next.text, data) === null);
  return followed ? call : null;
}
