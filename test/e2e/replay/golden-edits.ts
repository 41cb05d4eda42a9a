/**
 * Turns a marked text (CriticMarkup, one line per block) into what a person does to the base to get the revised
 * text: change words inside a block, suppress a block, add a block. Labels are left out, because the label policy
 * recomputes them; every line keeps its place in the marked text, so that edits can be made in any order.
 */
import { type CriticToken, readCriticMarkup } from "../../../shared/text/critic-markup";

export interface WordChange {
  /** Offset in the base's text of the block. */
  at: number;
  remove: number;
  insert: string;
}

export type LineEdit =
  | { kind: "change"; line: number; changes: WordChange[] }
  | { kind: "suppress"; line: number }
  | { kind: "add"; line: number; text: string };

export interface Replay {
  /** The text of each line in the base without its label; null where the base has no such line. */
  base: (string | null)[];
  /** The same in the revised text. */
  revised: (string | null)[];
  edits: LineEdit[];
}

/** Reads a marked text; throws when its marks are not well formed. */
export function replayOf(marked: string): Replay {
  const replay: Replay = { base: [], revised: [], edits: [] };
  const lines = marked.split("\n").filter((line) => line !== "");
  for (const [line, text] of lines.entries()) {
    const tokens = withoutLabel(readTokens(text));
    const before = side(tokens, "-");
    const after = side(tokens, "+");
    const wholly = (op: CriticToken["op"]) => tokens.every((token) => token.op === op);
    replay.base.push(wholly("+") ? null : before);
    replay.revised.push(wholly("-") ? null : after);
    if (wholly("-")) replay.edits.push({ kind: "suppress", line });
    else if (wholly("+")) replay.edits.push({ kind: "add", line, text: after });
    else if (before !== after) replay.edits.push({ kind: "change", line, changes: changesOf(tokens) });
  }
  return replay;
}

function readTokens(text: string): CriticToken[] {
  const read = readCriticMarkup(text);
  if (!read.ok) throw new Error(`Not well marked: ${text}`);
  return read.value.filter((token) => token.text !== "");
}

const side = (tokens: CriticToken[], op: "+" | "-") =>
  tokens.map((token) => (token.op === "=" || token.op === op ? token.text : "")).join("");

/** Drops everything up to the first tab, which ends the label. */
function withoutLabel(tokens: CriticToken[]): CriticToken[] {
  const at = tokens.findIndex((token) => token.text.includes("\t"));
  if (at < 0) return tokens;
  const { op, text } = tokens[at] as CriticToken;
  return [{ op, text: text.slice(text.indexOf("\t") + 1) }, ...tokens.slice(at + 1)].filter(
    (token) => token.text !== "",
  );
}

function changesOf(tokens: CriticToken[]): WordChange[] {
  const changes: WordChange[] = [];
  let at = 0;
  let open: WordChange | null = null;
  for (const { op, text } of tokens) {
    if (op === "=") {
      at += text.length;
      open = null;
      continue;
    }
    if (!open) {
      open = { at, remove: 0, insert: "" };
      changes.push(open);
    }
    if (op === "+") open.insert += text;
    else {
      open.remove += text.length;
      at += text.length;
    }
  }
  return changes;
}
