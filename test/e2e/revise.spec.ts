/** Revising at another conference in the window: chosen, ticked, made as tracked changes, undone at once. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./app";
import { stumbles } from "./axe";

const samples = join(__dirname, "../../resources/samples");
const page = (window: Page) => window.locator(".sheet .ProseMirror").first();
const by = (window: Page, name: string) => window.locator(`[data-testid="${name}"]`);

test("a resolution is brought to another conference, with the resolutions it cites", async ({ launch }, info) => {
  const first = await launch();
  const file = join(first.folder, "cited.txt");
  const text = readFileSync(join(samples, "resolution-fr.txt"), "utf8")
    .replaceAll("Port-Serein, 2030", "Hammamet, 2016")
    .replace(
      "la Résolution 902 (Valdombre, 2026) de la présente Assemblée",
      "la Résolution 71 (Rév. Busan, 2014) de la Conférence",
    );
  writeFileSync(file, text);
  await first.close();
  const { window } = await launch({ file });
  await expect(page(window)).toContainText("Busan");
  await window.keyboard.press("Control+Alt+d");
  const dialog = by(window, "dialog-revise");
  await expect(dialog).toBeVisible();
  await by(window, "revise-conference").selectOption({ label: "WTSA: New Delhi, 2024" });
  for (const kind of ["number", "history", "enacting", "cited"])
    await expect(by(window, `date-${kind}`)).toHaveCount(1);
  await expect(dialog).toContainText("RÉSOLUTION 901 (Rév. New Delhi, 2024)");
  await expect(dialog).toContainText("Résolution 71 (Rév. Bucarest, 2022)");
  expect(await stumbles(window, "revise", '[data-testid="dialog-revise"]')).toEqual([]);
  await window.screenshot({ path: info.outputPath("revise.png") });

  // The user knows more than the program.
  await by(window, "known-open").click();
  await by(window, "known-table").fill("PP 71 Doha 2023\nPP");
  await expect(dialog).toContainText("Lines that name no revision: 2");
  await by(window, "known-table").fill("PP 71 Doha 2023");
  await window.keyboard.press("Tab");
  await expect(dialog).toContainText("Résolution 71 (Rév. Doha, 2023)");

  await by(window, "date-history").click();
  await by(window, "revise-apply").click();
  await expect(dialog).toHaveCount(0);
  await expect(page(window)).toContainText("New Delhi, 2024");
  await expect(page(window).locator(".insertion", { hasText: "Doha, 2023" })).toHaveCount(1);
  await expect(page(window).locator(".resolutionReference")).not.toContainText("New Delhi");
  await page(window).click();
  await window.keyboard.press("Control+z");
  await expect(by(window, "counts")).toContainText("No change against the base");
});
