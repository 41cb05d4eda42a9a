/** LibreOffice opens exports with comments, in the template and in the base's own file, and finds what was said, by whom, on which words. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Node } from "prosemirror-model";
import { beforeAll, expect, test } from "vitest";
import { exportDocx } from "../../shared/docx/export-docx";
import type { DocumentComment } from "../../shared/model/comment";
import { redline } from "../../shared/redline/redline";
import { blocksOf } from "../../shared/schema/blocks";
import { changeMatrix } from "../support/change-matrix";
import { editedSource } from "../support/edited-source";
import { type Annotation, annotationsIn } from "./annotations";

const template = new Uint8Array(readFileSync(join(__dirname, "../../resources/templates/itu.docx")));
const places = ["template", "own file"] as const;
let judged: Map<string, Annotation[]>;

function said(id: string, on: string, doc: Node, more: Partial<DocumentComment>): DocumentComment {
  const { node } = blocksOf(doc).find((each) => each.node.textContent.includes(on))!;
  const from = node.textContent.indexOf(on);
  const point = (offset: number) => ({ block: node.attrs.id as string, offset });
  const current = { from: point(from), to: point(from + on.length) };
  const words = { author: "Awa Ndiaye", initials: "AN", date: "2030-01-02T10:00:00Z", text: "", quote: on };
  return { id, ...words, parent: null, resolved: false, base: null, current, ...more };
}

const commentsOn = (doc: Node) => [
  said("1", "que les réseaux ruraux", doc, { text: "Le début du point" }),
  said("2", "très insuffisante", doc, { text: "Sur un mot inséré" }),
  said("3", "techniciens", doc, { text: "Première ligne\nSeconde ligne", resolved: true }),
  said("4", "techniciens", doc, { text: "Une réponse", resolved: true, parent: "3", author: "李伟", initials: "李" }),
  said("5", "Atelier", doc, { text: "Dans une cellule", date: "2031-12-31T23:59:00Z" }),
];

beforeAll(async () => {
  const pair = changeMatrix().find(({ name }) => name === "text: beside a note")!;
  const files = places.map((place): [string, Uint8Array] => {
    const own = place === "own file";
    const { base, current, source } = own
      ? editedSource(pair.base, pair.current, template)
      : { ...pair, source: undefined };
    const texts = { base, current, redline: redline(base, current), template, source };
    const by = { author: "Délégation", date: "2026-11-22T09:00:00Z" };
    const written = exportDocx({ ...texts, mode: "tracked", ...by, comments: commentsOn(current) });
    if (!written.ok || written.messages.length > 0) throw new Error(`${place}: not written`);
    return [place, written.value];
  });
  judged = await annotationsIn(new Map(files));
}, 300_000);

test.each(places)("comments in the %s", (place) => {
  const found = judged.get(place)!.sort((a, b) => a.text.localeCompare(b.text, "fr"));
  const { current } = changeMatrix().find(({ name }) => name === "text: beside a note")!;
  const expected = commentsOn(current)
    .map(({ author, initials, date, text, resolved, quote }) => {
      return { author, initials, date: date.slice(0, -1), text, resolved, quote };
    })
    .sort((a, b) => a.text.localeCompare(b.text, "fr"));
  expect(found).toEqual(expected);
});
