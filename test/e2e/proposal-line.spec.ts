/** What stands around the text of a proposal, and how the page keeps to the window it stands in. */
import { hasSeeds, seedPath } from "../support/real-documents";
import { expect, test } from "./app";

test.skip(!hasSeeds, "The real documents are not on this machine.");

test("a proposal opens with its marker and identifier, and a click shows its fields", async ({ launch }) => {
  const { window } = await launch({ file: seedPath("002_") });
  const line = window.locator(".proposal-line");
  await expect(line).toHaveAccessibleName("Proposal ADD ACP/22A12/1");
  await expect(line).toContainText("ACP/22A12/1");
  await line.click();
  await expect(window.getByTestId("identifier")).toHaveValue("ACP/22A12/1");
});

test("a marker that nobody chose follows the changes", async ({ launch }) => {
  const { window } = await launch({ file: seedPath("000-res98-base") });
  const marker = window.locator(".proposal-marker");
  await expect(marker).toHaveText("NOC");
  await window.locator(".ProseMirror .enacting p").click();
  await window.keyboard.type("Nouveau ");
  // While the marker still waits for a rest, the words are underlined already.
  const typed = window.locator(".ProseMirror .enacting .insertion").first();
  const drawn = () => typed.evaluate((words) => getComputedStyle(words).textDecorationLine);
  expect(await drawn()).toBe("underline");
  await expect(marker).toHaveText("MOD");
  await window.keyboard.press("Control+z");
  await expect(marker).toHaveText("NOC");
});

test("the whole sheet stays in sight when the window becomes narrow and wide again", async ({ launch }) => {
  const { window } = await launch({ file: seedPath("000-res98-base") });
  await window.locator(".proposal-line").waitFor();
  for (const width of [1700, 1280, 1440, 1360]) {
    await window.setViewportSize({ width, height: 800 });
    await expect
      .poll(() =>
        window.getByTestId("page").evaluate((place) => {
          const sheet = place.querySelector(".sheet")!.getBoundingClientRect();
          const room = place.getBoundingClientRect();
          return place.scrollWidth <= place.clientWidth && sheet.left >= room.left && sheet.right <= room.right;
        }),
      )
      .toBe(true);
  }
});

test("a page larger than its place can be scrolled to its far edge", async ({ launch }) => {
  const app = await launch({ file: seedPath("000-res98-base") });
  const { window } = app;
  await window.locator(".proposal-line").waitFor();
  await window.setViewportSize({ width: 1280, height: 800 });
  for (let i = 0; i < 8; i++) await app.chooseMenuItem("zoomIn");
  const reach = () =>
    window.getByTestId("page").evaluate((place) => {
      place.scrollLeft = 100_000;
      const sheet = place.querySelector(".sheet")!.getBoundingClientRect();
      return { larger: sheet.width > place.clientWidth, hidden: sheet.right - place.getBoundingClientRect().right };
    });
  await expect.poll(async () => (await reach()).larger).toBe(true);
  await expect.poll(async () => (await reach()).hidden).toBeLessThanOrEqual(0);
  await app.chooseMenuItem("zoomFit");
  await expect.poll(async () => (await reach()).larger).toBe(false);
  await expect.poll(async () => (await reach()).hidden).toBeLessThanOrEqual(0);
});
