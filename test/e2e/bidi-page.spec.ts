/** An Arabic page with marks on it: what a mark is made of never changes the order in which words and numbers are read. */
import { join } from "node:path";
import { expect, test } from "./app";

test.use({ file: join(__dirname, "../../resources/samples/resolution-ar.txt") });

test("a number that two marks cross reads in its own order, and a reader of the screen hears where it came", async ({
  app,
}) => {
  const { window } = app;
  const item = window.locator(".sheet .ProseMirror .item").first();
  await item.locator("p").click();
  await window.keyboard.press("End");
  await window.keyboard.type(" 2027");
  // The check of end marks underlines the last figure, in the middle of the inserted number.
  await expect(item.locator("ins.finding")).toHaveText("7", { timeout: 20_000 });
  const places = await item.locator("ins").evaluateAll((marks) =>
    marks
      .map((mark) => mark.firstChild as Text)
      .flatMap((text) => [...text.data].map((figure, at) => ({ text, figure, at })))
      .filter(({ figure }) => /\d/u.test(figure))
      .map(({ text, figure, at }) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return { figure, left: range.getBoundingClientRect().left };
      })
      .sort((one, other) => one.left - other.left)
      .map(({ figure }) => figure)
      .join(""),
  );
  expect(places).toBe("2027");

  const reader = await window.context().newCDPSession(window);
  await reader.send("Accessibility.enable");
  const { nodes } = await reader.send("Accessibility.getFullAXTree");
  const heard = nodes.filter(({ role }) => role?.value === "StaticText").map(({ name }) => String(name?.value).trim());
  const number = heard.indexOf("202");
  expect(heard.slice(number - 1, number + 2)).toEqual(["inserted", "202", "end of change"]);
});
