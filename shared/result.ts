/**
 * The outcome of work that may fail for reasons a user can understand.
 * A reader or writer returns a Result; it throws only for a programming error.
 * Messages are data (a code and its values): the interface words them in the user's language,
 * `shared/locales` holds the English wording used by the command line.
 */

export type Severity = "error" | "warning" | "information";

export interface Message {
  severity: Severity;
  /** A stable code such as `text.not-text`; each code has a sentence in every catalogue. */
  code: string;
  /** What the sentence names: a file, a line, a provision, a count. */
  values?: Record<string, string | number>;
  /** Where in the source: a 1-based line of a text, a part of a package, a provision's path. */
  where?: { line?: number; part?: string; provision?: string };
}

export type Result<T> =
  | { ok: true; value: T; messages: Message[] }
  | { ok: false; error: Message; messages: Message[] };

/** Wraps a value, with what the user should know about it. */
export function success<T>(value: T, messages: Message[] = []): Result<T> {
  return { ok: true, value, messages };
}

/** Wraps the one sentence that says why there is no value. */
export function failure<T>(
  code: string,
  values?: Message["values"],
  where?: Message["where"],
  messages: Message[] = [],
): Result<T> {
  const error: Message = { severity: "error", code };
  if (values) error.values = values;
  if (where) error.where = where;
  return { ok: false, error, messages };
}
