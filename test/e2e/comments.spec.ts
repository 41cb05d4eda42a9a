/** Comments: made on selected words, answered, settled, undone, followed through edits, kept in the draft. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./app";

const root = join(__dirname, "../..");
const sample = join(root, "resources/samples/resolution-en.txt");

test("a comment on words is made, answered, settled, undone and still there when the draft is opened again", async ({
  launch,
}, info) => {
  const app = await launch({ file: sample });
  const { window, folder } = app;
  const item = window.locator('.sheet .ProseMirror [data-block="item"] > p').nth(1);
  await expect(item).toBeVisible();
  await item.click();
  await window.keyboard.press("Home");
  for (let words = 0; words < 2; words++) await window.keyboard.press("Control+Shift+ArrowRight");
  await window.keyboard.press("Control+Alt+m");
  const field = window.getByTestId("comment-words");
  await expect(field).toBeFocused();
  await field.fill("Is this <b>still</b> the text in force?");
  await window.keyboard.press("Control+Enter");
  const threads = window.getByTestId("thread");
  await expect(threads).toHaveCount(1);
  await expect(threads).toContainText("Is this <b>still</b> the text in force?");
  const tint = item.locator(".commented");
  await expect(tint).toHaveText(/Resolution/);
  const quoted = (await tint.textContent()) ?? "";

  // Its place goes along with what is typed before it.
  await item.click();
  await window.keyboard.press("Home");
  await window.keyboard.type("see ");
  await expect(item).toContainText("see Resolution");
  await expect(tint).toHaveText(quoted);

  await window.getByTestId("comment-answer").click();
  await field.fill("Since 2027.");
  await window.getByTestId("comment-say").click();
  await expect(threads).toContainText("Since 2027.");
  await expect(item.locator(".comment-flag")).toHaveAttribute("data-count", "2");
  await window.screenshot({ path: info.outputPath("comments.png") });

  await window.getByTestId("comment-settle").click();
  await expect(tint).toHaveCount(0);
  await expect(item.locator(".comment-flag")).toHaveAttribute("data-count", "✓");
  await app.chooseMenuItem("undo");
  await expect(tint).toHaveText(quoted);

  // The balloon leads to its thread from another panel.
  await window.getByTestId("tab-changes").click();
  await expect(threads).toHaveCount(0);
  await item.locator(".comment-flag").click();
  await expect(threads).toHaveCount(1);
  await expect(threads).toHaveClass(/here/);

  const draft = join(folder, "commented.resdraft");
  await app.answerSaveDialog(draft);
  await app.chooseMenuItem("save");
  await expect(window.getByTestId("notice").filter({ hasText: "commented" })).toBeVisible();
  await app.close();
  const again = await launch({ file: draft });
  await again.window.getByTestId("tab-comments").click();
  await expect(again.window.getByTestId("thread")).toContainText("Since 2027.");
  await expect(again.window.locator(".sheet .commented")).toHaveText(quoted);
});

test("a crash keeps what was said last", async ({ launch }) => {
  const app = await launch({ file: sample });
  const { window, userData } = app;
  const item = window.locator('.sheet .ProseMirror [data-block="item"] > p').nth(1);
  await item.click();
  await app.chooseMenuItem("addComment");
  await window.getByTestId("comment-words").fill("The whole provision.");
  await window.getByTestId("comment-say").click();
  await expect(window.getByTestId("thread")).toHaveCount(1);
  const journal = join(userData, "journal");
  const kept = () =>
    readdirSync(journal)
      .map((name) => readFileSync(join(journal, name), "latin1"))
      .join("");
  // The journal begins with a whole draft, which is an archive: what is asked is the offer after the crash.
  await expect.poll(() => kept().length).toBeGreaterThan(0);
  await item.click();
  await window.keyboard.press("End");
  await window.keyboard.type(" indeed");
  // Lines of edits are plain text, and the one that is waited for comes after the comment.
  await expect.poll(kept).toMatch(/"stepType":"replace"/);
  await app.kill();
  const again = await launch({ userData });
  await again.window.getByTestId("recover").getByRole("button", { name: "Recover" }).first().click();
  await again.window.getByTestId("tab-comments").click();
  await expect(again.window.getByTestId("thread")).toContainText("The whole provision.");
});
