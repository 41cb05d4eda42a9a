import { expect, test } from "vitest";
import { joined } from "../../../shared/locales/joined";
import { translator } from "../../../shared/locales/translator";

test.each([
  ["en", "MOD · Res. 7", "considering: Call", "Other (3)"],
  ["zh", "MOD · Res. 7", "considering：Call", "Other（3）"],
  ["ar", "MOD،\u200F Res. 7", "considering:\u200F Call", "Other (3)"],
] as const)("%s joins with its own signs", (language, facts, explained, bracketed) => {
  const t = translator(language);
  expect(joined(t, "facts", ["", "MOD", undefined, "Res. 7"])).toBe(facts);
  expect(joined(t, "explained", ["considering", "Call"])).toBe(explained);
  expect(joined(t, "bracketed", ["Other", 3])).toBe(bracketed);
});

test("what is alone has no sign beside it, and nothing gives nothing", () => {
  const t = translator("en");
  expect(joined(t, "named", ["", "Title"])).toBe("Title");
  expect(joined(t, "named", [])).toBe("");
});

test("words that look like a place in a sentence stay words", () => {
  expect(joined(translator("en"), "explained", ["{{other}}", "$t(app.name)"])).toBe("{{other}}: $t(app.name)");
});
