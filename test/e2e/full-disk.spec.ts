/**
 * The kill test on a full disk: known text is typed at ten keys a second into a draft on a disk without room, saves are
 * tried, and the process is killed at a random moment, again and again; in every second round there is room for a while.
 * Done on a disk in memory and on a real file system in an image. The draft on the disk is always whole, and what the journal holds misses at most the last second.
 * `RESDRAFT_KILLS` sets the number of kills.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type DiskKind, mountable, SmallDisk } from "../support/small-disk";
import { type App, expect, type LaunchOptions, test } from "./app";
import { knownText, mark, page, pause, putCaretAtEnd, savedText, shownText, type Typed, typeOn } from "./known-text";

const kills = Number(process.env.RESDRAFT_KILLS ?? 4);
const sample = join(__dirname, "../../resources/samples/resolution-fr.txt");

/** An image has tables of its own to keep. */
const kilobytes: Record<DiskKind, number> = { memory: 512, image: 2048 };

for (const kind of Object.keys(kilobytes) as DiskKind[]) {
  test(`${kills} kills on a full disk (${kind}) leave the draft whole and the text in the journal`, async ({
    launch,
  }) => {
    test.skip(!mountable.includes(kind), "mounting a small disk takes root on Linux, an image a loop device");
    test.setTimeout(60_000 + kills * 40_000);
    await killedOnFullDisk(launch, new SmallDisk(kilobytes[kind], kind));
  });
}

async function killedOnFullDisk(launch: (options?: LaunchOptions) => Promise<App>, disk: SmallDisk): Promise<void> {
  const figures = { kills: 0, refused: 0, saved: 0, oldestMissing: 0 };
  try {
    let app = await launch({ file: sample });
    const { userData } = app;
    const path = join(disk.folder, "Projet.resdraft");
    await expect(page(app)).toContainText("Faciliter");
    await putCaretAtEnd(app, "la Résolution 902");
    await app.window.keyboard.type(mark);
    await app.answerSaveDialog(path);
    await app.chooseMenuItem("saveAs");
    await expect.poll(() => savedText(path)).toBe("");
    const typed: Typed = { text: "", times: [] };

    for (let round = 0; round < kills; round++) {
      if (round % 2 === 0) disk.fill();
      let dead = false;
      typed.times = [];
      const before = typed.text.length;
      const old = savedText(path);
      const typing = typeOn(app, typed, () => dead);
      await pause(500 + Math.random() * 2000);
      const choose = () => app.answerSaveDialog(path).then(() => app.chooseMenuItem("saveAs"));
      if (round % 2 === 0) {
        // On into the dialog: its buttons are not for keys of the text.
        await choose();
        await expect(app.window.getByTestId("error-sentence")).toContainText("no room for Projet.resdraft", {
          timeout: 30_000,
        });
        dead = true;
        await typing;
        expect(savedText(path)).toBe(old);
        figures.refused++;
        typed.text = await shownText(app);
        await pause(1000);
      } else {
        disk.free();
        await choose();
        await pause(Math.random() * 400);
        dead = true;
      }
      const killedAt = Date.now();
      await app.kill();
      await typing;
      figures.kills++;

      const onDisk = savedText(path) ?? "";
      expect(onDisk).toBe(knownText(onDisk.length));
      expect(onDisk.length).toBeGreaterThanOrEqual((old ?? "").length);
      if (onDisk !== old) figures.saved++;
      app = await launch({ userData });
      const offered = app.window.getByTestId("recover");
      await expect(app.window.getByTestId("welcome")).toBeVisible();
      if (await offered.isVisible()) await offered.getByRole("button", { name: "Recover" }).first().click();
      else {
        await app.answerOpenDialog(path);
        await app.chooseMenuItem("openDraft");
      }
      await expect(page(app)).toContainText(mark);
      const recovered = await shownText(app);
      expect(recovered).toBe(knownText(recovered.length));
      expect(recovered.length).toBeGreaterThanOrEqual(onDisk.length);
      const firstMissing = recovered.length < typed.text.length ? typed.times[recovered.length - before] : undefined;
      const age = recovered.length < before ? Number.POSITIVE_INFINITY : firstMissing ? killedAt - firstMissing : 0;
      figures.oldestMissing = Math.max(figures.oldestMissing, age);
      expect(age, `kill ${round}: age in milliseconds of the oldest key that is missing`).toBeLessThanOrEqual(1000);
      typed.text = recovered;
      await putCaretAtEnd(app, mark);
    }
  } finally {
    disk.remove();
  }
  if (process.env.RESDRAFT_KILL_FIGURES) writeFileSync(process.env.RESDRAFT_KILL_FIGURES, JSON.stringify(figures));
  console.log(disk.kind, JSON.stringify(figures));
  expect(figures.refused).toBeGreaterThan(0);
}
