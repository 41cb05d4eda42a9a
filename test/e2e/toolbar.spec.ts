/** The toolbar in a window without room for it: every command can be seen, or is in the menu at the end. */
import { join } from "node:path";
import { expect, test } from "./app";

test.use({ file: join(__dirname, "../../resources/samples/resolution-ru.txt") });

const commands = ["bold", "superscript", "moveUp", "moveDown", "rejectChange", "addComment"];

test("what finds no room stands in the menu, which itself is in sight", async ({ app }) => {
  const { window } = app;
  await window.locator(".sheet .ProseMirror .item").first().click();
  await window.keyboard.press("Control+,");
  await window.getByTestId("settings-language").selectOption("ru");
  await window.getByTestId("settings-save").click();
  const toolbar = window.getByTestId("toolbar");
  const more = window.getByTestId("menu-more");
  for (const width of [1366, 1280, 1024]) {
    await window.setViewportSize({ width, height: 720 });
    await expect(more).toBeVisible();
    const room = await toolbar.boundingBox();
    const inSight = async (id: string) => {
      const box = await window.getByTestId(id).boundingBox();
      return box !== null && room !== null && box.x >= room.x && box.x + box.width <= room.x + room.width + 1;
    };
    await expect.poll(() => inSight("menu-more")).toBe(true);
    await more.click();
    for (const id of commands) {
      const inMenu = await window.getByTestId(`item-${id}`).isVisible();
      expect(inMenu || (await inSight(`command-${id}`)), `${id} at ${width}`).toBe(true);
    }
    // The keys are in the menu as soon as it is drawn.
    await expect(window.getByRole("menu").locator(":focus")).toHaveCount(1);
    await window.keyboard.press("Escape");
    await expect(window.getByRole("menu")).toHaveCount(0);
  }
});
