/**
 * CriticMarkup to tokens and back: `{--deleted--}{++inserted++}` in plain text. Writing then reading
 * gives the same tokens, whatever the texts hold, because the writer puts a backslash before whatever
 * the reader would take for markup. A substitution `{~~old~>new~~}` is read as a deletion and an insertion;
 * highlights and comments are not changes, so their marks stay in the text as they stand.
 */
import { failure, type Result, success } from "../result";

export interface CriticToken {
  /** `=` in both texts, `-` in the old one only, `+` in the new one only. */
  op: "=" | "+" | "-";
  text: string;
}

const deletion = { open: "{--", close: "--}" };
const insertion = { open: "{++", close: "++}" };
const substitution = { open: "{~~", middle: "~>", close: "~~}" };
const escapable = new Set(["\\", "{", "-", "+", "~"]);

/** Writes tokens; neighbours with the same operation come out as one. */
export function writeCriticMarkup(tokens: readonly CriticToken[]): string {
  return joinTokens(tokens).map(writeToken).join("");
}

/** Reads tokens; fails with the line of a mark that is never closed. */
export function readCriticMarkup(markup: string): Result<CriticToken[]> {
  const tokens: CriticToken[] = [];
  let plain = "";
  let at = 0;
  while (at < markup.length) {
    const mark = [deletion, insertion, substitution].find(({ open }) => markup.startsWith(open, at));
    if (!mark) {
      const step = readCharacter(markup, at);
      plain += step.text;
      at = step.next;
      continue;
    }
    tokens.push({ op: "=", text: plain });
    plain = "";
    const start = at;
    at += mark.open.length;
    if (mark === substitution) {
      const old = readUntil(markup, at, substitution.middle);
      const replacement = old && readUntil(markup, old.next, mark.close);
      if (!replacement) return unclosed(markup, start);
      tokens.push({ op: "-", text: old.text }, { op: "+", text: replacement.text });
      at = replacement.next;
    } else {
      const inside = readUntil(markup, at, mark.close);
      if (!inside) return unclosed(markup, start);
      tokens.push({ op: mark === deletion ? "-" : "+", text: inside.text });
      at = inside.next;
    }
  }
  tokens.push({ op: "=", text: plain });
  return success(joinTokens(tokens));
}

/** Both texts of some markup, and how many changes lie between them. An empty line is no line, as in every text here. */
export function criticToTexts(markup: string): Result<{ base: string; current: string; changes: number }> {
  const tokens = readCriticMarkup(markup);
  if (!tokens.ok) return tokens;
  const base = withoutEmptyLines(rejectedText(tokens.value));
  const current = withoutEmptyLines(acceptedText(tokens.value));
  return success({ base, current, changes: tokens.value.filter(({ op }) => op !== "=").length });
}

function withoutEmptyLines(text: string): string {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => `${line}\n`)
    .join("");
}

/** The old text: what reject-all leaves. */
export function rejectedText(tokens: readonly CriticToken[]): string {
  return tokens.map(({ op, text }) => (op === "+" ? "" : text)).join("");
}

/** The new text: what accept-all leaves. */
export function acceptedText(tokens: readonly CriticToken[]): string {
  return tokens.map(({ op, text }) => (op === "-" ? "" : text)).join("");
}

/** Merges neighbours with the same operation and leaves out empty texts: the form that both directions share. */
export function joinTokens(tokens: readonly CriticToken[]): CriticToken[] {
  const joined: CriticToken[] = [];
  for (const { op, text } of tokens) {
    const last = joined.at(-1);
    if (text === "") continue;
    if (last?.op === op) last.text += text;
    else joined.push({ op, text });
  }
  return joined;
}

function writeToken({ op, text }: CriticToken): string {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replace(/\{(?=--|\+\+|~~)/gu, "\\{")
    // A `{` at the very end would join the mark that follows it.
    .replace(/\{$/u, op === "=" ? "\\{" : "{");
  if (op === "=") return escaped;
  const { open, close } = op === "-" ? deletion : insertion;
  const sign = close.charAt(0);
  // One escaped sign per pair is enough to hide the closing mark, and a sign at the end must not lengthen it.
  const inner = escaped.replaceAll(close, `${sign}\\${sign}}`).replace(/[-+]$/u, "\\$&");
  return open + inner + close;
}

function readCharacter(markup: string, at: number): { text: string; next: number } {
  const here = markup.charAt(at);
  const following = markup.charAt(at + 1);
  if (here === "\\" && escapable.has(following)) return { text: following, next: at + 2 };
  return { text: here, next: at + 1 };
}

function readUntil(markup: string, from: number, close: string): { text: string; next: number } | null {
  let text = "";
  let at = from;
  while (at < markup.length) {
    if (markup.startsWith(close, at)) return { text, next: at + close.length };
    const step = readCharacter(markup, at);
    text += step.text;
    at = step.next;
  }
  return null;
}

function unclosed(markup: string, at: number): Result<never> {
  const line = markup.slice(0, at).split("\n").length;
  return failure("critic.unclosed", { mark: markup.slice(at, at + 3), line }, { line });
}
