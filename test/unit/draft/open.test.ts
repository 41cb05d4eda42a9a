import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { strToU8 } from "fflate";
import type { Node } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import { exportDocx } from "../../../shared/docx/export-docx";
import { adoptIds } from "../../../shared/draft/adopt-ids";
import { baseHash } from "../../../shared/draft/base-hash";
import { type Draft, draftVersion } from "../../../shared/draft/draft";
import { readDraft } from "../../../shared/draft/draft-reader";
import { writeDraft } from "../../../shared/draft/draft-writer";
import { openAny, openBase } from "../../../shared/draft/open";
import { attributionOf, seedAttribution, startAttribution } from "../../../shared/editing/attribution";
import { redlineToCritic } from "../../../shared/redline/critic";
import { redline } from "../../../shared/redline/redline";
import { blocksOf, blockText } from "../../../shared/schema/blocks";
import { docToModel } from "../../../shared/schema/doc-to-model";
import { modelToDoc } from "../../../shared/schema/model-to-doc";
import { frenchLines } from "../../support/short-texts";
import { template } from "../../support/word-export";

const root = join(__dirname, "../../..");
const sample = (name: string) => new Uint8Array(readFileSync(join(root, "resources", "samples", name)));
const lines = (doc: Node) => blocksOf(doc).map(({ node }) => blockText(node));
const ids = (doc: Node) => {
  const found: string[] = [];
  doc.descendants((node) => {
    if (node.attrs.id) found.push(node.attrs.id);
  });
  return found;
};

function opened(text: string | Uint8Array, name = "base.txt") {
  const result = openBase(typeof text === "string" ? strToU8(text) : text, name);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const revisedLines = frenchLines
  .filter((line) => !line.includes("anciennes"))
  .map((line) => line.replace("c)", "b)").replace("rares", "trop rares"))
  .concat("3\tde le traduire dans les six langues.");

function tracked() {
  const base = opened(frenchLines.join("\n")).doc;
  const current = opened(revisedLines.join("\n")).doc;
  const file = exportDocx({
    base,
    current,
    redline: redline(base, current),
    mode: "tracked",
    author: "Awa Ndiaye",
    date: "2026-01-02T03:04:00Z",
    template,
  });
  if (!file.ok) throw new Error(file.error.code);
  return { base, current, word: opened(file.value, "marked.docx") };
}

describe("a file is opened by what it holds", () => {
  test("a text", () => {
    expect(opened(sample("resolution-fr.txt"))).toMatchObject({
      kind: "text",
      language: "fr",
      current: null,
      spans: [],
    });
  });

  test("a Word file, whatever its name says", () => {
    expect(opened(template, "base.txt").kind).toBe("docx");
  });

  test.each([
    ["four bytes.docx", "text", "docx.plain-text"],
    ["four bytes.doc", "text", "docx.plain-text"],
    ["machine.dotx", "\u0000\u0001\u0002\u0003", "docx.not-a-package"],
    ["page.docx", "<html><body>RESOLUTION 7</body></html>", "docx.html"],
    ["page.html", "<!doctype html><p>RESOLUTION 7", "docx.html"],
    ["old.doc", "{\\rtf1 RESOLUTION 7}", "docx.rtf"],
    ["old.rtf", "{\\rtf1 RESOLUTION 7}", "docx.rtf"],
    ["print.pdf", "%PDF-1.7", "docx.pdf"],
    ["print.docx", "%PDF-1.7", "docx.pdf"],
    ["old.doc", "\u00d0\u00cf\u0011\u00e0", "docx.legacy"],
    [
      "free.odt",
      `${"PK\u0003\u0004".padEnd(30, "\u0000")}mimetypeapplication/vnd.oasis.opendocument.text`,
      "docx.open-document",
    ],
    ["machine.txt", "\u0000\u0001\u0002\u0003", "text.not-text"],
  ])("%s holds %j: a sentence says what it is", (name, content, code) => {
    const bytes = Uint8Array.from(content, (character) => character.charCodeAt(0));
    expect(openAny(bytes, name)).toMatchObject({ ok: false, error: { code } });
  });

  test("a draft, and what a name promises in vain", () => {
    const { doc } = opened(frenchLines.join("\n"));
    const draft: Draft = {
      createdAt: "2026-01-02T03:04:05Z",
      savedAt: "2026-01-02T03:04:05Z",
      language: "fr",
      labelPolicy: "bis",
      author: "Awa",
      source: null,
      baseHash: baseHash(doc),
      base: doc,
      current: doc,
      attribution: null,
      journal: [],
    };
    const bytes = writeDraft(draft);
    expect(openAny(bytes, "anything.txt")).toMatchObject({ ok: true, value: { kind: "draft" } });
    expect(openAny(strToU8("RÉSOLUTION 7"), "x.resdraft")).toMatchObject({ error: { code: "draft.not-a-draft" } });
    expect(openAny(bytes.subarray(0, 200), "x.resdraft")).toMatchObject({ error: { code: "draft.damaged" } });
    expect(openAny(new Uint8Array(), "x.resdraft")).toMatchObject({ error: { code: "draft.empty" } });
    expect(openAny(new Uint8Array(), "x.txt")).toMatchObject({ error: { code: "text.empty" } });
  });
});

describe("a tracked Word file", () => {
  test("gives both of its sides, and they share their ids", () => {
    const { base, current, word } = tracked();
    expect(lines(word.doc)).toEqual(expect.arrayContaining(lines(base)));
    expect(lines(word.current as Node)).toEqual(expect.arrayContaining(lines(current)));
    const byId = new Map(blocksOf(word.doc).map(({ node }) => [node.attrs.id, node]));
    const relabelled = blocksOf(word.current as Node).find(({ node }) => node.textContent.includes("crues"));
    expect(byId.get(relabelled?.node.attrs.id)?.textContent).toBe(relabelled?.node.textContent);
  });

  test("brings its authors and dates, each to the words it is about", () => {
    const { word } = tracked();
    const current = word.current as Node;
    const marks = redline(word.doc, current);
    const state = startAttribution(word.doc, current, seedAttribution(word.doc, current, word.spans));
    const changed = marks.provisions.filter(({ status }) => status === "modified" || status === "added");
    expect(changed.length).toBeGreaterThan(1);
    for (const provision of changed) {
      for (const segment of provision.segments.filter(({ op }) => op !== "=")) {
        expect(attributionOf(state, provision, segment)).toEqual({
          author: "Awa Ndiaye",
          date: "2026-01-02T03:04:00Z",
        });
      }
    }
    const words = word.spans.map(({ side, block, from, to }) => {
      const doc = side === "inserted" ? current : word.doc;
      const node = blocksOf(doc).find((each) => each.node.attrs.id === block)?.node as Node;
      return node.textBetween(from, to);
    });
    expect(words).toContain("trop ");
  });
});

describe("ids of the base", () => {
  const text = fc.constantFrom("que l'eau est rare", "que le sel abonde", "que la mer monte", "de publier un registre");
  const anyLines = fc
    .array(text, { minLength: 1, maxLength: 8 })
    .map((texts) => [...frenchLines.slice(0, 4), ...texts.map((each, i) => `${i + 1}\t${each};`)].join("\n"));

  test("are taken over by what the redline pairs, and every id stands once", () => {
    fc.assert(
      fc.property(anyLines, anyLines, (one, other) => {
        const [base, current] = [opened(one).doc, opened(other).doc];
        const marks = redline(base, current);
        const adopted = adoptIds(base, current, marks);
        expect(lines(adopted)).toEqual(lines(current));
        expect(new Set(ids(adopted)).size).toBe(ids(adopted).length);
        const after = blocksOf(adopted);
        blocksOf(current).forEach((block, at) => {
          const paired = marks.provisions.find((each) => each.after?.node === block.node)?.before;
          const id = after[at]?.node.attrs.id;
          if (paired) expect(id).toBe(paired.node.attrs.id);
          else expect(ids(base)).not.toContain(id);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("reach the rows of a table", () => {
    const base = opened(sample("resolution-fr.txt")).doc;
    const adopted = adoptIds(base, base, redline(base, base));
    expect(ids(adopted)).toEqual(ids(base));
    expect(ids(base).length).toBeGreaterThan(blocksOf(base).length);
  });
});

test("a document becomes records and again the same document", () => {
  for (const name of readdirSync(join(root, "resources", "samples"))) {
    const { doc } = opened(sample(name), name);
    expect(modelToDoc(docToModel(doc)).eq(doc)).toBe(true);
  }
});

describe("drafts of every version ever written", () => {
  const folder = join(root, "test", "fixtures", "drafts");
  const current = join(folder, `version-${draftVersion}.resdraft`);

  test("are still read", () => {
    if (process.env.UPDATE_GOLDEN && !existsSync(current)) {
      const { word } = tracked();
      mkdirSync(folder, { recursive: true });
      const attribution = seedAttribution(word.doc, word.current as Node, word.spans);
      writeFileSync(
        current,
        writeDraft({
          createdAt: "2026-01-02T03:04:05Z",
          savedAt: "2026-01-02T04:00:00Z",
          language: "fr",
          labelPolicy: "bis",
          author: "Awa Ndiaye",
          source: { name: "base.txt", bytes: strToU8(frenchLines.join("\n")) },
          baseHash: baseHash(word.doc),
          base: word.doc,
          current: word.current as Node,
          attribution,
          journal: ['{"policy":"renumber"}'],
        }),
      );
    }
    const names = readdirSync(folder).filter((name) => /^version-\d+\.resdraft$/.test(name));
    expect(names).toContain(`version-${draftVersion}.resdraft`);
    for (const name of names) {
      const read = readDraft(new Uint8Array(readFileSync(join(folder, name))));
      if (!read.ok) throw new Error(`${name}: ${read.error.code}`);
      expect(read.messages).toEqual([]);
      expect(lines(read.value.base)).toEqual(expect.arrayContaining(frenchLines.slice(2)));
      expect(lines(read.value.current)).toEqual(expect.arrayContaining(revisedLines.slice(2)));
      expect(read.value).toMatchObject({ labelPolicy: "bis", author: "Awa Ndiaye", source: { name: "base.txt" } });
      expect(read.value.attribution?.inserted.length).toBeGreaterThan(0);
    }
  });
});

describe("a text in CriticMarkup holds two texts", () => {
  const { base, current } = tracked();
  const markup = redlineToCritic(redline(base, current));

  test("and opens as a tracked Word file does", () => {
    const proposal = opened(markup, "out.critic.txt");
    expect(lines(proposal.doc)).toEqual(lines(base));
    expect(lines(proposal.current!)).toEqual(lines(current));
    expect(proposal.tracked).toEqual({ count: expect.any(Number), authors: [] });
    const statuses = (one: Node, two: Node) => redline(one, two).provisions.map(({ status }) => status);
    expect(statuses(proposal.doc, proposal.current!)).toEqual(statuses(base, current));
    for (const [use, side] of [
      ["accept", current],
      ["reject", base],
    ] as const) {
      const chosen = openBase(strToU8(markup), "out.critic.txt", { tracked: use });
      expect(chosen.ok && [lines(chosen.value.doc), chosen.value.current]).toEqual([lines(side), null]);
    }
  });

  test("of which one may have nothing in it", () => {
    const whole = (sign: string) =>
      lines(current)
        .map((line) => `{${sign}${line}${sign}}\n`)
        .join("");
    const fresh = opened(whole("++"), "new.critic.txt");
    expect([lines(fresh.doc), lines(fresh.current!)]).toEqual([[""], lines(current)]);
    expect([fresh.doc.attrs.language, fresh.current!.attrs.language]).toEqual(["fr", "fr"]);
    const gone = opened(whole("--"), "gone.critic.txt");
    expect([lines(gone.doc), lines(gone.current!)]).toEqual([lines(current), [""]]);
  });

  test("unless nothing is marked in it, or a mark is not closed", () => {
    expect(opened(frenchLines.join("\n"), "same.critic.txt")).toMatchObject({ current: null, tracked: null });
    expect(openBase(strToU8("RESOLUTION 7\n{++more"), "torn.critic.txt")).toMatchObject({
      ok: false,
      error: { code: "critic.unclosed", values: { file: "torn.critic.txt", line: 2 } },
    });
    // Elsewhere braces belong to the text.
    expect(opened(markup, "out.txt").current).toBeNull();
  });
});
