/** A right click: in the text the commands that can be done at that place, in a field what one does with words. */
import { join } from "node:path";
import { type App, expect, test } from "./app";

test.use({ file: join(__dirname, "../../resources/samples/resolution-en.txt") });

interface Shown {
  label: string;
  enabled: boolean;
}

/** Menus no longer open on the screen, where nothing here could choose from them; they are kept to be looked at. */
async function keepMenus({ electron }: App): Promise<void> {
  await electron.evaluate(({ Menu }) => {
    Object.assign(globalThis, { popped: [] });
    Menu.prototype.popup = function popup() {
      (globalThis as unknown as { popped: Electron.Menu[] }).popped.push(this);
    };
  });
}

function lastMenu({ electron }: App): Promise<Shown[] | undefined> {
  return electron.evaluate(() => {
    const { popped } = globalThis as unknown as { popped: Electron.Menu[] };
    return popped
      .at(-1)
      ?.items.filter(({ type }) => type !== "separator")
      .map(({ label, enabled }) => ({ label, enabled }));
  });
}

function choose({ electron }: App, id: string): Promise<void> {
  return electron.evaluate((_electron, wanted) => {
    const { popped } = globalThis as unknown as { popped: Electron.Menu[] };
    popped.at(-1)?.getMenuItemById(wanted)?.click();
  }, id);
}

const enabled = (menu: Shown[] | undefined, label: string) => menu?.find((item) => item.label === label)?.enabled;

test("in the text, the change under the pointer is rejected from the menu", async ({ app }) => {
  const { window } = app;
  await keepMenus(app);
  const items = window.locator(".sheet .ProseMirror .item > p");
  await items.first().click();
  await window.keyboard.press("Home");
  await window.keyboard.type("ZZZ ");
  await expect(window.getByTestId("changes")).toContainText("ZZZ");
  await items.nth(2).click({ button: "right" });
  await expect.poll(async () => enabled(await lastMenu(app), "Reject this change")).toBe(false);
  await items.first().locator("ins").first().click({ button: "right" });
  await expect.poll(async () => enabled(await lastMenu(app), "Reject this change")).toBe(true);
  expect((await lastMenu(app))?.map(({ label }) => label)).toEqual([
    "Cut",
    "Copy",
    "Paste",
    "Select all",
    "New comment…",
    "Put in square brackets",
    "Accept this change into the base",
    "Reject this change",
    "Reject all changes in the selection",
    "Return the provision to the base",
    "Item before",
    "Item after",
    "Style",
    "Table",
  ]);
  await choose(app, "rejectChange");
  await expect(items.first()).not.toContainText("ZZZ");
});

test("in a field there is nothing but what one does with words", async ({ app }) => {
  const { window } = app;
  await window.locator(".sheet .ProseMirror .item").first().waitFor();
  await keepMenus(app);
  await window.keyboard.press("Control+,");
  await window.getByRole("dialog").getByRole("textbox").click({ button: "right" });
  await expect
    .poll(async () => (await lastMenu(app))?.map(({ label }) => label))
    .toEqual(["Cut", "Copy", "Paste", "Select all"]);
});
