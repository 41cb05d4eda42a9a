/** The same cases before LibreOffice: it accepts and rejects each kind of change to the same words, but for what it does not see. */
import { expect, test } from "vitest";
import { revisionCases } from "../support/revision-cases";
import { wordPackage } from "../support/word-package";
import { judgeForeignBytes } from "./lines";
import { texts } from "./office";

/** Words alone: labels, looks and objects are drawn in each program's own way. */
const words = (lines: readonly string[]) =>
  lines
    .map((line) =>
      line
        .replace(/^\{[^}]*\}/, "")
        .replace(/<\w+:([^>]*)>/g, "$1")
        .replace(/[*_]/g, "")
        .replace(/[\t\n/]/g, " ")
        .trim(),
    )
    .filter(Boolean);

test("LibreOffice accepts and rejects every kind of change to the same words", { timeout: 300_000 }, async () => {
  const files = revisionCases.map(({ name, body, numbering, styles }): [string, Uint8Array] => [
    name,
    wordPackage(body, { ...(numbering ? { numbering } : {}), ...(styles ? { styles } : {}) }),
  ]);
  const verdicts = await judgeForeignBytes(new Map(files));
  const found = revisionCases.map(({ name, base, current, blind }) => {
    const verdict = verdicts.get(name);
    const theirs = [words(texts(verdict?.rejected ?? [])), words(texts(verdict?.accepted ?? []))];
    const ours = [words(base), words(current)];
    // A blind spot that is none any more is told as well.
    const same = JSON.stringify(theirs) === JSON.stringify(ours);
    return same === (blind === undefined) ? null : { name, theirs, ours, blind };
  });
  expect(found.filter(Boolean)).toEqual([]);
  expect(revisionCases.filter(({ blind }) => !blind).length).toBeGreaterThan(25);
});
