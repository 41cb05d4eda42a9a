/**
 * The promise that nothing is lost, against the real application: known text is typed at ten keys a second,
 * saves fall in between, and the process is killed at a random moment, again and again on the same draft.
 * After every start the text that was offered or saved must miss at most the last second, the draft on disk
 * must open, and no save that was acknowledged may be missing. `RESDRAFT_KILLS` sets the number of kills.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./app";
import { knownText, mark, page, pause, putCaretAtEnd, savedText, shownText, type Typed, typeOn } from "./known-text";

const kills = Number(process.env.RESDRAFT_KILLS ?? 5);
const sample = join(__dirname, "../../resources/samples/resolution-fr.txt");
test(`${kills} kills while typing and saving lose at most the last second`, async ({ launch }) => {
  test.setTimeout(60_000 + kills * 40_000);
  const figures = { kills: 0, saves: 0, offered: 0, mostKeysMissing: 0, oldestMissing: 0 };
  let app = await launch({ file: sample });
  const { userData, folder } = app;
  const path = join(folder, "Projet.resdraft");
  await expect(page(app)).toContainText("Faciliter");
  await putCaretAtEnd(app, "la Résolution 902");
  await app.window.keyboard.type(mark);
  const typed: Typed = { text: "", times: [] };
  await app.window.waitForTimeout(1000);
  /** How much of the text the last acknowledged save held. */
  let acknowledged = 0;

  for (let round = 0; round < kills; round++) {
    let dead = false;
    typed.times = [];
    const before = typed.text.length;
    const typing = typeOn(app, typed, () => dead);
    await pause(200 + Math.random() * 3000);
    if (round % 2 === 0) {
      await app.answerSaveDialog(path);
      const atLeast = typed.text.length;
      await app.chooseMenuItem("saveAs");
      if (round % 4 === 0) {
        // Killed when the file is there, a moment before or after the window says so; otherwise somewhere inside the save.
        await expect.poll(() => savedText(path)?.length ?? -1, { timeout: 30_000 }).toBeGreaterThanOrEqual(atLeast);
        acknowledged = atLeast;
        figures.saves++;
        await pause(Math.random() * 1500);
      } else await pause(Math.random() * 250);
    }
    dead = true;
    const killedAt = Date.now();
    await app.kill();
    await typing;
    figures.kills++;

    const onDisk = savedText(path);
    expect(onDisk === null ? 0 : onDisk.length, `saved text after kill ${round}`).toBeGreaterThanOrEqual(acknowledged);
    if (onDisk !== null) expect(onDisk).toBe(knownText(onDisk.length));

    app = await launch({ userData });
    const offered = app.window.getByTestId("recover");
    await expect(app.window.getByTestId("welcome")).toBeVisible();
    if (await offered.isVisible()) {
      figures.offered++;
      await offered.getByRole("button", { name: "Recover" }).first().click();
    } else {
      // Everything was in the file: that is what the user opens.
      await app.answerOpenDialog(path);
      await app.chooseMenuItem("openDraft");
    }
    await expect(page(app)).toContainText(mark);
    const recovered = await shownText(app);
    // The key that was under way when the process died may have arrived.
    expect(recovered.length, `kill ${round}`).toBeLessThanOrEqual(typed.text.length + 1);
    expect(recovered, `kill ${round}`).toBe(knownText(recovered.length));
    expect(recovered.length, `kill ${round}`).toBeGreaterThanOrEqual(onDisk?.length ?? 0);
    // Keys after `recovered` are missing; the oldest of them must be younger than a second.
    const firstMissing = typed.times[recovered.length - before];
    const age = recovered.length < before ? Number.POSITIVE_INFINITY : firstMissing ? killedAt - firstMissing : 0;
    figures.mostKeysMissing = Math.max(figures.mostKeysMissing, typed.text.length - recovered.length);
    figures.oldestMissing = Math.max(figures.oldestMissing, age);
    expect(age, `kill ${round}: age in milliseconds of the oldest key that is missing`).toBeLessThanOrEqual(1000);
    typed.text = recovered;
    await putCaretAtEnd(app, mark);
  }
  if (process.env.RESDRAFT_KILL_FIGURES) writeFileSync(process.env.RESDRAFT_KILL_FIGURES, JSON.stringify(figures));
  console.log(JSON.stringify(figures));
});
