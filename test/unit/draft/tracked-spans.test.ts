/** Who changed what in a tracked Word file, told for changes that have no words of their own. */
import { expect, test } from "vitest";
import { openBase } from "../../../shared/draft/open";
import { attributionOf, seedAttribution, startAttribution } from "../../../shared/editing/attribution";
import { changesOf } from "../../../shared/editing/change-list";
import { redline } from "../../../shared/redline/redline";
import { wordPackage } from "../../support/word-package";

const by = (author: string) => `w:id="1" w:author="${author}" w:date="2030-01-02T03:04:00Z"`;
const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string, mark = "") => `<w:p><w:pPr>${mark && `<w:rPr>${mark}</w:rPr>`}</w:pPr>${content}</w:p>`;
const frame = p(t("The Assembly met in the hall of the port and heard the delegates of the islands."));

/** Every change of a file as a proposal: what it is, and whose. */
function changesIn(body: string): string[] {
  const opened = openBase(wordPackage(frame + body + frame), "tracked.docx");
  if (!opened.ok || !opened.value.current) throw new Error("nothing is tracked");
  const { doc, current, spans } = opened.value;
  const compared = redline(doc, current);
  const state = startAttribution(doc, current, seedAttribution(doc, current, spans));
  for (const provision of compared.provisions) {
    if (provision.status === "unchanged" || provision.status === "frame") continue;
    for (const segment of provision.segments.filter(({ op }) => op !== "=")) {
      expect(attributionOf(state, provision, segment)).toBeDefined();
    }
  }
  return changesOf(compared, state).map(({ kind, author, date }) => `${kind} ${author} ${date}`);
}

const stamp = "2030-01-02T03:04:00Z";
const sentence = "The delegates of the coast asked for a register of the tides";
const other = " and the delegates of the islands agreed to it.";

test("a join of which nothing but the mark was changed is signed by whoever deleted the mark", () => {
  const changes = changesIn(p(t(sentence), `<w:del ${by("Ana")}/>`) + p(t(other)));
  expect(changes.length).toBeGreaterThan(0);
  for (const change of changes) expect(change).toMatch(`Ana ${stamp}`);
});

test("a split of which nothing but the mark was changed is signed by whoever inserted the mark", () => {
  const changes = changesIn(p(t(sentence), `<w:ins ${by("Ben")}/>`) + p(t(other)));
  expect(changes.length).toBeGreaterThan(0);
  for (const change of changes) expect(change).toMatch(`Ben ${stamp}`);
});

test("words beside a joined mark keep their own author", () => {
  const added = `<w:ins ${by("Cleo")}>${t(" every morning")}</w:ins>`;
  const changes = changesIn(p(t(sentence) + added, `<w:del ${by("Ana")}/>`) + p(t(other)));
  expect(changes.some((change) => change.includes("Cleo"))).toBe(true);
});

test("formatting is signed by whoever changed it", () => {
  const bold = `<w:r><w:rPr><w:b/><w:rPrChange ${by("Dee")}><w:rPr/></w:rPrChange></w:rPr><w:t>${sentence}</w:t></w:r>`;
  expect(changesIn(p(bold))).toEqual([`formatted Dee ${stamp}`]);
});

test("a new label is signed by whoever put it before the words, and the words by their own author", () => {
  const list = ["a)\tthat tides are rare;", "b)\tthat floods are many,"].map((line) => p(t(line)));
  const moved = p(
    `<w:del ${by("Ana")}>${t("b)")}</w:del><w:ins ${by("Ana")}>${t("c)")}</w:ins>${t("\tthat storms ")}<w:ins ${by("Ben")}>${t("often ")}</w:ins>${t("come,")}`,
  );
  const changes = changesIn(p(t("considering")) + list[0] + moved + p(t("resolves")) + p(t("to keep a register.")));
  expect(changes).toEqual([`relabelled Ana ${stamp}`, `insertion Ben ${stamp}`]);
});

test("a move that the redline tells the other way round is signed by whoever moved", () => {
  const move = (name: string) => p(`<w:${name} ${by("Ana")}>${t("Here is the text to be moved.")}</w:${name}>`);
  const changes = changesIn(
    p("") + move("moveTo") + p("") + p(t("Here is some more text.")) + p("") + move("moveFrom"),
  );
  expect(changes.some((change) => change.startsWith("moved"))).toBe(true);
  for (const change of changes) expect(change).toMatch(`Ana ${stamp}`);
});
