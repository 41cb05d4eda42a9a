/** Papers for a meeting: sentences that say what changed, and tables that hold every change, in HTML and Word. */
import { Fragment } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import { exactRedline } from "../../../shared/editing/redline-plugin";
import { commentsLaid } from "../../../shared/handouts/comments-laid";
import { compilationHandout } from "../../../shared/handouts/compilation";
import { writeHandoutDocx } from "../../../shared/handouts/docx-writer";
import type { Handout } from "../../../shared/handouts/handout";
import { writeHtml } from "../../../shared/handouts/html-writer";
import { plainList } from "../../../shared/handouts/plain-list";
import { sideBySideHandout } from "../../../shared/handouts/side-by-side";
import { changesHandout, summarise, summaryHandout, summaryText } from "../../../shared/handouts/summary";
import type { DocumentComment } from "../../../shared/model/comment";
import type { Language } from "../../../shared/model/document";
import { readXmlPart } from "../../../shared/opc/package";
import { readPackage } from "../../../shared/opc/package-reader";
import { compile } from "../../../shared/redline/compile";
import { layBeside } from "../../../shared/redline/lay-beside";
import { partsByProposal } from "../../../shared/redline/parts-by-proposal";
import { redline } from "../../../shared/redline/redline";
import { blocksOf } from "../../../shared/schema/blocks";
import { schema } from "../../../shared/schema/schema";
import { descendants, textOf } from "../../../shared/xml/element";
import { contribution } from "../../support/contribution";
import { block, resolution } from "../../support/resolution-builder";
import { template } from "../../support/word-export";
import { findingsIn } from "../../support/wordprocessing-rules";

const lines = [
  "que les réseaux partagent une capacité nocturne",
  "que chaque bibliothèque décide de ses horaires",
  "que les lecteurs gardent toujours la priorité",
  "qu'un rapport annuel suffit à la conférence",
];
const build = (items: readonly string[], language = "fr") =>
  resolution(
    `La Conférence,\nconsidérant\n${items.map((text, at) => `${"abcdef"[at]})\t${text}`).join("\n")}`,
    language,
  );
const base = build(lines);
const added = build([lines[0]!, "que nul ne l'avait prévu jusqu'ici", ...lines.slice(1)]);

describe("the list of changes in sentences", () => {
  const said = (current: ReturnType<typeof build>, language: Language = "fr") =>
    plainList(redline(base, current), language);

  test("an addition and the labels that follow from it", () => {
    expect(said(added)).toEqual(["considérant: point b) ajouté; les points b) à d) deviennent c) à e)."]);
    expect(said(added, "en")).toEqual(["considérant: item b) added; items b) to d) become c) to e)."]);
  });

  test.each([
    ["en", "former item b) suppressed"],
    ["fr", "ancien point b) supprimé"],
    ["es", "antiguo punto b) suprimido"],
    ["ru", "исключен прежний пункт b)"],
    ["ar", "إلغاء البند السابق b)"],
    ["zh", "删除原 b)"],
  ] as const)("a suppressed item whose label another has by now is called the former one: %s", (language, phrase) => {
    const shifted = build(lines.toSpliced(1, 1));
    expect(said(shifted, language).join(" ")).toContain(phrase);
    // The last one leaves no label to another.
    const last = said(build(lines.slice(0, -1)), language).join(" ");
    expect(last).not.toMatch(/former|ancien|antiguo|прежн|سابق|原/u);
    expect(last).toMatch(/d\)/u);
  });

  test("what went to another section says where it came from", () => {
    const before =
      "La Conférence,\nconsidérant\na)\tque les réseaux croissent vite\nb)\tque les lecteurs attendent longtemps\nnotant\na)\tque les livres manquent";
    const after =
      "La Conférence,\nconsidérant\na)\tque les réseaux croissent vite\nnotant\na)\tque les livres manquent\nb)\tque les lecteurs attendent longtemps";
    expect(plainList(redline(resolution(before), resolution(after)), "fr")).toEqual([
      'notant: point b) du "considérant" déplacé ici, où il devient b).',
    ]);
  });

  test("neighbours are told together, others apart", () => {
    const current = build([lines[0]!.replace("nocturne", "diurne"), lines[1]!.replace("chaque", "toute"), lines[2]!]);
    expect(said(current)).toEqual(["considérant: points a) et b) modifiés; point d) supprimé."]);
  });

  test("what has no label is named by its kind and first words", () => {
    const current = resolution(
      "La Conférence plénière,\nconsidérant\n".concat(lines.map((t, i) => `${"abcd"[i]})\t${t}`).join("\n")),
    );
    expect(said(current)).toEqual(['Formule d\'adoption "La Conférence plénière,": modification.']);
  });

  test("nothing changed, nothing said", () => {
    expect(said(base)).toEqual([]);
  });

  test.each(["ar", "zh", "en", "fr", "ru", "es"] as const)("%s says every kind of change without a gap", (language) => {
    const current = build([lines[1]!.replace("chaque", "toute"), lines[0]!, "que nul ne l'avait prévu jusqu'ici"]);
    for (const sentence of said(current, language)) {
      expect(sentence).not.toMatch(/plain\.|\{\{|undefined/);
    }
  });
});

function wordsOf({ rows }: Handout): string[] {
  return rows.map(({ cells }) =>
    cells
      .map(({ paragraphs }) =>
        paragraphs.map(({ label, text }) => [...label, ...text].map((piece) => piece.text).join("")).join("/"),
      )
      .join(" | "),
  );
}

test("of several resolutions each row of the compilation and of what changed stands below its number", () => {
  const text = (number: string, word: string) => `${number}\nTitre\ndécide\n1\tde tenir un registre ${word}`;
  const file = (...texts: string[]) => {
    const proposals = texts.map((each) => {
      const proposal = resolution(each).child(0);
      const [head, ...rest] = proposal.child(0).children;
      const numbered = schema.node("resolutionNumber", { id: head!.attrs.id }, head!.content);
      return proposal.copy(Fragment.from(proposal.child(0).copy(Fragment.from([numbered, ...rest]))));
    });
    return schema.node("doc", { language: "fr" }, proposals);
  };
  const several = file(text("RÉSOLUTION 1", "public"), text("RÉSOLUTION 2", "annuel"));
  const changed = file(text("RÉSOLUTION 1", "général"), text("RÉSOLUTION 2", "mensuel"));
  const numbersIn = (handout: Handout) =>
    wordsOf(handout).flatMap((row) => row.match(/RÉSOLUTION \d|mensuel|général/gu) ?? []);
  const compiled = compilationHandout(compile(several, [{ source: "AAA", current: changed }]));
  expect([...new Set(numbersIn(compiled))]).toEqual(["RÉSOLUTION 1", "général", "RÉSOLUTION 2", "mensuel"]);
  const options = { name: "d", columns: ["base", "marked"] as const, changedOnly: true };
  const beside = sideBySideHandout(redline(several, changed), "fr", options);
  expect([...new Set(numbersIn(beside))]).toEqual(["RÉSOLUTION 1", "général", "RÉSOLUTION 2", "mensuel"]);
});

test("side by side has a row for each provision, or for what changed and the call above it", () => {
  const options = { name: "draft", columns: ["base", "marked"] as const, changedOnly: false };
  const all = sideBySideHandout(redline(base, added), "fr", options);
  expect(all.rows).toHaveLength(7);
  const changed = wordsOf(sideBySideHandout(redline(base, added), "fr", { ...options, changedOnly: true }));
  expect(changed[0]).toContain("considérant");
  expect(changed[1]).toBe("ADD |  | b)que nul ne l'avait prévu jusqu'ici");
  expect(changed).toHaveLength(5);
});

describe("comments and tracked changes", () => {
  const blockOf = (words: string) =>
    blocksOf(added).find(({ node }) => node.textContent.includes(words))?.node.attrs.id as string;
  const said = (id: string, text: string, block: string | null, parent: string | null = null): DocumentComment => {
    const point = block === null ? null : { block, offset: 0 };
    const range = point && { from: point, to: point };
    const words = {
      author: "Kenya",
      initials: "K",
      date: "2030-05-01T09:00:00Z",
      text,
      quote: parent ? "" : "rapport",
    };
    return { id, ...words, parent, resolved: false, base: null, current: range };
  };
  const comments = [
    said("1", "Tous les deux ans?", blockOf("rapport")),
    said("2", "Chaque année.", blockOf("rapport"), "1"),
    said("3", "Sans lieu", null),
  ];
  const options = { name: "d", columns: ["base", "marked"] as const, changedOnly: true, comments };
  const handout = sideBySideHandout(redline(base, added), "fr", options);

  test("what was said stands in its row, thread by thread, and what has no row at the end", () => {
    expect(handout.columns.at(-1)?.title).toBe("Commentaires");
    const rows = wordsOf(handout);
    expect(rows.find((row) => row.includes("rapport"))).toMatch(
      / \| "rapport"\/Kenya, 1 mai 2030: Tous les deux ans\?\/Kenya, 1 mai 2030: Chaque année\.$/,
    );
    expect(rows.at(-1)).toMatch(/^ \| {2}\| {2}\| "rapport"\/Kenya, 1 mai 2030: Sans lieu$/);
    expect(handout.rows.every(({ cells }) => cells.length === handout.columns.length)).toBe(true);
  });

  test("in a compilation it stands beside what all propose, also where nobody proposes anything", () => {
    const other = layBeside(base, "BBB", added, "p1").current;
    const onOther = commentsLaid({ base, current: added, comments }, { base, current: other }, "p1");
    const compiled = compilationHandout(compile(base, [{ source: "BBB", current: other }]), onOther);
    expect(compiled.columns.map(({ title }) => title).at(-1)).toBe("Commentaires");
    const told = wordsOf(compiled).filter((row) => row.includes("Kenya"));
    expect(told).toHaveLength(2);
    expect(told[0]).toContain("rapport");
    expect(told[0]).toMatch(/Tous les deux ans\?\/Kenya, 1 mai 2030: Chaque année\.$/);
    expect(told[1]).toMatch(/Sans lieu$/);
    expect(compiled.rows.every(({ cells }) => cells.length === compiled.columns.length)).toBe(true);
    expect(compilationHandout(compile(base, [{ source: "BBB", current: other }])).columns).toHaveLength(3);
  });

  test("what several drafts bring along of one text is told once, and a date that is none stays as it is", () => {
    const drafts = ["p1", "p2"].map((mark) => ({ mark, current: layBeside(base, mark, added, mark).current }));
    const dated = comments.map((comment) => ({ ...comment, date: "last spring" }));
    const brought = drafts.flatMap(({ mark, current }) =>
      commentsLaid({ base, current: added, comments: dated }, { base, current }, mark),
    );
    const compiled = compile(
      base,
      drafts.map(({ mark, current }) => ({ source: mark, current })),
    );
    const told = wordsOf(compilationHandout(compiled, brought)).join("\n");
    expect(told.match(/Kenya, last spring: Tous les deux ans\?/gu)).toHaveLength(1);
  });

  test("who said it is told with the signs of the language", () => {
    const rows = wordsOf(sideBySideHandout(redline(base, added), "zh", options));
    expect(rows.at(-1)).toMatch(/Kenya，2030年5月1日：Sans lieu$/);
  });

  test("nobody said anything: no column", () => {
    expect(sideBySideHandout(redline(base, added), "fr", { ...options, comments: [] }).columns).toHaveLength(3);
  });

  test("in Word the marks are tracked changes where they are asked for, each of its proposer", () => {
    const other = build(lines.map((text) => text.replace("nocturne", "diurne")));
    const compiled = compilationHandout(
      compile(base, [
        { source: "AAA", current: added },
        { source: "BBB", current: other },
      ]),
    );
    const written = writeHandoutDocx({ ...compiled, tracked: { author: "", date: "2030-05-01T09:00:00Z" } }, template);
    const opened = written.ok ? readPackage(written.value) : written;
    const main = opened.ok ? readXmlPart(opened.value, "word/document.xml") : opened;
    if (!main.ok) throw new Error(main.error.code);
    const { root } = main.value;
    const told = descendants(root, "w:ins", "w:del").map((each) => [
      each.name,
      each.attributes["w:author"],
      textOf(each),
    ]);
    expect(told).toContainEqual(["w:ins", "BBB", "diurne"]);
    expect(told.filter(([, author]) => author === "AAA").length).toBeGreaterThan(0);
    expect(descendants(root, "w:strike")).toEqual([]);
    expect(findingsIn(root)).toEqual([]);
  });
});

test("a compilation names all sources of a proposal, and its agreement", () => {
  const diurnal = build(lines.map((text) => text.replace("nocturne", "diurne")));
  const hourly = build(lines.map((text) => text.replace("nocturne", "horaire")));
  const handout = compilationHandout(
    compile(base, [
      { source: "AAA", current: diurnal },
      { source: "BBB", current: hourly },
      { source: "CCC", current: diurnal },
    ]),
  );
  const row = wordsOf(handout)[1];
  expect(row).toContain("Divergentes");
  expect(row).toContain("AAA et CCC");
  expect(row).toContain("BBB");
  expect(handout.lines).toEqual([
    "AAA · MOD: dispositions modifiées: 1",
    "BBB · MOD: dispositions modifiées: 1",
    "CCC · MOD: dispositions modifiées: 1",
  ]);
});

test("a summary has a line for each proposal", () => {
  const summaries = summarise({ source: "AAA", current: added, redline: redline(base, added) });
  expect(summaries).toMatchObject([{ marker: "MOD", source: "AAA" }]);
  expect(wordsOf(summaryHandout([...summaries, ...summaries], "fr"))).toHaveLength(2);
  expect(summaryText(summaries, "fr")).toContain("  considérant: point b) ajouté");
});

test("of a contribution each proposal has its line, and whatever changed is told in one of them", () => {
  const state = contribution("fr");
  const { doc } = state;
  const compared = { source: "APT", current: doc, redline: exactRedline(state)! };
  const summaries = summarise(compared);
  const proposals = doc.children.filter(({ type }) => type.name === "proposal");
  expect(summaries.map(({ identifier }) => identifier)).toEqual(proposals.map(({ attrs }) => attrs.identifier));
  expect(new Set(summaries.map(({ identifier }) => identifier)).size).toBe(proposals.length);
  for (const { marker, changes } of summaries) {
    if (marker === "ADD") expect(changes).toEqual(["Texte entièrement nouveau."]);
    if (marker === "SUP") expect(changes).toEqual(["Texte supprimé dans son intégralité."]);
    if (marker === "NOC") expect(changes).toEqual([]);
    if (marker === "MOD") expect(changes.join()).not.toBe("");
  }
  expect(new Set(summaries.map(({ marker }) => marker)).size).toBeGreaterThan(2);
  const { parts, rest } = partsByProposal(compared.redline, proposals.length);
  const told = [...parts, rest].flatMap(({ provisions }) => provisions);
  expect(told).toHaveLength(compared.redline.provisions.length);
  expect(new Set(told)).toEqual(new Set(compared.redline.provisions));
  const heads = changesHandout(summaries, "fr").lines.filter((line) => line.includes("·"));
  expect(heads).toHaveLength(proposals.length);
});

test("a note that changed is told with the proposal that refers to it", () => {
  const noted = (words: string) => {
    const one = (number: number, note: string) =>
      schema.node("proposal", { marker: "MOD" }, [
        schema.node("resolution", null, [
          block("resolutionNumber", `RÉSOLUTION ${number}`),
          block("paragraph", `Texte de la résolution ${number}${note}`),
        ]),
      ]);
    const note = block("footnote", words, "1");
    const footnotes = schema.node("footnotes", null, [
      note.type.create({ ...note.attrs, note: "note 1" }, note.content),
    ]);
    return schema.node("doc", { language: "fr" }, [one(1, ""), one(2, "[^1]"), footnotes]);
  };
  const [before, after] = [
    noted("Voir la Résolution 3 de la Conférence"),
    noted("Voir la Résolution 4 de la Conférence"),
  ];
  const summaries = summarise({ source: "AAA", current: after, redline: redline(before, after) });
  expect(summaries.map(({ changes }) => changes.length)).toEqual([0, 1]);
  expect(summaries[1]?.changes[0]).toContain("Voir la Résolution 4");
});

test("what moved and keeps its label has moved, and that is all", () => {
  const inOrder = (...order: number[]) =>
    resolution(`La Conférence,\nconsidérant\n${order.map((at) => `${"abcd"[at]})\t${lines[at]}`).join("\n")}`);
  const sentences = plainList(redline(inOrder(0, 1, 2, 3), inOrder(1, 2, 0, 3)), "fr");
  expect(sentences).toEqual(["considérant: point a) déplacé."]);
});

test("a dash is told by its words, not as a point with an ordinal", () => {
  const dashed = (items: readonly string[]) =>
    resolution(`La Conférence,\nconsidérant\n${items.map((text) => `–\t${text}`).join("\n")}`);
  const sentences = plainList(redline(dashed(lines), dashed(lines.toSpliced(1, 1))), "fr");
  expect(sentences).toEqual(['considérant: point "que chaque bibliothèque décide de ses horaires": suppression.']);
});

test("HTML marks changes as such and shows signs as signs", () => {
  const current = build([lines[0]!.replace("nocturne", "<b>&"), ...lines.slice(1)]);
  const html = writeHtml(
    sideBySideHandout(redline(base, current), "fr", { name: "<x>", columns: ["base", "marked"], changedOnly: true }),
  );
  expect(html).toContain("<del>nocturne</del><ins>&lt;b&gt;&amp;</ins>");
  expect(html).not.toContain("<x>");
  expect(html).not.toMatch(/<script|https?:/);
  expect(html.match(/<thead>/g)).toHaveLength(1);
});

describe.each(["fr", "ar"] as const)("the Word file in %s", (language) => {
  const redlined = redline(
    build(lines, language),
    build([lines[1]!, lines[0]!.replace("nocturne", "diurne")], language),
  );
  const handout = sideBySideHandout(redlined, language, {
    name: "draft",
    columns: ["base", "marked", "clean"],
    changedOnly: false,
  });
  const written = writeHandoutDocx(handout, template);
  if (!written.ok) throw new Error(written.error.code);
  const opened = readPackage(written.value);
  if (!opened.ok) throw new Error(opened.error.code);
  const main = readXmlPart(opened.value, "word/document.xml");
  if (!main.ok) throw new Error(main.error.code);
  const { root } = main.value;

  test("is landscape, repeats its head and follows the rules of the format", () => {
    expect(descendants(root, "w:pgSz")[0]?.attributes["w:orient"]).toBe("landscape");
    expect(descendants(root, "w:tblHeader")).toHaveLength(1);
    expect(descendants(root, "w:bidiVisual")).toHaveLength(language === "ar" ? 1 : 0);
    expect(findingsIn(root)).toEqual([]);
  });

  test("holds every cell's text, marks as formatting and no tracked change", () => {
    const rows = descendants(root, "w:tr")
      .slice(1)
      .map((row) => descendants(row, "w:p").map(textOf).join("|"));
    expect(rows).toHaveLength(handout.rows.length);
    expect(rows.join("\n")).toContain("diurne");
    expect(descendants(root, "w:strike").length).toBeGreaterThan(0);
    expect(descendants(root, "w:ins", "w:del")).toEqual([]);
  });
});

test("whatever a document holds stays words: in text, labels, sources, bookmarks and titles", () => {
  const hostile = `<script>alert("1")</script><img src=x onerror='alert(1)'>&amp;</title></style>`;
  const piece = { op: "+" as const, text: hostile, looks: [hostile], segment: null };
  const table: Handout = {
    language: "en",
    title: hostile,
    about: hostile,
    lines: [hostile],
    columns: [{ title: hostile, share: 1 }],
    rows: [
      {
        bookmark: hostile,
        cells: [{ paragraphs: [{ look: "text", level: 1, label: [piece], text: [piece] }] }],
      },
    ],
  };
  for (const handout of [table, { ...table, columns: [], rows: [] }]) {
    const html = writeHtml(handout);
    const own =
      /<\/?(?:!DOCTYPE html|html|head|meta|title|style|body|h1|p|ul|li|table|colgroup|col|thead|tbody|tr|th|td|span|a|ins)(?: [a-z-]+="[^"<>]*")*>/g;
    const left = html.replace(/<style>[^<]*<\/style>/, "").replace(own, "");
    expect(left).not.toMatch(/[<>]/);
    expect(html.match(/<title>/g)).toHaveLength(1);
    expect(html).toContain("&lt;script&gt;");
    const word = writeHandoutDocx(handout, template);
    if (!word.ok) throw new Error(word.error.code);
    const opened = readPackage(word.value);
    if (!opened.ok) throw new Error(opened.error.code);
    const part = readXmlPart(opened.value, "word/document.xml");
    if (!part.ok) throw new Error(part.error.code);
    expect(textOf(part.value.root)).toContain(hostile);
    expect(descendants(part.value.root, "script")).toEqual([]);
  }
});
