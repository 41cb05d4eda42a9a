/**
 * What a meeting decides about the provisions of a compilation: take what somebody proposes, keep the base,
 * put the alternatives in square brackets, come back later. Decisions are a list that only grows, each with
 * who and when; the last word about a provision counts.
 */
import type { Compilation, CompiledOption, CompiledRow } from "./compilation-types";

export type Choice = "take" | "all" | "base" | "brackets" | "reserve" | "open";

export interface Decision {
  /** What is decided about, as `rowName` says; several for a decision in bulk. */
  rows: string[];
  choice: Choice;
  /** Whose proposals are taken, for `take`. */
  sources: string[];
  /** Who decided, and when (ISO 8601). */
  by: string;
  at: string;
}

/** How a provision stands: what its text is to be, and whether the meeting comes back to it. */
export interface Standing {
  decision: Decision;
  reserved: boolean;
}

/** Names a row for decisions: the same name as long as base and drafts are the same, whatever other drafts come. */
export function rowName({ key, base, options }: CompiledRow): string {
  const first = options[0];
  return base || !first ? key : nameOf(first.owner, first.order.get(first.owner) as number);
}

function nameOf(source: string, place: number): string {
  return `+${place} ${source}`;
}

/** How the rows of a compilation stand after decisions; a row that nobody spoke of is left out. */
export function standings(compilation: Compilation, decisions: readonly Decision[]): Map<CompiledRow, Standing> {
  const rows = rowsByName(compilation);
  const standing = new Map<CompiledRow, Standing>();
  for (const decision of decisions) {
    for (const name of decision.rows) {
      const row = rows.get(name);
      if (!row) continue;
      if (decision.choice === "open") standing.delete(row);
      else if (decision.choice !== "reserve") standing.set(row, { decision, reserved: false });
      // What is reserved keeps the text that it had.
      else standing.set(row, { decision: standing.get(row)?.decision ?? decision, reserved: true });
    }
  }
  return standing;
}

/** Every word that was said about each row, the first one first. */
export function wordsAbout(compilation: Compilation, decisions: readonly Decision[]): Map<CompiledRow, Decision[]> {
  const rows = rowsByName(compilation);
  const words = new Map<CompiledRow, Decision[]>();
  for (const decision of decisions) {
    for (const row of new Set(decision.rows.flatMap((name) => rows.get(name) ?? []))) {
      words.set(row, [...(words.get(row) ?? []), decision]);
    }
  }
  return words;
}

function rowsByName(compilation: Compilation): Map<string, CompiledRow> {
  const rows = new Map<string, CompiledRow>();
  for (const row of compilation.rows) {
    rows.set(row.key, row);
    if (row.base) continue;
    for (const { order } of row.options) for (const [source, place] of order) rows.set(nameOf(source, place), row);
  }
  return rows;
}

/** The options that a decision takes. */
export function takenOptions({ options }: CompiledRow, { choice, sources }: Decision): readonly CompiledOption[] {
  if (choice === "all") return options;
  return choice === "take" ? options.filter((option) => option.sources.some((each) => sources.includes(each))) : [];
}

/** True when labels alone differ: they follow from what is decided around them, and nobody need decide on them. */
export function followsByItself({ options }: CompiledRow): boolean {
  return options.every(({ provision }) => provision.status === "relabelled" || provision.status === "frame");
}

/** The rows about which a meeting has something to decide. */
export function rowsToDecide({ rows }: Compilation): CompiledRow[] {
  return rows.filter((row) => row.options.length > 0 && !followsByItself(row));
}

const choices: readonly string[] = ["take", "all", "base", "brackets", "reserve", "open"] satisfies Choice[];

/** Reads decisions from the text that a document carries; what is no decision is left out. */
export function readDecisions(text: string): Decision[] {
  if (text === "") return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isDecision) : [];
  } catch {
    return [];
  }
}

/** Decisions as the text that a document carries. */
export function writeDecisions(decisions: readonly Decision[]): string {
  return decisions.length === 0 ? "" : JSON.stringify(decisions);
}

function isDecision(value: unknown): value is Decision {
  if (typeof value !== "object" || value === null) return false;
  const { rows, choice, sources, by, at } = value as Record<string, unknown>;
  const areNames = (list: unknown) => Array.isArray(list) && list.every((name) => typeof name === "string");
  return (
    areNames(rows) &&
    areNames(sources) &&
    choices.includes(choice as string) &&
    typeof by === "string" &&
    typeof at === "string"
  );
}
