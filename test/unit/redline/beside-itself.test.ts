/** A base that is opened is compared with itself; the short way there gives what the long one gives. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { currentText, openAny } from "../../../shared/draft/open";
import { redlineInSteps } from "../../../shared/redline/redline";
import { finish } from "../../../shared/redline/steps";
import { blocksOf } from "../../../shared/schema/blocks";
import { hasSeeds, seedsFolder } from "../../support/real-documents";

const samples = join(__dirname, "..", "..", "..", "resources", "samples");
const folders = [samples, ...(hasSeeds ? [seedsFolder] : [])];
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(txt|docx)$/.test(name))
    .map((name) => ({ name, path: join(folder, name) })),
);

test.each(files)("$name beside itself is as beside a copy", ({ name, path }) => {
  const opened = openAny(new Uint8Array(readFileSync(path)), name);
  if (!opened.ok) throw new Error(opened.error.code);
  const doc = currentText(opened.value);
  const blocks = blocksOf(doc);
  const { language } = doc.attrs;
  expect(blocks.length).toBeGreaterThan(0);
  const beside = (others: typeof blocks) => finish(redlineInSteps(blocks, others, language));
  expect(beside(blocks)).toEqual(beside([...blocks]));
});
