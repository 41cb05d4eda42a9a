/** What a reader of the screen would stumble over, found by axe; each finding names where and what. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** Every violation in a window, whatever its weight; with `parts` in these alone. */
export async function stumbles(window: Page, where: string, ...parts: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page: window })
    .setLegacyMode()
    // Fluent's own markers for moving the focus: hidden and focusable on purpose.
    .exclude("[data-tabster-dummy]")
    // Wherever the mouse was left: the description of a button, drawn outside of all landmarks.
    .exclude('[role="tooltip"]');
  for (const part of parts) axe.include(part);
  // What fades in has not its colours yet.
  await window.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
}
