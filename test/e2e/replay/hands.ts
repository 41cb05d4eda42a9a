/**
 * Edits the page as a person does, with mouse and keyboard only: click where the caret should be, select with
 * Shift, type, press Enter, Delete and Backspace. It looks at the page to find a block by the text it shows now
 * (struck deletions left out), never at the document behind it.
 */
import { expect, type Page } from "@playwright/test";

/** Runs in the page: what the text of blocks is, and where a character of it stands. */
function installEyes(): void {
  const textNodes = (paragraph: Element) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const mark = node.parentElement?.closest("[contenteditable=false]");
      if (!mark || !paragraph.contains(mark)) found.push(node as Text);
    }
    return found;
  };
  // A suppressed block still stands on the page, struck and out of the caret's reach.
  const paragraphs = () =>
    [...document.querySelectorAll<HTMLElement>(".ProseMirror [data-block] > p")].filter(
      (paragraph) => !paragraph.closest("[contenteditable=false]"),
    );
  const textOf = (paragraph: Element) =>
    textNodes(paragraph)
      .map((node) => node.data)
      .join("");
  Object.assign(window, {
    eyes: {
      texts: () => paragraphs().map(textOf),
      async point(index: number, offset: number) {
        const paragraph = paragraphs()[index] as HTMLElement;
        const range = document.createRange();
        range.setStart(paragraph, 0);
        let left = offset;
        for (const node of textNodes(paragraph)) {
          if (left <= node.length) {
            range.setStart(node, left);
            break;
          }
          left -= node.length;
        }
        range.collapse(true);
        (range.startContainer.parentElement ?? paragraph).scrollIntoView({ block: "center" });
        // What was off screen gets its real height only now, and may move the text: ask until it stands still.
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const rects = range.getClientRects();
        const box = rects[rects.length - 1] ?? paragraph.getBoundingClientRect();
        return { x: box.left, y: box.top + box.height / 2 };
      },
      caret() {
        const { focusNode, focusOffset } = window.getSelection() as Selection;
        const index = paragraphs().findIndex((paragraph) => paragraph.contains(focusNode));
        const paragraph = paragraphs()[index];
        if (!paragraph || !focusNode) return { index: -1, offset: -1 };
        const before = document.createRange();
        before.setStart(paragraph, 0);
        before.setEnd(focusNode, focusOffset);
        let offset = 0;
        for (const node of textNodes(paragraph)) {
          if (node === focusNode) offset += focusOffset;
          else if (before.comparePoint(node, 0) === 0) offset += node.length;
        }
        return { index, offset };
      },
    },
  });
}

interface Eyes {
  texts(): string[];
  point(index: number, offset: number): Promise<{ x: number; y: number }>;
  caret(): { index: number; offset: number };
}

declare global {
  interface Window {
    eyes: Eyes;
  }
}

export class Hands {
  private constructor(private readonly page: Page) {}

  static async on(page: Page): Promise<Hands> {
    await page.evaluate(installEyes);
    return new Hands(page);
  }

  /** The texts of all blocks, in order. */
  texts(): Promise<string[]> {
    return this.page.evaluate(() => window.eyes.texts());
  }

  /** Puts the caret before the character at `offset` of the block with this text. */
  async placeCaret(text: string, offset: number): Promise<void> {
    const texts = await this.texts();
    const index = texts.indexOf(text);
    if (index < 0) expect(texts, "the block is not on the page").toContain(text);
    const look = () => this.page.evaluate(([at, place]) => window.eyes.point(at, place), [index, offset] as const);
    let point = await look();
    for (let before = { x: 0, y: 0 }; before.x !== point.x || before.y !== point.y; ) {
      before = point;
      point = await look();
    }
    await this.page.mouse.click(point.x, point.y);
    // A click lands on one side of a wrap or of a struck word; the arrow keys do the rest.
    for (let tries = 0; tries < 8; tries++) {
      const caret = await this.page.evaluate(() => window.eyes.caret());
      if (caret.index === index && caret.offset === offset) return;
      await this.page.keyboard.press(caret.index < index || caret.offset < offset ? "ArrowRight" : "ArrowLeft");
    }
    expect(await this.page.evaluate(() => window.eyes.caret())).toEqual({ index, offset });
  }

  async selectForward(characters: number): Promise<void> {
    await this.page.keyboard.down("Shift");
    for (let count = 0; count < characters; count++) await this.page.keyboard.press("ArrowRight");
    await this.page.keyboard.up("Shift");
  }

  /** Replaces `remove` characters at `at` by typing. */
  async changeWords(text: string, at: number, remove: number, insert: string): Promise<void> {
    await this.placeCaret(text, at);
    if (remove > 0) await this.selectForward(remove);
    if (insert === "") await this.page.keyboard.press("Delete");
    else await this.page.keyboard.type(insert);
  }

  /** Adds a block after another one and types its text. */
  async addAfter(previous: string, text: string): Promise<void> {
    await this.placeCaret(previous, previous.length);
    await this.page.keyboard.press("Enter");
    await this.page.keyboard.type(text);
  }

  /** Empties a block and backspaces it away. */
  async suppress(text: string): Promise<void> {
    const count = (await this.texts()).length;
    await this.placeCaret(text, 0);
    await this.selectForward(text.length);
    await this.page.keyboard.press("Delete");
    for (let tries = 0; tries < 3 && (await this.texts()).length === count; tries++) {
      await this.page.keyboard.press("Backspace");
    }
    expect((await this.texts()).length).toBe(count - 1);
  }
}
