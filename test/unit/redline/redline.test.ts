import type { Node } from "prosemirror-model";
import { describe, expect, it } from "vitest";
import { compareJson } from "../../../shared/redline/compare-json";
import { redlineToCritic } from "../../../shared/redline/critic";
import { redline } from "../../../shared/redline/redline";
import { schema } from "../../../shared/schema/schema";
import { processorClock } from "../../support/processor-time";
import { block, freshId, resolution } from "../../support/resolution-builder";

const lines = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trimStart().replace("> ", "  "));
const text = (value: string) => lines(value).join("\n");
const critic = (base: Node, current: Node) => redlineToCritic(redline(base, current)).trim().split("\n");

const base = text(`L'Assemblée,
  considérant
  a)	que les réseaux de télécommunication sont utiles;
  b)	que les normes internationales sont nécessaires;
  c)	que le développement durable est urgent,
  décide
  1	d'élaborer des normes internationales harmonisées;
  2	de publier les résultats dans les meilleurs délais;
  > i)	en français;
  > ii)	en anglais.`);

function against(change: (text: string) => string): string[] {
  return critic(resolution(base), resolution(change(base)));
}
const isMarked = (line: string) => /\{(?:--|\+\+)/u.test(line);
const changedLines = (change: (text: string) => string) => against(change).filter(isMarked);

describe("which provisions belong together", () => {
  it("tells an item that was replaced by another from an item that was changed", () => {
    expect(
      changedLines((one) =>
        one.replace("que les normes internationales sont nécessaires", "que nul ne sait rien encore"),
      ),
    ).toEqual(["{--b)\tque les normes internationales sont nécessaires;--}", "{++b)\tque nul ne sait rien encore;++}"]);
  });

  it("follows an item whose label changed", () => {
    const inserted = "a)	que tout a commencé ailleurs, bien avant;\nb)	que les réseaux";
    const change = (one: string) =>
      one
        .replace("b)	que les", "c)	que les")
        .replace("c)	que le dév", "d)	que le dév")
        .replace("a)	que les réseaux", inserted);
    expect(changedLines(change)).toEqual([
      "{++a)\tque tout a commencé ailleurs, bien avant;++}",
      "{--a--}{++b++})\tque les réseaux de télécommunication sont utiles;",
      "{--b--}{++c++})\tque les normes internationales sont nécessaires;",
      "{--c--}{++d++})\tque le développement durable est urgent,",
    ]);
  });

  it("shows a moved item at both places, once as a provision", () => {
    const item = "c)	que le développement durable est urgent,\n";
    const moved = base.replace(item, "").replace("a)	que", `${item}a)	que`);
    const result = redline(resolution(base), resolution(moved));
    expect(result.counts).toMatchObject({ moved: 1, unchanged: 9, added: 0, suppressed: 0 });
    expect(result.placements.filter(({ provision }) => provision.moved).map(({ side }) => side)).toEqual([
      "after",
      "before",
    ]);
  });

  it("finds an item that moved to another section and was changed there", () => {
    const item = "b)	que les normes internationales sont nécessaires;\n";
    const moved = base
      .replace(item, "")
      .replace("1	d'él", "3	que les normes internationales sont très nécessaires;\n1	d'él");
    const { provisions } = redline(resolution(base), resolution(moved));
    expect(provisions.find(({ moved }) => moved)).toMatchObject({
      status: "modified",
      relabelled: true,
      labelBefore: "b)",
      labelAfter: "3",
    });
  });

  it("recognises an item that only grew", () => {
    const grown =
      "1	d'élaborer des normes internationales harmonisées, en commençant par celles que les pays en développement demandent depuis longtemps et dont plusieurs régions ont montré le besoin urgent;";
    expect(changedLines((one) => one.replace(/1\t.*/u, grown))[0]).toMatch(
      /^1\td'élaborer des normes internationales harmonisées\{\+\+, en/u,
    );
  });

  it("keeps a section together whose call was reworded", () => {
    expect(changedLines((one) => one.replace("\ndécide\n", "\ncharge le Directeur\n"))).toEqual([
      "{--décide--}{++charge le Directeur++}",
    ]);
  });

  it("moves the shorter of two sections that changed places", () => {
    const parts = base.split("\n");
    const swapped = [parts[0], ...parts.slice(5), ...parts.slice(1, 5)].join("\n");
    const { counts } = redline(resolution(base), resolution(swapped));
    expect(counts).toMatchObject({ added: 0, suppressed: 0, modified: 0, moved: 4 });
  });

  it("of two sections with one call, takes away the one that went", () => {
    const doubled = base.replace("L'Assemblée,", "L'Assemblée,\nconsidérant");
    const reworded = base.replace("sont utiles;", "de tous les pays servent à chacun;");
    expect(critic(resolution(doubled), resolution(reworded)).filter(isMarked)).toEqual([
      "{--considérant--}",
      "a)\tque les réseaux de télécommunication {--sont utiles--}{++de tous les pays servent à chacun++};",
    ]);
  });

  it("takes no note for an item that went, however alike", () => {
    const words = "les réseaux de télécommunication des pays en développement sont utiles";
    const noted = (items: Node[], note: string) =>
      schema.node("doc", { language: "fr" }, [
        schema.node("proposal", null, [
          schema.node("resolution", null, [schema.node("section", null, [block("call", "considérant"), ...items])]),
        ]),
        schema.node("footnotes", null, [block("footnote", note, "1")]),
      ]);
    const before = noted([block("item", `que ${words};`, "a)")], "Voir aussi la décision 5.");
    const { provisions } = redline(before, noted([], `${words}.`));
    expect(
      provisions.filter(({ after }) => after?.node.type.name === "footnote").map(({ before: from }) => from),
    ).toEqual([null]);
  });

  it("follows what a section holds where its call went to another one", () => {
    expect(
      changedLines((one) => one.replace("\ndécide\n", "\nnotant\n").replace("\nconsidérant\n", "\ndécide\n")),
    ).toEqual(["{--considérant--}{++décide++}", "{--décide--}{++notant++}"]);
  });

  it("puts what was suppressed before what replaced it, and an addition in its own section", () => {
    const gone = base.replace(/\ndécide[\s\S]*$/u, "\nd)	qu'un seul alinéa nouveau suffit bien.");
    const shown = critic(resolution(base), resolution(gone));
    expect(shown[5]).toBe("{++d)\tqu'un seul alinéa nouveau suffit bien.++}");
    expect(shown[6]).toBe("{--décide--}");
  });

  it("aligns tables row by row", () => {
    const table = (rows: string[][]) =>
      schema.node(
        "table",
        { id: freshId() },
        rows.map((row) =>
          schema.node(
            "table_row",
            { id: freshId() },
            row.map((cell) => schema.node("table_cell", null, [block("paragraph", cell)])),
          ),
        ),
      );
    const doc = (rows: string[][]) =>
      schema.node("doc", { language: "fr" }, [block("paragraph", "Tableau"), table(rows)]);
    const before = doc([
      ["Région", "Bureau"],
      ["Afrique", "Addis-Abeba"],
      ["Europe", "Genève"],
      ["Amériques", "Brasilia"],
    ]);
    const after = doc([
      ["Région", "Bureau"],
      ["Europe", "Genève (siège)"],
      ["Asie", "Bangkok"],
      ["Amériques", "Brasilia"],
    ]);
    const shown = redline(before, after).provisions.map(({ status }) => status);
    expect(shown).toEqual([
      "unchanged",
      "unchanged",
      "unchanged",
      "suppressed",
      "suppressed",
      "unchanged",
      "modified",
      "added",
      "added",
      "unchanged",
      "unchanged",
    ]);
  });

  it("compares note references by their notes", () => {
    const noted = (first: string, second: string) => {
      const note = (body: string, name: string, mark: string) => {
        const node = block("footnote", body, mark);
        return node.type.create({ ...node.attrs, note: name }, node.content);
      };
      return resolution("L'Assemblée[^1],\nrappelant\na)\tla Convention[^2];", "fr", [
        note(first, "note 1", "1"),
        note(second, "note 2", "2"),
      ]);
    };
    const one = noted("une première note assez longue", "une autre note tout à fait distincte");
    const same = redline(one, noted("une première note plutôt longue", "une autre note tout à fait distincte"));
    expect(same.provisions.map(({ status }) => status)).toEqual([
      "unchanged",
      "unchanged",
      "unchanged",
      "modified",
      "unchanged",
    ]);
    const other = redline(one, noted("rien de commun, vraiment", "une autre note tout à fait distincte"));
    expect(other.provisions.map(({ status }) => status)).toEqual([
      "modified",
      "unchanged",
      "unchanged",
      "suppressed",
      "added",
      "unchanged",
    ]);
  });

  it("does not slow down on many equal or many different items", () => {
    const many = (line: (index: number) => string) =>
      resolution(`X,\ndécide\n${Array.from({ length: 4000 }, (_, index) => `1\t${line(index)}`).join("\n")}`);
    const equal = many(() => "toujours la même chose;");
    const spent = processorClock();
    expect(
      redline(
        equal,
        many((index) => (index % 9 ? "toujours la même chose;" : `toujours autre chose ${index};`)),
      ).provisions.length,
    ).toBeGreaterThan(4000);
    redline(
      many((index) => `a${index} b${index * 7} c${index * 3}`),
      many((index) => `x${index} y${index * 5} z${index}`),
    );
    expect(spent()).toBeLessThan(10_000);
  });
});

describe("the derived marker", () => {
  const markerOf = (one: Node, two: Node) => redline(one, two).marker;
  const full = resolution(base);

  it.each([
    ["NOC", (one: string) => one],
    ["(MOD)", (one: string) => one.replace("2	de publier", "3	de publier")],
    [
      "(MOD)",
      (one: string) => one.replace("d'élaborer", "d’élaborer").replace("meilleurs délais", "meilleurs\u00A0délais"),
    ],
    ["MOD", (one: string) => one.replace("utiles", "inutiles")],
    ["MOD", (one: string) => `${one}\n3	de plus.`],
    ["MOD", (one: string) => one.replace(/\n.*urgent,/u, "")],
  ])("is %s", (expected, change) => {
    expect(markerOf(full, resolution(change(base)))).toBe(expected);
  });

  it("is ADD for a wholly new text and SUP for a wholly suppressed one", () => {
    const empty = schema.node("doc", { language: "fr" }, [block("paragraph", "")]);
    expect(markerOf(empty, full)).toBe("ADD");
    expect(markerOf(full, empty)).toBe("SUP");
  });

  it("does not count reasons and front matter that the base does not have", () => {
    const children = full.child(0);
    const reasons = schema.node("reasons", null, [block("paragraph", "parce que", "Motifs:")]);
    const framed = schema.node("doc", { language: "fr" }, [
      block("paragraph", "Résumé"),
      children.copy(children.content.addToEnd(reasons)),
    ]);
    const result = redline(full, framed);
    expect(result.marker).toBe("NOC");
    expect(result.provisions.filter(({ status }) => status === "frame").length).toBe(2);
    expect(redlineToCritic(result)).not.toMatch(/\{(?:--|\+\+)/u);
  });
});

describe("the published shape", () => {
  it("has ids, paths, statuses and segments of the content", () => {
    const one = resolution("X,\ndécide\n1\tde voir plus loin;");
    const two = resolution("X,\ndécide\n2\tde revoir plus loin;");
    expect(compareJson(redline(one, two), one, two)).toEqual({
      language: "fr",
      marker: "MOD",
      counts: { added: 0, modified: 1, suppressed: 0, relabelled: 0, moved: 0, unchanged: 2 },
      provisions: [
        {
          id: "b1",
          path: [],
          status: "unchanged",
          labelBefore: "",
          labelAfter: "",
          segments: [{ op: "=", text: "X," }],
        },
        {
          id: "b2",
          path: ["décide"],
          status: "unchanged",
          labelBefore: "",
          labelAfter: "",
          segments: [{ op: "=", text: "décide" }],
        },
        {
          id: "b3",
          path: ["décide", "2"],
          status: "modified",
          labelBefore: "1",
          labelAfter: "2",
          segments: [
            { op: "=", text: "de " },
            { op: "-", text: "voir" },
            { op: "+", text: "revoir" },
            { op: "=", text: " plus loin;" },
          ],
        },
      ],
    });
  });
});
