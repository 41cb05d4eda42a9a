/** The proposals of a contribution: added from files and from nothing, moved, taken out, numbered by its header. */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./app";
import { stumbles } from "./axe";
import { at, block, picture } from "./contribution-writing";

const roads = `RESOLUTION 7 (Rev. Geneva, 2022)
Roads and cables
The World Telecommunication Standardization Assembly (Geneva, 2022),
considering
a)	that roads are dug up for cables;
b)	that digging is dear,
resolves
1	to plan roads and cables together;
2	to report each year.
`;

test("proposals are added, moved, taken out and undone; each is marked against its own text", async ({ app }) => {
  const { window, folder } = app;
  const file = join(folder, "roads.txt");
  const other = join(folder, "seas.txt");
  const empty = join(folder, "note.txt");
  writeFileSync(file, roads);
  writeFileSync(other, roads.replace("RESOLUTION 7", "RESOLUTION 8").replace(/roads/giu, "seas"));
  writeFileSync(empty, "A note about nothing in particular.\n");

  await window.getByTestId("start-newContribution").click();
  await at(window, "known").selectOption({ label: "WTSA – New Delhi, 2024" });
  expect(await stumbles(window, "proposals", '[data-testid="dialog-contribution"]')).toEqual([]);
  await at(window, "document").fill("42");
  await at(window, "proposer").fill("EUR");
  await at(window, "keep").click();

  const add = async (marker: string, fill: () => Promise<void>) => {
    await window.getByTestId("bar-insertProposal").click();
    await window.getByTestId("new-marker").selectOption(marker);
    await fill();
    await window.getByTestId("proposal-add").click();
    await expect(window.getByTestId("dialog-new-proposal")).toHaveCount(0);
  };
  const choose = (path: string) => async () => {
    await app.answerOpenDialog(path);
    await window.getByTestId("proposal-choose").click();
    await expect(window.getByTestId("proposal-which")).toBeVisible();
  };
  await window.getByTestId("bar-insertProposal").click();
  await app.answerOpenDialog(empty);
  await window.getByTestId("proposal-choose").click();
  await expect(window.getByTestId("dialog-new-proposal")).toContainText("holds no resolution");
  await expect(window.getByTestId("proposal-add")).toBeDisabled();
  expect(await stumbles(window, "proposals", '[data-testid="dialog-new-proposal"]')).toEqual([]);
  await window.keyboard.press("Escape");

  await add("MOD", choose(file));
  await add("SUP", async () => {
    await window.getByTestId("proposal-number").fill("RESOLUTION 9 (Geneva, 2022)");
    await window.getByTestId("proposal-heading").fill("Lighthouses");
  });
  await add("MOD", choose(other));
  const lines = window.locator(".proposal-line");
  await expect(lines).toHaveText([/MOD\s*EUR\/42\/1/, /SUP\s*EUR\/42\/2/, /MOD\s*EUR\/42\/3/]);
  await expect(window.locator(".ProseMirror .insertion, .ProseMirror .struck-block")).toHaveCount(0);

  // Nothing changed yet: the rule says so and offers what fits.
  await expect(window.getByTestId("about-marker")).toContainText("there is none yet");
  await block(window, "that digging is dear").locator("p").click();
  await window.keyboard.press("End");
  await window.keyboard.press("ArrowLeft");
  await window.keyboard.insertText(" and slow");
  await expect(window.locator(".ProseMirror .insertion")).toHaveText("and slow");
  await expect(window.getByTestId("about-marker")).toHaveCount(0);

  // The outline has a row for each; Alt and an arrow move it as on the page.
  const outlined = window.locator(".outline-row.kind-proposal");
  await expect(outlined).toHaveText([/MOD.*EUR\/42\/1/u, /SUP.*EUR\/42\/2/u, /MOD.*EUR\/42\/3/u]);
  await window.getByRole("tree").focus();
  await window.keyboard.press("Home");
  while ((await window.locator(".outline-row.focused.kind-proposal").count()) === 0) {
    await window.keyboard.press("ArrowDown");
  }
  await window.keyboard.press("Alt+ArrowDown");
  await expect(lines).toHaveText([/SUP\s*EUR\/42\/1/, /MOD\s*EUR\/42\/2/, /MOD\s*EUR\/42\/3/]);
  await expect(window.locator(".ProseMirror .insertion")).toHaveText("and slow");
  await expect(window.locator(".ProseMirror .struck-block")).toHaveCount(0);
  expect(await stumbles(window, "proposals", ".side-panel")).toEqual([]);
  await picture(app, "list");
  await window.getByTestId("bar-removeProposal").click();
  await expect(lines).toHaveText([/SUP\s*EUR\/42\/1/, /MOD\s*EUR\/42\/2/]);
  await expect(window.locator(".ProseMirror .insertion, .ProseMirror .struck-block")).toHaveCount(0);
  await window.keyboard.press("Control+z");
  await expect(window.locator(".ProseMirror .insertion")).toHaveText("and slow");
  await window.keyboard.press("Control+z");
  await expect(lines).toHaveText([/MOD\s*EUR\/42\/1/, /SUP\s*EUR\/42\/2/, /MOD\s*EUR\/42\/3/]);

  // The form reads the header block, and the identifiers follow it.
  await window.getByTestId("bar-editHeader").click();
  await expect(at(window, "document")).toHaveValue("42");
  await at(window, "addendum").fill("5");
  await at(window, "keep").click();
  await expect(block(window, "Addendum 5 to Document 42-E")).toBeVisible();
  await expect(lines).toHaveText([/EUR\/42A5\/1/, /EUR\/42A5\/2/, /EUR\/42A5\/3/]);

  const draft = join(folder, "contribution.resdraft");
  await app.answerSaveDialog(draft);
  await window.keyboard.press("Control+s");
  await expect.poll(() => existsSync(draft)).toBe(true);
  await app.answerOpenDialog(draft);
  await window.keyboard.press("Control+o");
  await expect(lines).toHaveCount(3);
  await expect(window.locator(".ProseMirror .insertion")).toHaveText("and slow");
});
