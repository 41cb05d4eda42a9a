/** Meeting mode: a second window for the room that follows the presenter's keys and the chair's edits at once. */
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type App, expect, test } from "./app";

const root = join(__dirname, "../..");
const sample = (language: string) => join(root, `resources/samples/resolution-${language}.txt`);

/** Types words at the end of an item. */
async function typeInto(window: Page, item: number, words: string): Promise<void> {
  const text = window.locator('.sheet .ProseMirror [data-block="item"] > p').nth(item);
  await text.click();
  await window.keyboard.press("Control+End");
  await text.click();
  await window.keyboard.press("Home");
  await window.keyboard.type(words);
  await expect(text).toContainText(words);
}

async function startMeeting(app: App): Promise<Page> {
  const opened = app.electron.waitForEvent("window");
  await app.chooseMenuItem("toggleMeeting");
  const room = await opened;
  await expect(room.getByTestId("projection")).toBeVisible();
  return room;
}

test("the room sees the current change framed, follows keys on both sides, and every edit of the chair", async ({
  launch,
}, info) => {
  const app = await launch({ file: sample("en") });
  const { window } = app;
  await expect(window.locator(".sheet .ProseMirror").first()).toBeVisible();
  await typeInto(window, 1, "first ");
  await typeInto(window, 5, "second ");
  const room = await startMeeting(app);
  const here = room.locator(".projection-row.here");
  const place = window.getByTestId("meeting-place");
  await expect(here.locator("ins")).toContainText("first");
  await expect(here).toBeInViewport();
  await expect(place).toHaveText("1 of 2");
  // What is settled is a line, and the type can be read from the back.
  await expect(room.locator(".projection-fold").first()).toBeVisible();
  const colours = await here
    .locator("ins, .block")
    .evaluateAll((parts) => new Set(parts.map((part) => getComputedStyle(part).color)).size);
  expect(colours).toBe(2);
  const size = await here.locator(".block").evaluate((block) => Number.parseFloat(getComputedStyle(block).fontSize));
  expect(size).toBeGreaterThanOrEqual(32);
  // The labels too, at the smallest size there is: 24 points are 32 pixels.
  for (let less = 0; less < 6; less++) await room.keyboard.press("-");
  const small = await room
    .locator(".projection-row .chip, .projection-fold, .projection-row .label, .projection-row .block")
    .evaluateAll((labels) => labels.map((each) => Number.parseFloat(getComputedStyle(each).fontSize)));
  expect(small.length).toBeGreaterThan(3);
  expect(Math.min(...small)).toBeGreaterThanOrEqual(32);
  await room.keyboard.press("+");

  // A clicker in the room's window, then the presenter's list.
  await room.keyboard.press("PageDown");
  await expect(here.locator("ins")).toContainText("second");
  await expect(place).toHaveText("2 of 2");
  await room.keyboard.press("PageDown");
  await expect(place).toHaveText("2 of 2");
  await window.getByTestId("meeting-previous").click();
  await expect(here.locator("ins")).toContainText("first");
  await window.getByTestId("meeting-theme").click();
  await expect(room.getByTestId("projection")).toHaveAttribute("data-theme", "dark");
  await room.screenshot({ path: info.outputPath("room-dark.png") });
  await window.getByTestId("meeting-theme").click();
  await room.screenshot({ path: info.outputPath("room-light.png") });
  await window.screenshot({ path: info.outputPath("presenter.png") });

  // The chair edits another provision: the room is taken there and sees each word.
  await typeInto(window, 3, "live ");
  await expect(here.locator("ins")).toContainText("live");
  await expect(here).toBeInViewport();
  await expect(place).toHaveText("2 of 3");

  const closed = room.waitForEvent("close");
  // The window may be gone before the key comes up again.
  await room.keyboard.press("Escape").catch(() => {});
  await closed;
  await expect.poll(() => app.electron.windows().length).toBe(1);
  await expect(window.getByTestId("meeting")).toHaveCount(0);
  await expect(window.locator(".sheet .ProseMirror").first()).toContainText("live");
});

test("closing the room's window ends the meeting, closing the text closes the window", async ({ launch }, info) => {
  const app = await launch({ file: sample("ar") });
  const { window } = app;
  await expect(window.locator(".sheet .ProseMirror").first()).toBeVisible();
  const room = await startMeeting(app);
  await window.getByTestId("meeting-walk").selectOption("provisions");
  await room.keyboard.press("End");
  await expect(room.locator(".projection-row.here")).toBeInViewport();
  await room.keyboard.press("+");
  await room.screenshot({ path: info.outputPath("room-arabic.png") });
  await room.close();
  await expect(window.getByTestId("meeting")).toHaveCount(0);
  await startMeeting(app);
  await app.chooseMenuItem("closeDocument");
  await expect.poll(() => app.electron.windows().length).toBe(1);
});

test("the page can open nothing but the room's window", async ({ launch }) => {
  const app = await launch({ file: sample("en") });
  const opened = await app.window.evaluate(() => [
    window.open("about:blank", "other") === null,
    window.open("resdraft://app/index.html", "projection") === null,
    window.open("data:text/html,x", "projection") === null,
  ]);
  expect(opened).toEqual([true, true, true]);
});
