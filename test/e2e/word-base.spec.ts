/**
 * A real resolution from Word, edited by hand in ten places and exported into the file that it came from: all other
 * paragraphs and parts keep their bytes, and LibreOffice, where it is installed, finds both texts. Then a file
 * with tracked changes and comments: asked about, opened, and its comments read.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { readDocx } from "../../shared/docx/document-reader";
import type { WordFile } from "../../shared/docx/word-file";
import { ourLines, theirLines } from "../judge/foreign-lines";
import { judge } from "../judge/office";
import { wordPackage } from "../support/word-package";
import { expect, test } from "./app";
import { Hands } from "./replay/hands";

const root = join(__dirname, "../..");
const resolution = join(root, "../shared/corpus/metanorma+mn-samples-itu/reference-docs/T-RES-T.1-2016-MSW-E.docx");
const pictures = join(root, "test/results/pictures");
const words = " duly";

function read(bytes: Uint8Array): WordFile {
  const file = readDocx(bytes);
  if (!file.ok) throw new Error(file.error.code);
  return file.value;
}

function paragraphs(file: WordFile): string[] {
  const part = file.parts.get(file.main)!;
  return part.slices.p.map(({ start, end }) => part.document.source.slice(start, end));
}

function hasOffice(): boolean {
  try {
    execFileSync("/usr/bin/python3", ["-c", "import shutil, uno; assert shutil.which('soffice')"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Ten blocks far apart, each the only one with its text, with a place behind their third word. */
function tenPlaces(texts: readonly string[]): { text: string; at: number }[] {
  const fit = texts.flatMap((text) => {
    const start = /^(?:\S+ ){3}/.exec(text)?.[0].length ?? 0;
    const single = texts.indexOf(text) === texts.lastIndexOf(text);
    return start > 0 && text.length > 60 && text.length < 400 && single ? [{ text, at: start - 1 }] : [];
  });
  const step = Math.floor(fit.length / 10);
  return Array.from({ length: 10 }, (_, index) => fit[index * step]!);
}

test("ten edits change ten paragraphs of a real resolution and nothing else", async ({ launch }) => {
  test.skip(!existsSync(resolution), "The corpus of Word files is not beside the project.");
  test.setTimeout(300_000);
  const app = await launch({ file: resolution });
  await expect(app.window.locator(".ProseMirror [data-block=call]").first()).toBeVisible();
  await app.window.setViewportSize({ width: 1440, height: 1000 });
  const hands = await Hands.on(app.window);
  const places = tenPlaces(await hands.texts());
  for (const { text, at } of places) await hands.changeWords(text, at, 0, words);
  mkdirSync(pictures, { recursive: true });
  await app.window.screenshot({ path: join(pictures, "word-base.png") });
  await app.window.locator('[data-testid="tab-messages"]').click();
  const place = app.window.locator('[data-testid="messages"] .message-places button').first();
  await expect(place).toBeVisible();
  await place.click();
  await expect(app.window.locator(".sheet .inlineObject").first()).toBeInViewport();
  await app.window.screenshot({ path: join(pictures, "word-base messages.png") });

  const path = join(app.folder, "out.docx");
  await app.answerSaveDialog(path);
  await app.chooseMenuItem("exportTracked");
  await app.window.locator('[data-testid="notice"], [data-testid="dialog-error"]').first().waitFor({ timeout: 60_000 });
  await app.window.screenshot({ path: join(pictures, "word-base exported.png") });
  await expect.poll(() => existsSync(path), { timeout: 30_000 }).toBe(true);

  const [before, after] = [readFileSync(resolution), readFileSync(path)].map((bytes) => new Uint8Array(bytes)) as [
    Uint8Array,
    Uint8Array,
  ];
  const [old, made] = [unzipSync(before), unzipSync(after)];
  const { main } = read(before);
  expect(Object.keys(made).sort()).toEqual(Object.keys(old).sort());
  const changed = Object.keys(old).filter((name) => Buffer.compare(old[name]!, made[name]!) !== 0);
  expect(changed).toEqual([main]);

  const source = paragraphs(read(before));
  const written = paragraphs(read(after));
  expect(written.length).toBe(source.length);
  const touched = source.flatMap((xml, index) => (xml === written[index] ? [] : [index]));
  expect(touched.length).toBe(10);
  for (const index of touched) expect(written[index]).toContain("<w:ins ");

  const file = read(after);
  expect(ourLines(file, "reject")).toEqual(ourLines(read(before), "reject"));
  const lines = ourLines(read(before), "accept");
  const edited = ourLines(file, "accept");
  expect(edited.map((line, index) => (line === lines[index] ? line : line.replace(words, "")))).toEqual(lines);
  expect(edited.filter((line, index) => line !== lines[index]).length).toBe(10);

  if (!hasOffice()) {
    test.info().annotations.push({ type: "skipped", description: "LibreOffice is not installed here." });
    return;
  }
  const [verdict] = await judge([path]);
  // Two symbols of an old font (w:sym), which LibreOffice keeps as places without a character.
  const bare = (these: string[]) => these.map((line) => line.replace(/[©−]\s?/g, ""));
  expect(bare(theirLines(verdict!.rejected))).toEqual(bare(ourLines(file, "reject")));
  expect(bare(theirLines(verdict!.accepted))).toEqual(bare(ourLines(file, "accept")));
});

const by = 'w:id="9" w:author="Awa Ndiaye" w:date="2030-01-01T09:30:00Z"';
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const comment = (id: number, author: string, text: string, name: string) =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="2030-01-02T10:00:00Z"><w:p w14:paraId="${name}">${run(text)}</w:p></w:comment>`;
const markedFile = wordPackage(
  `<w:p>${run("RESOLUTION 7 (Place, 2030)")}</w:p><w:p>${run("Sharing of readings")}</w:p><w:p>${run("considering")}</w:p>` +
    `<w:p>${run("a)\tthat ")}<w:commentRangeStart w:id="1"/>${run("readings")}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>${run(" are ")}<w:ins ${by}>${run("seldom ")}</w:ins>${run("kept,")}</w:p>` +
    `<w:p>${run("resolves")}</w:p><w:p>${run("1\tto keep them.")}</w:p>`,
  {
    comments:
      comment(1, "Li Wei", "Which readings are meant?", "0000000A") +
      comment(2, "Awa Ndiaye", "Those of rivers.", "0000000B"),
    commentsExtended: '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A"/>',
  },
);

test("a file with tracked changes is asked about, and its comments can be read", async ({ launch }) => {
  const app = await launch();
  const { window } = app;
  const path = join(app.folder, "marked.docx");
  writeFileSync(path, markedFile);
  const item = (name: string) => window.locator(`[data-testid="${name}"]`);
  mkdirSync(pictures, { recursive: true });

  await app.answerOpenDialog(path, path);
  await app.chooseMenuItem("openBase");
  await expect(item("dialog-tracked")).toBeVisible();
  await expect(item("tracked-facts")).toContainText("Awa Ndiaye");
  // The dialog fades in; the picture shows it when it has.
  await window.screenshot({ path: join(pictures, "tracked-dialog.png"), animations: "disabled" });
  await item("tracked-open").click();
  await expect(item("changes").getByRole("listitem")).toHaveCount(1);
  await item("tab-comments").click();
  await expect(item("comments")).toContainText("Which readings are meant?");
  await expect(item("comments")).toContainText("Those of rivers.");
  await item("comments").getByRole("button", { name: "readings" }).click();
  await window.screenshot({ path: join(pictures, "comments.png") });

  await app.chooseMenuItem("openBase");
  await item("dialog-unsaved").getByRole("button", { name: "Do not save" }).click();
  await item("tracked-accept").click();
  await item("tracked-open").click();
  await item("tab-changes").click();
  await expect(item("changes-empty")).toBeVisible();
  await expect(window.locator(".sheet .ProseMirror").first()).toContainText("seldom");
});
