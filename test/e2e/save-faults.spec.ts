/**
 * Every call to the file system that a save makes fails, one after another, in the real application. Whatever fails, the
 * old or the new file is there in full, the window says which it is, the text stays, and nothing lies about. Done with a
 * resolution and with a contribution of several texts with notes and comments. Each call fails in one way, in all
 * that a system knows with `RESDRAFT_FAULTS=all`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readDraft } from "../../shared/draft/draft-reader";
import { writeDraft } from "../../shared/draft/draft-writer";
import { contributionDraft } from "../support/contribution-draft";
import { type App, expect, test } from "./app";
import { mark, page, putCaretAtEnd, savedText, type Typed, typeNext } from "./known-text";

const sample = join(__dirname, "../../resources/samples/resolution-fr.txt");
const faults = ["ENOSPC", "EIO", "EACCES", "EROFS", "EDQUOT", "ENOENT", "EMFILE", "EBUSY"];
const everyFault = process.env.RESDRAFT_FAULTS === "all";

interface FailingCalls {
  roots: string[];
  failAt: number;
  error: string;
  calls: string[];
}

/** Arms the fault, or disarms it with 0, and forgets the calls so far. */
const arm = (app: App, failAt: number, error: string, roots?: string[]) =>
  app.electron.evaluate(
    (_electron, given) => {
      const calls = (globalThis as unknown as { failingCalls: FailingCalls }).failingCalls;
      Object.assign(calls, { failAt: given.failAt, error: given.error, calls: [] });
      if (given.roots) calls.roots = given.roots;
    },
    { failAt, error, roots },
  );

const callsMade = (app: App) =>
  app.electron.evaluate(() => (globalThis as unknown as { failingCalls: FailingCalls }).failingCalls.calls);

/** How much of everything else a draft on the disk holds. */
function holds(path: string) {
  const draft = readDraft(readFileSync(path));
  if (!draft.ok) throw new Error(draft.error.code);
  const { base, current, comments } = draft.value;
  const notes = (doc: typeof base) => (doc.lastChild?.type.name === "footnotes" ? doc.lastChild.childCount : 0);
  return {
    comments: comments?.length ?? 0,
    proposals: current.childCount,
    texts: base.childCount,
    notes: notes(current),
  };
}

const begun: Record<string, (folder: string) => string> = {
  "a resolution": () => sample,
  "a contribution with notes and comments": (folder) => {
    const path = join(folder, "contribution.resdraft");
    writeFileSync(path, writeDraft(contributionDraft("fr")));
    return path;
  },
};

for (const [what, file] of Object.entries(begun)) {
  test(`${what}: whichever call of a save fails, a whole draft is on the disk and the window says which`, async ({
    launch,
  }, info) => {
    test.setTimeout(everyFault ? 1_200_000 : 240_000);
    const place = info.outputPath();
    mkdirSync(place, { recursive: true });
    const switches = ["-r", join(__dirname, "../support/failing-calls.cjs")];
    const app = await launch({ file: file(place), switches });
    await everySaveFails(app);
  });
}

async function everySaveFails(app: App): Promise<void> {
  await expect(page(app)).toContainText("Faciliter");
  await putCaretAtEnd(app, "la Résolution 902");
  await app.window.keyboard.type(mark);
  const typed: Typed = { text: "", times: [] };
  const folder = join(app.folder, "drafts");
  mkdirSync(folder);
  const path = join(folder, "Projet.resdraft");
  await typeNext(app, typed);
  await app.answerSaveDialog(path);
  await app.chooseMenuItem("saveAs");
  await expect.poll(() => savedText(path)).toBe(typed.text);

  // The second save makes a backup as well: this is the whole path.
  await typeNext(app, typed);
  await arm(app, 0, "", [folder, join(app.userData, "backups")]);
  await app.chooseMenuItem("save");
  await expect.poll(() => savedText(path)).toBe(typed.text);
  await expect.poll(async () => (await callsMade(app)).at(-1)).toBe("close");
  const whole = await callsMade(app);
  expect(whole.filter((name) => name === "rename")).toHaveLength(2);

  const all = holds(path);
  const refused: string[] = [];
  const warned: string[] = [];
  const tries = whole.flatMap((call, at) => {
    const kinds = everyFault ? faults : [faults[at % 2] as string];
    return kinds.map((error) => ({ call, at, error }));
  });
  for (const { call, at, error } of tries) {
    const old = readFileSync(path);
    await typeNext(app, typed);
    await arm(app, at + 1, error);
    await app.chooseMenuItem("save");
    const sentence = app.window.getByTestId("error-sentence");
    await expect
      .poll(async () => (await sentence.isVisible()) || savedText(path) === typed.text, { message: `${at} ${call}` })
      .toBe(true);
    if (await sentence.isVisible()) {
      refused.push(call);
      expect(readFileSync(path).equals(old), `${at} ${call}`).toBe(true);
      await expect(sentence).toContainText("Projet.resdraft");
      await expect(app.window.getByTestId("error-comfort")).toContainText("Your text is safe");
      await expect(app.window.getByTestId("error-save-as")).toBeVisible();
      await app.window.getByRole("button", { name: "Close" }).click();
      await expect(sentence).toHaveCount(0);
    } else warned.push(call);
    expect(holds(path), `${at} ${call} ${error}`).toEqual(all);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    await expect(page(app)).toContainText(mark + typed.text);
    await putCaretAtEnd(app, mark);
  }
  await arm(app, 0, "");
  await typeNext(app, typed);
  await app.chooseMenuItem("save");
  await expect.poll(() => savedText(path)).toBe(typed.text);
  const count = (list: string[]) =>
    Object.fromEntries([...new Set(list)].map((name) => [name, list.filter((each) => each === name).length]));
  console.log(
    JSON.stringify({ calls: whole.length, faults: tries.length, refused: count(refused), warned: count(warned) }),
  );
  expect(refused.length).toBeGreaterThan(5);
  expect(warned.length).toBeGreaterThan(3);
}
