/** Real keys in the real application, on the base text of a real resolution. */
import type { Page } from "@playwright/test";
import { hasSeeds, seedPath } from "../support/real-documents";
import { type App, expect, test } from "./app";

test.skip(!hasSeeds, "The real documents are not on this machine.");
test.use({ file: hasSeeds ? seedPath("000-res98-base") : undefined });

/** A block of the text by what it says; struck blocks are not part of the text. */
function block(window: Page, text: string) {
  return window.locator(".ProseMirror .block:not(.struck-block)").filter({ hasText: text }).first();
}

/** Puts the caret before the first character of a block. */
async function goTo(window: Page, text: string) {
  await block(window, text)
    .locator("p")
    .click({ position: { x: 70, y: 8 } });
  await window.keyboard.press("Home");
}

/** The text node that holds the caret and the offset in it. */
async function caret(window: Page): Promise<string> {
  return window.evaluate(() => {
    const { focusNode, focusOffset } = getSelection() as Selection;
    return `${focusNode?.textContent?.slice(0, 20)}:${focusOffset}`;
  });
}

/** The labels of the section that a block stands in, as they are now. */
async function labels(window: Page, text: string): Promise<string[]> {
  return window
    .locator(".section")
    .filter({ hasText: text })
    .first()
    .evaluate((section) =>
      [...section.querySelectorAll<HTMLElement>(".block:not(.struck-block) > p")]
        .map((label) => label.dataset.label ?? "")
        .filter(Boolean),
    );
}

async function type(app: App, text: string) {
  await app.window.keyboard.type(text);
}

/** Makes the processor of the page this many times slower. */
async function slow(window: Page, rate: number): Promise<void> {
  const session = await window.context().newCDPSession(window);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

test.beforeEach(async ({ app }) => {
  await app.window.locator(".ProseMirror .item").first().waitFor();
});

test("Enter begins an item, its label is added and the labels after it move on; undo takes all of it back", async ({
  app,
}) => {
  const { window } = app;
  const text = () => window.locator(".ProseMirror").evaluate((page) => page.textContent);
  const before = await text();
  await goTo(window, "la Résolution 58");
  await window.keyboard.press("ArrowUp");
  await window.keyboard.press("End");
  await window.keyboard.press("Enter");
  await type(app, "la contribution des villes;");
  expect(await labels(window, "la contribution des villes")).toEqual(["a)", "b)", "c)", "d)", "e)", "f)", "g)"]);
  const added = block(window, "la contribution des villes");
  await expect(added).toHaveAttribute("data-status", "added");
  await expect(added.locator("ins")).toHaveText("la contribution des villes;");
  await expect(block(window, "la Résolution 58").locator("p")).toHaveAttribute("data-before", "c)");
  for (let i = 0; i < 4; i++) await window.keyboard.press("Control+z");
  await expect.poll(text).toBe(before);
  await expect(window.locator("[data-status]:not([data-status=frame]).block")).toHaveCount(0);
});

test("the caret goes from line to line, past labels and struck text", async ({ app }) => {
  const { window } = app;
  await goTo(window, "la Résolution 58");
  const before = await caret(window);
  for (let i = 0; i < 4; i++) await window.keyboard.press("ArrowUp");
  expect(await caret(window)).toMatch(/^la Résolution 197 .*:1\d\d$/);
  for (let i = 0; i < 4; i++) await window.keyboard.press("ArrowDown");
  expect(await caret(window)).toBe(before);
  await window.keyboard.press("ArrowLeft");
  expect(await caret(window)).toMatch(/^la Résolution 66/);
});

test("letters typed after a click on struck words stand beside them", async ({ app }) => {
  const { window } = app;
  const item = block(window, "de l'Assemblée des radiocommunications");
  const standing = () =>
    item.locator("p").evaluate((text) => {
      const copy = text.cloneNode(true) as HTMLElement;
      for (const gone of copy.querySelectorAll("del")) gone.remove();
      return copy.textContent ?? "";
    });
  await item.locator("p").click({ position: { x: 110, y: 8 } });
  await window.keyboard.press("Control+ArrowLeft");
  for (let words = 0; words < 4; words++) await window.keyboard.press("Control+Shift+ArrowRight");
  await window.keyboard.press("Delete");
  const struck = item.locator("del.deletion").first();
  await expect(struck).toBeVisible();
  const before = await standing();
  // The caret is somewhere else: it must come along.
  await goTo(window, "la Résolution 58");
  await struck.click();
  await type(app, "quick brown ");
  await expect.poll(standing).toContain("quick brown ");
  expect((await standing()).replace("quick brown ", "")).toBe(before);
});

test("a deleted item stands struck in its place, and Restore brings it back", async ({ app }) => {
  const { window } = app;
  await goTo(window, "l'importance de l'Internet des objets pour");
  await window.keyboard.press("Shift+ArrowDown");
  await window.keyboard.press("Shift+ArrowDown");
  await window.keyboard.press("Shift+Home");
  await window.keyboard.press("Delete");
  const struck = window.locator(".struck-block").filter({ hasText: "l'importance de l'Internet des objets pour" });
  await expect(struck).toHaveCount(1);
  await expect(struck.locator("del")).toHaveCSS("text-decoration-line", "line-through");
  expect((await labels(window, "que divers secteurs")).at(-1)).toBe("j)");
  await struck.getByRole("button").click();
  await expect(struck).toHaveCount(0);
  await expect(block(window, "l'importance de l'Internet des objets pour")).toBeVisible();
  expect((await labels(window, "que divers secteurs")).at(-1)).toBe("k)");
  await expect(window.locator(".block[data-status]")).toHaveCount(0);
});

test("Tab makes a sub-item, Alt+Arrow moves it as a whole, Backspace at a call joins the sections", async ({ app }) => {
  const { window } = app;
  await goTo(window, "que divers secteurs");
  await window.keyboard.press("Tab");
  await expect(block(window, "que divers secteurs").locator("p")).toHaveAttribute("data-label", "i)");
  await goTo(window, "l'importance de l'Internet des objets pour");
  await window.keyboard.press("Alt+ArrowUp");
  const order = await window.locator(".ProseMirror .item:not(.struck-block)").allInnerTexts();
  const at = order.findIndex((text) => text.startsWith("l'importance de l'Internet"));
  expect(order[at + 1]).toMatch(/^que divers secteurs/);
  expect(order[at + 2]).toMatch(/^que le développement/);
  const sections = await window.locator(".section").count();
  await goTo(window, "reconnaissant");
  await window.keyboard.press("Backspace");
  await expect(window.locator(".section")).toHaveCount(sections - 1);
});

test("a label is typed in its place, and stays", async ({ app }) => {
  const { window } = app;
  const item = block(window, "la Résolution 66");
  await item.locator("p").click({ position: { x: 8, y: 8 } });
  await window.keyboard.type("abis)");
  await window.keyboard.press("Enter");
  await expect(item.locator("p")).toHaveAttribute("data-label", "abis)");
  await expect(item.locator("p")).toHaveAttribute("data-before", "b)");
  await expect(item).toHaveAttribute("data-status", "relabelled");
  expect((await labels(window, "la Résolution 66")).slice(0, 3)).toEqual(["a)", "abis)", "c)"]);
});

test("text from Word comes in with its structure", async ({ app }) => {
  const { window } = app;
  await app.electron.evaluate(({ clipboard }) =>
    // The types are those of a newer Electron, whose clipboard takes items.
    (clipboard as unknown as { write(data: { text: string; html: string }): void }).write({
      text: "unused",
      html: `<p class=MsoNormal><i>m)<span style='mso-tab-count:1'> </span></i>que le collage garde la structure;</p>
        <p class=enumlev1>i)<span style='mso-tab-count:1'> </span>avec des sous-points,<script>document.title = "ran"</script></p>`,
    }),
  );
  await goTo(window, "que divers secteurs");
  await window.keyboard.press("ArrowUp");
  await window.keyboard.press("End");
  await window.keyboard.press("Control+v");
  await expect(block(window, "que le collage garde").locator("p")).toHaveAttribute("data-label", "c)");
  await expect(block(window, "avec des sous-points")).toHaveAttribute("data-level", "2");
  await expect(block(window, "que divers secteurs").locator("p")).toHaveAttribute("data-label", "d)");
  expect(await window.title()).not.toBe("ran");
});

test("cut and paste moves items as themselves; what is copied is clean text", async ({ app }) => {
  const { window } = app;
  const id = await block(window, "que divers secteurs").getAttribute("data-id");
  await goTo(window, "que divers secteurs");
  for (let i = 0; i < 4; i++) await window.keyboard.press("Shift+ArrowDown");
  await window.keyboard.press("Shift+Home");
  await window.keyboard.press("Control+c");
  const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(/^c\)\tque divers secteurs.*\(SC&C\);$/);
  await window.keyboard.press("Control+x");
  await goTo(window, "que des spécifications techniques");
  await window.keyboard.press("Control+v");
  await expect(block(window, "que divers secteurs")).toHaveAttribute("data-id", id ?? "");
  expect((await labels(window, "que des spécifications techniques")).at(-1)).toBe("g)");
});

test("the views show the same text marked, clean and as it was", async ({ app }) => {
  const { window } = app;
  await goTo(window, "L'Assemblée mondiale");
  await type(app, "Nouveau ");
  await expect(window.locator(".desk.view-marked ins")).toHaveText("Nouveau ");
  await window.keyboard.press("Control+2");
  await expect(window.locator(".desk.view-clean ins")).toHaveCSS("text-decoration-line", "none");
  await window.keyboard.press("Control+3");
  await expect(window.locator(".sheet:not([hidden]) .enacting")).not.toContainText("Nouveau");
});

test("keys keep their order on a machine ten times slower", async ({ app }) => {
  test.setTimeout(180_000);
  const { window } = app;
  await slow(window, 10);
  for (let round = 0; round < 4; round++) {
    await goTo(window, "la Résolution 58");
    await window.keyboard.press("ArrowUp");
    await window.keyboard.press("End");
    await window.keyboard.press("Enter");
    await type(app, `ajout ${round};`);
    const added = block(window, `ajout ${round};`);
    await expect(added.locator("ins")).toHaveText(`ajout ${round};`);
    await expect(added).toHaveAttribute("data-status", "added");
  }
});

test("keys pressed while the page is busy do what they say, one after another", async ({ app }) => {
  const { window } = app;
  await slow(window, 4);
  await goTo(window, "la Résolution 58");
  const keys: [string, number][] = [
    ["ArrowUp", 38],
    ["End", 35],
    ["Enter", 13],
    ["u", 85],
    ["n", 78],
    ["ArrowDown", 40],
    ["Home", 36],
    ["x", 88],
    ["Delete", 46],
    ["ArrowUp", 38],
    ["End", 35],
    ["Backspace", 8],
    ["e", 69],
  ];
  const session = await window.context().newCDPSession(window);
  // All of them wait in the window's queue, as they do when a person is faster than the machine.
  const busy = window.evaluate(() => {
    const until = performance.now() + 700;
    while (performance.now() < until);
  });
  const pressed = keys.flatMap(([key, windowsVirtualKeyCode]) => {
    const text = key.length === 1 ? key : key === "Enter" ? "\r" : undefined;
    const event = { key, code: key.length === 1 ? `Key${key.toUpperCase()}` : key, windowsVirtualKeyCode };
    return [
      session.send("Input.dispatchKeyEvent", {
        type: text ? "keyDown" : "rawKeyDown",
        ...event,
        ...(text ? { text } : {}),
      }),
      session.send("Input.dispatchKeyEvent", { type: "keyUp", ...event }),
    ];
  });
  await Promise.all([busy, ...pressed]);
  const texts = () =>
    window.locator(".ProseMirror .item:not(.struck-block) p").evaluateAll((items) =>
      items.map((item) => {
        const copy = item.cloneNode(true) as HTMLElement;
        for (const struck of copy.querySelectorAll("[contenteditable=false]")) struck.remove();
        return copy.textContent ?? "";
      }),
    );
  await expect.poll(texts).toContainEqual(expect.stringMatching(/^xa Résolution 58/));
  const now = await texts();
  expect(now[now.findIndex((text) => text.startsWith("xa Résolution 58")) - 1]).toBe("ue");
});

test("the page follows the caret out of sight, and stands still while it is in sight", async ({ app }) => {
  const { window } = app;
  const place = window.getByTestId("page");
  const top = () => place.evaluate((element) => element.scrollTop);
  const caretIsInSight = () =>
    place.evaluate((element) => {
      const caret = (getSelection() as Selection).getRangeAt(0).getBoundingClientRect();
      const box = element.getBoundingClientRect();
      return caret.height > 0 && caret.top >= box.top && caret.bottom <= box.bottom;
    });
  await goTo(window, "la Résolution 58");
  const before = await top();
  await type(app, "et ");
  expect(await top()).toBe(before);
  // Looked elsewhere meanwhile, with the wheel: the next letter comes back to where it is typed.
  await place.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect.poll(caretIsInSight).toBe(false);
  await type(app, "d");
  await expect.poll(caretIsInSight).toBe(true);
  // And line after line at the lower edge.
  for (let lines = 0; lines < 30; lines++) {
    await type(app, "un alinéa;");
    await window.keyboard.press("Enter");
  }
  await type(app, "x");
  expect(await caretIsInSight()).toBe(true);
  expect(await top()).toBeGreaterThan(before);
});
