/** Accepting changes of a contribution: its base is a shelf of texts, and each text takes in what is its own. */
import { Fragment } from "prosemirror-model";
import { expect, test } from "vitest";
import { recordAttribution } from "../../../shared/editing/attribution";
import { changesOf } from "../../../shared/editing/change-list";
import { exactRedline, redlineKey } from "../../../shared/editing/redline-plugin";
import { settleTexts } from "../../../shared/editing/settled-texts";
import { comparedBase } from "../../../shared/redline/compared-base";
import { redline } from "../../../shared/redline/redline";
import { contribution } from "../../support/contribution";

const state = contribution("en");
const { shelf, attribution } = redlineKey.getState(state)!;
const marks = exactRedline(state)!;
const accepted = (wanted: Parameters<typeof settleTexts>[1], current = state.doc) => {
  const settled = settleTexts(
    {
      base: shelf,
      current,
      source: null,
      attribution: recordAttribution(attribution, marks),
      how: "accept",
      policy: "renumber",
      author: "A",
      renew: (base) => ({ base, source: null, messages: [] }),
    },
    wanted,
  );
  if (!settled.ok) throw new Error(settled.error.code);
  return settled.value;
};
const left = ({ base, current }: { base: typeof shelf; current: typeof shelf }) =>
  changesOf(redline(comparedBase(base, current), current), null);
const texts = (doc: typeof shelf) => doc.children.filter(({ type }) => type.name === "proposal");

test("one change goes into its own text, the others stay as they are", () => {
  const changes = changesOf(marks, attribution, "A");
  const word = changes.findIndex(({ kind, after }) => kind === "insertion" && after.trim() === "42");
  expect(word).toBeGreaterThanOrEqual(0);
  const now = accepted((_change, index) => index === word);
  now.base.check();
  expect(left(now)).toHaveLength(changes.length - 1);
  expect(texts(now.base).map(({ attrs }) => attrs.baseId)).toEqual(
    texts(shelf).flatMap(({ attrs }) => attrs.baseId || []),
  );
  expect(texts(now.base).filter(({ textContent }) => textContent.includes("42 "))).toHaveLength(1);
  expect(now.current.textContent).toBe(state.doc.textContent);
});

test("a new text that is accepted stands on the shelf under a name, and nothing is left to tell", () => {
  const now = accepted(() => true);
  now.base.check();
  expect(left(now)).toEqual([]);
  expect(texts(now.base)).toHaveLength(texts(shelf).filter(({ childCount }) => childCount > 0).length + 1);
  expect(texts(now.current).every(({ attrs }) => attrs.baseId)).toBe(true);
  // A text of the base proposes nothing and gives no reasons.
  for (const { attrs, children } of texts(now.base)) {
    expect(attrs.marker).toBe("");
    expect(children.some(({ type }) => type.name === "reasons")).toBe(false);
  }
});

test("a text that nobody proposes on any more stays on the shelf", () => {
  const [first] = texts(state.doc);
  const alone = state.doc.type.create(state.doc.attrs, [first!]);
  const settled = settleTexts(
    {
      base: shelf,
      current: alone,
      source: null,
      attribution: { inserted: [], deleted: [], blocks: {} },
      how: "accept",
      policy: "renumber",
      author: "A",
      renew: (base) => ({ base, source: null, messages: [] }),
    },
    () => true,
  );
  if (!settled.ok) throw new Error(settled.error.code);
  expect(left(settled.value)).toEqual([]);
  expect(new Set(texts(settled.value.base).map(({ attrs }) => attrs.baseId))).toEqual(
    new Set(texts(shelf).flatMap(({ attrs }) => attrs.baseId || [])),
  );
});

test("texts whose words meet crosswise are accepted, and no text of the shelf is lost", () => {
  const named = texts(state.doc).flatMap(({ attrs }) => attrs.baseId || []);
  expect(new Set(named).size).toBeGreaterThan(1);
  const [one, other] = named;
  const crossed = state.doc.copy(
    Fragment.from(
      state.doc.children.map((node) => {
        const baseId = node.attrs.baseId === one ? other : node.attrs.baseId === other ? one : node.attrs.baseId;
        return node.attrs.baseId ? node.type.create({ ...node.attrs, baseId }, node.content, node.marks) : node;
      }),
    ),
  );
  const now = accepted(() => true, crossed);
  now.base.check();
  expect(left(now)).toEqual([]);
  const names = texts(now.base).flatMap(({ attrs }) => attrs.baseId || []);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(named));
  expect(now.current.textContent).toBe(state.doc.textContent);
});
