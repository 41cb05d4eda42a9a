/** Notes that come, go, move and change, with typed marks and with marks that Word counts, beside notes that stay. */
import type { Node } from "prosemirror-model";
import { add, addBefore, alter, type Case, cells, change, item, move, remove, split } from "./line-edits";

const noted = change("de réunir", "nationales", "nationales[^2]");
const first = "que la formation";

/** The cases. */
export const noteCases: readonly Case[] = [
  ["note: reference added", [noted]],
  ["note: reference added before an old one", [change("que les réseaux", "ruraux", "ruraux[^2]")]],
  [
    "note: references added around an old one",
    [change("que les réseaux", "ruraux", "ruraux[^2]"), change("de réunir", "nationales", "nationales[^3]")],
  ],
  [
    "note: references added before two old ones",
    [change("Création", "nationales", "nationales[^3]"), change("un manuel sur les mâts", "manuel", "manuel[^4]")],
    [noted],
  ],
  ["note: reference added in a cell", [cells((rows) => (rows[1]![1] = "Inventaire des stations[^2]"))]],
  ["note: reference suppressed", [change(first, "[^1]", "")]],
  ["note: reference suppressed before another", [change(first, "[^1]", "")], [noted]],
  ["note: reference suppressed after another", [change("de réunir", "[^2]", "")], [noted]],
  [
    "note: reference suppressed in a cell",
    [cells((rows) => (rows[1]![1] = "Inventaire des stations"))],
    [cells((rows) => (rows[1]![1] = "Inventaire des stations[^2]"))],
  ],
  ["note: moved to another item", [change(first, "[^1]", ""), change("de réunir", "nationales", "nationales[^1]")]],
  [
    "note: moved before another",
    [change("de réunir", "[^2]", ""), change("que les réseaux", "ruraux", "ruraux[^2]")],
    [noted],
  ],
  ["note: moved behind another", [change(first, "[^1]", ""), change("de publier", "rapport", "rapport[^1]")], [noted]],
  ["note: exchanged for another", [change(first, "[^1]", "[^2]")]],
  ["note: item with reference suppressed", [remove(first)]],
  ["note: item with reference suppressed before another", [remove(first)], [noted]],
  ["note: item with reference added", [add("a)", item("b)", "que chaque mât porte une plaque[^2];"))]],
  [
    "note: item with reference added before two",
    [addBefore("a)", item("a)", "que chaque mât porte une plaque[^3];"))],
    [noted],
  ],
  ["note: item moved before another", [move("de réunir", 1, "a)")], [noted]],
  [
    "note: item split behind it",
    [split(first, "demeure")],
    [alter(first, { text: "que la formation des techniciens[^1] demeure insuffisante dans les villages;" })],
  ],
];

/** The same document with marks that Word counts, in the order of the references. */
export function counted(doc: Node): Node {
  let count = 0;
  const edit = (node: Node): Node => {
    if (node.isText) return node;
    const attrs = { ...node.attrs };
    if (node.type.name === "footnoteReference") Object.assign(attrs, { automatic: true, mark: `${++count}` });
    if (node.type.name === "footnote") Object.assign(attrs, { label: "", separator: "" });
    return node.type.create(attrs, node.children.map(edit), node.marks);
  };
  return edit(doc);
}
