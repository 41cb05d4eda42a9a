/**
 * The main job, by hand: the true marking of seed 000 is typed into the base with mouse and keyboard, exported
 * through the menu and verified by the command line; the redline equals what `compare` says of the two texts,
 * whatever the order of typing.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type App, expect, test } from "../app";
import { type LineEdit, type Replay, replayOf } from "./golden-edits";
import { Hands } from "./hands";

const root = join(__dirname, "../../..");
const seeds = join(root, "../shared/seeds");
const base = join(seeds, "000-res98-base.txt");
const revised = join(seeds, "000-res98-revised.txt");
const pictures = join(root, "test/results/pictures");

const resdraft = (...words: string[]) =>
  execFileSync(process.execPath, [join(root, "out/cli.js"), ...words], { encoding: "utf8" });

/** Makes the edits one after another; what a line shows meanwhile decides where the next one goes. */
async function type(hands: Hands, replay: Replay, edits: LineEdit[]): Promise<void> {
  const shown = [...replay.base];
  for (const edit of edits) {
    const text = shown[edit.line] as string;
    if (edit.kind === "suppress") {
      await hands.suppress(text);
      shown[edit.line] = null;
    } else if (edit.kind === "add") {
      const previous = shown.slice(0, edit.line).findLast((line) => line !== null) as string;
      await hands.addAfter(previous, edit.text);
      shown[edit.line] = edit.text;
    } else {
      // From the end, so that the offsets of the base stay right.
      for (const { at, remove, insert } of [...edit.changes].reverse()) {
        const now = shown[edit.line] as string;
        await hands.changeWords(now, at, remove, insert);
        shown[edit.line] = now.slice(0, at) + insert + now.slice(at + remove);
      }
    }
  }
  expect(shown).toEqual(replay.revised);
}

async function exportTo(app: App, command: string, path: string): Promise<void> {
  await app.answerSaveDialog(path);
  await app.chooseMenuItem(command);
  await expect.poll(() => existsSync(path), { timeout: 20_000 }).toBe(true);
}

/** A permutation that the number alone decides. */
function drawnByLot<T>(list: T[], lot: number): T[] {
  let state = lot;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  return list
    .map((member) => ({ member, weight: next() }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ member }) => member);
}

const orders: { name: string; order(edits: LineEdit[]): LineEdit[] }[] = [
  { name: "from top to bottom", order: (edits) => edits },
  { name: "in an order drawn by lot", order: (edits) => drawnByLot(edits, Number(process.env.RESDRAFT_LOT ?? 1)) },
];

/** The same revision by whole items: what changed is selected and pasted over, what is new is pasted into a new item. */
async function paste(app: App, hands: Hands, replay: Replay): Promise<void> {
  const shown = [...replay.base];
  const insert = async (text: string) => {
    await app.electron.evaluate(({ clipboard }, words) => clipboard.writeText(words), text);
    await app.window.keyboard.press("Control+v");
  };
  for (const edit of replay.edits) {
    const text = shown[edit.line] as string;
    if (edit.kind === "suppress") await hands.suppress(text);
    else if (edit.kind === "add") {
      const previous = shown.slice(0, edit.line).findLast((line) => line !== null) as string;
      await hands.placeCaret(previous, previous.length);
      await app.window.keyboard.press("Enter");
      await insert(edit.text);
    } else {
      await hands.placeCaret(text, 0);
      await hands.selectForward(text.length);
      await insert(replay.revised[edit.line]?.trim() ?? "");
    }
    shown[edit.line] = replay.revised[edit.line]?.trim() ?? null;
  }
}

test("the revision of seed 000 pasted item by item is the proposal that compare gives", async ({ launch }) => {
  test.skip(!existsSync(seeds), "The source documents of ../shared/seeds are not here.");
  test.setTimeout(600_000);
  const app = await launch({ file: base });
  await expect(app.window.locator(".ProseMirror [data-block=call]").first()).toBeVisible();
  await app.window.setViewportSize({ width: 1440, height: 1000 });
  const hands = await Hands.on(app.window);
  await paste(app, hands, replayOf(readFileSync(join(seeds, "000-res98-mod.marked.txt"), "utf8")));

  const json = join(app.folder, "proposal.json");
  await exportTo(app, "exportJson", json);
  const compared = join(app.folder, "compared.json");
  resdraft("compare", base, revised, "-o", compared);
  expect(JSON.parse(readFileSync(json, "utf8"))).toEqual(JSON.parse(readFileSync(compared, "utf8")));
});

for (const { name, order } of orders) {
  test(`the revision of seed 000 typed ${name} is the proposal that compare gives`, async ({ launch }) => {
    test.skip(!existsSync(seeds), "The source documents of ../shared/seeds are not here.");
    test.setTimeout(600_000);
    const app = await launch({ file: base });
    await expect(app.window.locator(".ProseMirror [data-block=call]").first()).toBeVisible();
    await app.window.setViewportSize({ width: 1440, height: 1000 });
    const hands = await Hands.on(app.window);
    const replay = replayOf(readFileSync(join(seeds, "000-res98-mod.marked.txt"), "utf8"));
    await type(hands, replay, order(replay.edits));

    const shown = (await hands.texts()).filter((text) => text !== "");
    expect(shown).toEqual(replay.revised.filter((text) => text !== null));

    mkdirSync(pictures, { recursive: true });
    await app.window.screenshot({ path: join(pictures, `replay ${name}.png`) });

    const marked = join(app.folder, "proposal.docx");
    await exportTo(app, "exportTracked", marked);
    resdraft("verify", marked, "--base", base, "--revised", revised);

    const json = join(app.folder, "proposal.json");
    await exportTo(app, "exportJson", json);
    const compared = join(app.folder, "compared.json");
    resdraft("compare", base, revised, "-o", compared);
    expect(JSON.parse(readFileSync(json, "utf8"))).toEqual(JSON.parse(readFileSync(compared, "utf8")));
  });
}
