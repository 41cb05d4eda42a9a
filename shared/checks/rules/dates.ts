/** Place and year agree in the number line, the history line and the enacting formula; the history may go on further back. */
import type { Node } from "prosemirror-model";
import { fold } from "../../resolution/fold";
import { type PlaceAndYear, placesInBrackets } from "../../resolution/places-and-years";
import { textOf } from "../block-text";
import type { DocumentRule, Report, Words } from "../rule";

export const dates: DocumentRule = {
  id: "dates",
  scope: "document",
  strength: "error",
  source: "They agree in every published resolution read.",
  check({ doc }, words) {
    const reports: Report[] = [];
    doc.descendants((node) => {
      if (node.type.name === "resolution") reports.push(...datesOf(node, words));
      return node.type.name === "proposal" || node.type.name === "doc";
    });
    return reports;
  },
};

function datesOf(resolution: Node, { data, drafting }: Words): Report[] {
  const last = (type: string) => {
    const node = resolution.children.find((child) => child.type.name === type);
    const read = node ? placesInBrackets(textOf(node), data.language).at(-1) : undefined;
    return node && read ? { node, read } : null;
  };
  const enacting = last("enacting");
  if (!enacting) return [];
  return ["resolutionNumber", "resolutionReference"].flatMap((type) => {
    const line = last(type);
    if (!line || same(line.read, enacting.read)) return [];
    const block: string = line.node.attrs.id;
    const { placeFrom: from, to } = line.read;
    const text = textOf(enacting.node).slice(enacting.read.placeFrom, enacting.read.to);
    // A year that stands before its place is shown with it; whoever drafts puts such a date right by hand.
    const start = Math.min(from, line.read.from);
    const wanted = line.read.revised ? text : textOf(enacting.node).slice(enacting.read.from, enacting.read.to);
    const fix = drafting.yearFirst ? undefined : [{ kind: "text" as const, block, from, to, text: wanted }];
    const values = { here: textOf(line.node).slice(start, to), there: text };
    return [{ block, from, to, case: type, values, ...(fix ? { fix } : {}) }];
  });
}

function same(a: PlaceAndYear, b: PlaceAndYear): boolean {
  return a.year === b.year && fold(a.place) === fold(b.place);
}
