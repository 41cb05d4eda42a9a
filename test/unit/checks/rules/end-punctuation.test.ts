import { expect, it } from "vitest";
import { findingsOf, found, repaired } from "../../../support/findings";
import { resolution } from "../../../support/resolution-builder";

const rule = "endPunctuation";
const textWith = (lines: string, language = "fr") => resolution(`L'Assemblée,\n${lines}`, language);

it.each([
  ["fr", "notant\na)\tun.\nb)\tdeux,\ndécide\n1\tun;\n2\tdeux.", "semicolon: .", "un;deux,"],
  ["fr", "notant\na)\tun\nb)\tdeux,\ndécide\n1\tun;\n2\tdeux.", "semicolonMissing: n", "un;deux,"],
  ["fr", "notant\na)\tun;\nb)\tdeux;\ndécide\n1\tun;\n2\tdeux.", "comma: ;", "un;deux,"],
  ["fr", "notant\na)\tun;\nb)\tdeux,\ndécide\n1\tun;\n2\tdeux,", "fullStop: ,", "un;deux."],
  ["fr", "notant\na)\tun;\n  i)\tdeux;\n  ii)\ttrois,\ndécide\n1\tun;\n2\tdeux.", "colon: ;", "un:deux;"],
  ["zh", "注意到\na)\t一；\nb)\t二，\n决定\n1\t三；\n2\t四，", "fullStop: ，", "四。"],
])("%s: %s", (language, lines, words, after) => {
  const doc = textWith(lines, language);
  expect(found(rule, doc)).toEqual([`check.${rule}-${words}`]);
  expect(repaired(rule, doc).textContent).toContain(after);
});

it.each([
  ["; or", "notant\na)\tun:\n  i)\tdeux; ou\n  ii)\ttrois; et\n  iii)\tquatre,\ndécide\n1\tun;\n2\tdeux."],
  ["etc.", "notant\na)\tl'agriculture, etc.;\nb)\tdeux,\ndécide\n1\tun;\n2\tdeux, etc."],
  ["a note behind the mark", "notant\na)\tun;[^1] \nb)\tdeux,\ndécide\n1\tun;\n2\tdeux."],
  ["a colon in place", "notant\na)\tce qui suit:\nb)\tdeux,\ndécide\n1\tun;\n2\tdeux."],
])("leaves %s alone", (_what, lines) => expect(found(rule, textWith(lines))).toEqual([]));

it("only suggests where the marks were not read in real texts", () => {
  const [finding] = findingsOf(rule, textWith("إذ تذكر\nأ )\tأن.\nب)\tأن،\nتقرر\n1\tأن؛\n2\tأن.", "ar"));
  expect(finding).toMatchObject({ strength: "suggestion", values: { mark: "؛" } });
});
