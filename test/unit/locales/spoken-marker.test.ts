import { expect, test } from "vitest";
import { markers } from "../../../shared/editing/proposal-commands";
import { spokenMarker } from "../../../shared/locales/spoken-marker";
import { catalogues, translator } from "../../../shared/locales/translator";
import type { Language } from "../../../shared/model/document";

test.each(Object.keys(catalogues) as Language[])("%s words every marker, each its own way", (language) => {
  const spoken = markers.map((marker) => spokenMarker(translator(language), marker));
  expect(new Set(spoken).size).toBe(markers.length);
  expect(spoken.filter((words) => words.includes("-underlined"))).toEqual([]);
  expect(spokenMarker(translator(language), "MOD")).toBe("MOD");
});
