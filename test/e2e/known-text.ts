/**
 * A text that tells of itself how much of it is there: letters in a fixed sequence after a mark, typed at ten keys a
 * second. Whatever is found on the page or in a draft later is a beginning of it, or something was damaged.
 */
import { existsSync, readFileSync } from "node:fs";
import { readDraft } from "../../shared/draft/draft-reader";
import type { App } from "./app";

const keysPerSecond = 10;
/** Stands before the typed text, and nowhere else in the sample. */
export const mark = "§";

/** What is typed, so that any stretch of it tells where it belongs. */
const letter = (at: number) => (at % 6 === 5 ? " " : String.fromCharCode(97 + ((at * 7 + Math.floor(at / 26)) % 26)));

/** The first so many letters. */
export const knownText = (length: number) => Array.from({ length }, (_, at) => letter(at)).join("");

export const page = (app: App) => app.window.locator(".ProseMirror").first();

/** The text after the mark as the page shows it. */
export async function shownText(app: App): Promise<string> {
  const item = page(app).locator("[data-block=item] > p", { hasText: mark }).first();
  return ((await item.textContent()) ?? "").split(mark)[1] ?? "";
}

/** The text after the mark in a draft on the disk; null when there is no such file. */
export function savedText(path: string): string | null {
  if (!existsSync(path)) return null;
  const draft = readDraft(readFileSync(path));
  if (!draft.ok) throw new Error(`The draft on the disk does not open: ${draft.error.code}`);
  const { current } = draft.value;
  return (current.textBetween(0, current.content.size, "\n").split(mark)[1] ?? "").split("\n")[0] ?? "";
}

export async function putCaretAtEnd(app: App, text: string): Promise<void> {
  await page(app)
    .locator("[data-block=item] > p", { hasText: text })
    .first()
    .evaluate((paragraph) => {
      (paragraph.closest(".ProseMirror") as HTMLElement).focus();
      const selection = getSelection();
      selection?.selectAllChildren(paragraph);
      selection?.collapseToEnd();
    });
}

export interface Typed {
  /** The whole text after the mark. */
  text: string;
  /** When each key had reached the page, from the first key of this round. */
  times: number[];
}

/** Types the next letter. */
export async function typeNext(app: App, typed: Typed): Promise<void> {
  const next = letter(typed.text.length);
  await app.window.keyboard.press(next === " " ? "Space" : next);
  typed.text += next;
  typed.times.push(Date.now());
}

/** Types until told to stop, and no faster than a person does. */
export async function typeOn(app: App, typed: Typed, stopped: () => boolean): Promise<void> {
  const begun = Date.now();
  for (let key = 1; !stopped(); key++) {
    try {
      await typeNext(app, typed);
    } catch (error) {
      if (stopped()) return;
      throw error;
    }
    const rest = begun + (key * 1000) / keysPerSecond - Date.now();
    if (rest > 0) await pause(rest);
  }
}

export const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
