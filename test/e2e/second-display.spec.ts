/** The window for the room on a real second display: it fills that one, and the editor stays where it is. */
import { join } from "node:path";
import { expect, test } from "./app";
import { hasTwoDisplays, type TwoDisplays, twoDisplays } from "./two-displays";

const sample = join(__dirname, "../../resources/samples/resolution-fr.txt");
let displays: TwoDisplays;

test.skip(!hasTwoDisplays, "Skipped: a second display needs Xvnc (Debian package tigervnc-standalone-server).");
test.beforeAll(async () => {
  displays = await twoDisplays(83, { width: 1280, height: 800 });
});
test.afterAll(() => displays.stop());

test("the room's window fills the second display", async ({ launch }, info) => {
  const { width, height } = displays.size;
  const app = await launch({ file: sample, display: displays.name });
  const { window, electron } = app;
  await expect(window.locator(".sheet .ProseMirror").first()).toBeVisible();
  expect(await electron.evaluate(({ screen }) => screen.getAllDisplays().map(({ bounds }) => bounds.x))).toEqual([
    0,
    width,
  ]);
  const item = window.locator('.sheet .ProseMirror [data-block="item"] > p').first();
  await item.click();
  await window.keyboard.type("XX ");
  const opened = electron.waitForEvent("window");
  await app.chooseMenuItem("toggleMeeting");
  const room = await opened;
  await expect(room.locator(".projection-row.here ins")).toContainText("XX");
  const bounds = () =>
    electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .map((each) => each.getBounds())
        .sort((one, other) => one.x - other.x),
    );
  await expect.poll(async () => (await bounds()).at(-1)).toEqual({ x: width, y: 0, width, height });
  const [editor] = await bounds();
  expect((editor?.x ?? 0) + (editor?.width ?? 0)).toBeLessThanOrEqual(width);
  expect(await room.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
  await room.screenshot({ path: info.outputPath("second-display.png") });
});
