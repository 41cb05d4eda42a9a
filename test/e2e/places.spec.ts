/**
 * Places that refuse a draft, and drafts that somebody else has open. Each time: one clear sentence, the text
 * still there, another place offered, and nothing overwritten.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { canMount, mountable, SmallDisk } from "../support/small-disk";
import { type App, expect, test } from "./app";
import { knownText, mark, page, pause, putCaretAtEnd, savedText, shownText, type Typed, typeOn } from "./known-text";

const sample = join(__dirname, "../../resources/samples/resolution-fr.txt");

async function openAndType(launch: (options: { file: string }) => Promise<App>): Promise<App> {
  const app = await launch({ file: sample });
  await expect(page(app)).toContainText("Faciliter");
  await putCaretAtEnd(app, "la Résolution 902");
  await app.window.keyboard.type(`${mark}un`);
  await expect(page(app)).toContainText(`${mark}un`);
  return app;
}

async function saveAs(app: App, path: string, text: string): Promise<void> {
  await app.answerSaveDialog(path);
  await app.chooseMenuItem("saveAs");
  await expect.poll(() => savedText(path)).toBe(text);
}

/** The failed save says why; its own button saves elsewhere. */
async function isRefused(app: App, sentence: string, elsewhere: string, text: string): Promise<void> {
  await expect(app.window.getByTestId("error-sentence")).toContainText(sentence);
  await expect(app.window.getByTestId("error-comfort")).toContainText("Your text is safe");
  await app.answerSaveDialog(elsewhere);
  await app.window.getByTestId("error-save-as").click();
  await expect.poll(() => savedText(elsewhere)).toBe(text);
  await expect(page(app)).toContainText(mark + text);
}

const typeMore = async (app: App, text: string) => {
  await putCaretAtEnd(app, mark);
  await app.window.keyboard.type(text);
  await expect(page(app)).toContainText(text);
};

test("two programs on one draft: the second is told when it opens it, and again when it saves", async ({ launch }) => {
  const first = await openAndType(launch);
  const path = join(first.folder, "Projet.resdraft");
  await saveAs(first, path, "un");
  await expect.poll(() => readdirSync(first.folder).some((name) => name.endsWith(".open"))).toBe(true);

  const second = await launch({ file: path });
  await expect(page(second)).toContainText(`${mark}un`);
  await expect(second.window.getByText("is open in another Resdraft as well")).toBeVisible();

  await typeMore(first, " deux");
  await first.chooseMenuItem("save");
  await expect.poll(() => savedText(path)).toBe("un deux");

  await typeMore(second, " trois");
  await second.chooseMenuItem("save");
  await isRefused(
    second,
    "Projet.resdraft was changed by another program",
    join(second.folder, "Le mien.resdraft"),
    "un trois",
  );
  expect(savedText(path)).toBe("un deux");

  // Neither a program that was closed nor one that was killed holds anything.
  await first.close();
  await second.kill();
  const third = await launch({ file: join(second.folder, "Le mien.resdraft") });
  await expect(page(third)).toContainText("un trois");
  await expect(third.window.getByText("is open in another Resdraft")).toHaveCount(0);
});

test("a name that is too long is refused, and any name in Unicode is taken", async ({ launch }) => {
  const app = await openAndType(launch);
  await app.answerSaveDialog(join(app.folder, `${"x".repeat(300)}.resdraft`));
  await app.chooseMenuItem("saveAs");
  // Composed and not, right to left, beyond the first plane: as long as file systems allow.
  const name = `Re\u0301solution 网络 الشبكة 👩‍💻 ${"é".repeat(80)}.resdraft`;
  const path = join(app.folder, name);
  await isRefused(app, "is too long for this folder", path, "un");
  await typeMore(app, " deux");
  await app.chooseMenuItem("save");
  await expect.poll(() => savedText(path)).toBe("un deux");
  await app.close();
  const again = await launch({ file: path });
  await expect(page(again)).toContainText("un deux");
  await expect
    .poll(() => again.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
    .toContain("الشبكة");
});

test("who types on presses none of the buttons of a save that failed, and no letter is lost before it is told", async ({
  launch,
}) => {
  const app = await openAndType(launch);
  const stick = join(app.folder, "stick");
  mkdirSync(stick);
  await saveAs(app, join(stick, "Projet.resdraft"), "un");
  renameSync(stick, join(app.folder, "pulled out"));
  await putCaretAtEnd(app, mark);
  const typed: Typed = { text: "", times: [] };
  let resting = false;
  const typing = typeOn(app, typed, () => resting);
  await expect.poll(() => typed.text.length).toBeGreaterThan(8);
  await app.chooseMenuItem("save");
  const told = typed.text.length;
  // Who never rests is told all the same.
  await expect(app.window.getByTestId("error-sentence")).toBeVisible({ timeout: 30_000 });
  const seen = typed.text.length;
  await expect.poll(() => typed.text.length).toBeGreaterThan(seen + 12);
  await expect(app.window.getByTestId("error-sentence")).toBeVisible();
  resting = true;
  await typing;
  // Longer than between two keys of one who types: now a key is an answer.
  await pause(1500);
  const elsewhere = join(app.folder, "Ici.resdraft");
  await app.answerSaveDialog(elsewhere);
  await app.window.keyboard.press("Space");
  await expect(app.window.getByTestId("error-sentence")).toHaveCount(0);
  const kept = (await shownText(app)).slice("un".length);
  expect(kept).toBe(knownText(kept.length));
  expect(kept.length).toBeGreaterThanOrEqual(told);
  await expect.poll(() => savedText(elsewhere)).toBe(`un${kept}`);
});

test.describe("a small disk (skipped: mounting one takes root on Linux)", () => {
  test.skip(!canMount);

  test("a target that became read-only", async ({ launch }) => {
    const disk = new SmallDisk(4096);
    try {
      const app = await openAndType(launch);
      const path = join(disk.folder, "Projet.resdraft");
      await saveAs(app, path, "un");
      const before = readFileSync(path);
      disk.makeReadOnly();
      await typeMore(app, " deux");
      await app.chooseMenuItem("save");
      await isRefused(app, "You may not write Projet.resdraft", join(app.folder, "Ici.resdraft"), "un deux");
      expect(readFileSync(path).equals(before)).toBe(true);
    } finally {
      disk.remove();
    }
  });

  for (const kind of mountable) {
    test(`a stick (${kind}) that is pulled out, its folder left behind`, async ({ launch }) => {
      const disk = new SmallDisk(8192, kind);
      try {
        const app = await openAndType(launch);
        const path = join(disk.folder, "Projet.resdraft");
        await saveAs(app, path, "un");
        disk.pullOut();
        expect(readdirSync(disk.folder)).toEqual([]);
        await typeMore(app, " deux");
        await app.chooseMenuItem("save");
        await isRefused(app, "Projet.resdraft is no longer in its folder", join(app.folder, "Ici.resdraft"), "un deux");
        // Nothing was written to the disk under the stick's folder.
        expect(readdirSync(disk.folder)).toEqual([]);
      } finally {
        disk.remove();
      }
    });
  }

  test("a full disk under the journal: the window says that the text is nowhere else, until there is room", async ({
    launch,
  }) => {
    const disk = new SmallDisk(1024);
    try {
      const { userData, close } = await launch();
      await close();
      const kept = join(disk.folder, "journal");
      mkdirSync(kept);
      rmSync(join(userData, "journal"), { recursive: true, force: true });
      symlinkSync(kept, join(userData, "journal"));
      disk.fill();
      const app = await launch({ userData, file: sample });
      await expect(page(app)).toContainText("Faciliter");
      await putCaretAtEnd(app, "la Résolution 902");
      await app.window.keyboard.type(`${mark}un`);
      await expect(app.window.getByTestId("error-comfort")).toContainText("in this window only");
      await app.window.keyboard.press("Escape");
      await expect(app.window.getByTestId("error-sentence")).toHaveCount(0);
      await typeMore(app, " deux");
      expect(existsSync(join(disk.folder, "filler"))).toBe(true);
      disk.free();
      // It tries again by itself; then even a crash costs nothing.
      await expect
        .poll(() => readdirSync(kept).some((name) => name.endsWith(".draft")), { timeout: 20_000 })
        .toBe(true);
      await app.window.waitForTimeout(1000);
      await app.kill();
      const again = await launch({ userData });
      await again.window.getByTestId("recover").getByRole("button", { name: "Recover" }).first().click();
      await expect(page(again)).toContainText(`${mark}un deux`);
    } finally {
      disk.remove();
    }
  });
});
