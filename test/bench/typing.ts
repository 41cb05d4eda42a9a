/**
 * Types with real keys and measures each from the moment the browser took the key in to the first task after the
 * frame that shows it. What a key waits for earlier work counts, so pauses are as uneven as a writer's: lists and
 * exact redlines that follow a pause must not be in the way of the next key.
 */
import type { Page } from "@playwright/test";

declare global {
  interface Window {
    benchKeys: { begin: number; done: number; frame: number }[];
    benchBlock: Element | null;
  }
}

/** Runs in the page: notes every key from its event to the task after its frame. */
function installClock(): void {
  window.benchKeys = [];
  const channel = new MessageChannel();
  let waiting: { begin: number; done: number; frame: number }[] = [];
  channel.port1.onmessage = () => {
    const done = performance.now();
    for (const key of waiting) key.done = done;
    window.benchKeys.push(...waiting);
    waiting = [];
  };
  window.addEventListener(
    "keydown",
    (event) => {
      const key = { begin: event.timeStamp, frame: performance.now(), done: 0 };
      waiting.push(key);
      if (waiting.length === 1) requestAnimationFrame(() => channel.port2.postMessage(null));
    },
    true,
  );
}

/** Runs in the page: whether the caret came into the block that was clicked, into text that can be typed in. */
async function caretIsInBlock(): Promise<boolean> {
  for (let frames = 0; frames < 30; frames++) {
    await new Promise((done) => requestAnimationFrame(done));
    const { focusNode, isCollapsed } = getSelection() as Selection;
    const element = focusNode instanceof Element ? focusNode : focusNode?.parentElement;
    if (isCollapsed && element && window.benchBlock?.contains(element) && (element as HTMLElement).isContentEditable) {
      return true;
    }
  }
  return false;
}

export class Typist {
  readonly samples: number[] = [];

  private constructor(
    private readonly page: Page,
    private readonly block: string,
  ) {}

  /** `block` is the selector of a text block in which a click puts the caret. */
  static async on(page: Page, block: string): Promise<Typist> {
    await page.evaluate(installClock);
    return new Typist(page, block);
  }

  /**
   * Puts the caret into the text block at a share of the document's length, with a click. On a busy machine the text
   * may still move between the look and the click, so the click is repeated until the caret is where it should be.
   */
  async placeCaret(share: number): Promise<void> {
    for (let tries = 0; tries < 5; tries++) {
      await this.clickInto(share);
      if (await this.page.evaluate(caretIsInBlock)) return;
    }
    throw new Error(`Five clicks did not bring the caret into the text block at ${share} of the document.`);
  }

  private async clickInto(share: number): Promise<void> {
    const spot = await this.page.evaluate(
      async ([selector, part]) => {
        const blocks = [...document.querySelectorAll<HTMLElement>(selector)].filter(
          (block) => !block.closest("[contenteditable=false]") && block.getAttribute("data-block") === "item",
        );
        const block = blocks[Math.floor(blocks.length * part)] as HTMLElement;
        window.benchBlock = block;
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        let box = block.getBoundingClientRect();
        // What was off screen gets its real height only now, and may move the text: look until it stands still.
        for (let last = Number.NaN; last !== box.top; ) {
          last = box.top;
          block.scrollIntoView({ block: "center" });
          await frame();
          await frame();
          box = block.getBoundingClientRect();
        }
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      },
      [this.block, share] as const,
    );
    await this.page.mouse.click(spot.x, spot.y);
  }

  /** Types a text with uneven pauses and keeps what each key took. */
  async type(text: string, pauseAfter: (index: number) => number): Promise<void> {
    await this.page.evaluate(() => {
      window.benchKeys = [];
    });
    for (const [index, letter] of [...text].entries()) {
      await this.page.keyboard.press(letter === " " ? "Space" : letter);
      await new Promise((done) => setTimeout(done, pauseAfter(index)));
    }
    await this.page.waitForFunction((count) => window.benchKeys.length >= count, text.length);
    const keys = await this.page.evaluate(() => window.benchKeys);
    this.samples.push(...keys.map(({ begin, done }) => done - begin));
  }
}
