/** The first screen offers the files last used, also after the next start, and forgets them when asked. */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./app";
import { stumbles } from "./axe";

const sample = join(__dirname, "../../resources/samples/resolution-fr.txt");

test("a file that was opened is offered at the next start, opens again, and can be forgotten", async ({
  launch,
  app: first,
}, info) => {
  const path = join(first.folder, "Résolution 5.txt");
  writeFileSync(path, readFileSync(sample));
  await expect(first.window.getByTestId("welcome")).toBeVisible();
  await expect(first.window.getByTestId("recent")).toHaveCount(0);
  await first.answerOpenDialog(path);
  await first.window.keyboard.press("Control+Shift+o");
  await expect(first.window.getByTestId("page")).toBeVisible();
  await first.window.keyboard.press("Control+w");
  const recent = first.window.getByTestId("recent-file");
  await expect(recent).toHaveText(/Résolution 5\.txt/);
  await first.window.screenshot({ path: info.outputPath("recent.png") });
  expect(await stumbles(first.window, "files last used")).toEqual([]);
  await first.electron.close();

  const { window } = await launch({ userData: first.userData });
  await expect(window.getByTestId("recent-file")).toHaveCount(1);
  // A file that is away for the moment gives one sentence and stays in the list.
  renameSync(path, `${path}.away`);
  await window.getByTestId("recent-file").click();
  await expect(window.getByRole("alertdialog").or(window.getByRole("dialog"))).toContainText("Résolution 5.txt");
  await window.keyboard.press("Escape");
  renameSync(`${path}.away`, path);
  await window.getByTestId("recent-file").click();
  await expect(window.getByTestId("page")).toBeVisible();
  await window.keyboard.press("Control+w");
  await window.getByTestId("recent-clear").click();
  await expect(window.getByTestId("recent")).toHaveCount(0);
});
