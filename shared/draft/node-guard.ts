/**
 * Turns the JSON of a text into a document, or refuses it. ProseMirror checks which node may stand where;
 * this module adds what it does not: every attribute has the type of its default and a sensible size, so
 * that nothing downstream meets an object where it expects a label.
 */
import type { Attrs, Mark, Node } from "prosemirror-model";
import { isLanguage } from "../model/language";
import { schema } from "../schema/schema";

const longestAttribute = 100_000;
/** A long meeting on a long text: each decision takes about a hundred characters. */
const longestDecisions = 16_000_000;
const largestNumber = 10_000;

type Specified = Record<string, { default?: unknown }>;

/** The document, or null. */
export function readNode(json: unknown): Node | null {
  try {
    const doc = schema.nodeFromJSON(json as object);
    if (doc.type !== schema.topNodeType || !isLanguage(doc.attrs.language)) return null;
    doc.check();
    let sound = hasSoundAttributes(doc);
    doc.descendants((node) => {
      sound &&= hasSoundAttributes(node);
      return sound;
    });
    return sound ? doc : null;
  } catch {
    return null;
  }
}

function hasSoundAttributes(node: Node): boolean {
  return (
    areSound(node.attrs, node.type.spec.attrs) &&
    node.marks.every((mark: Mark) => areSound(mark.attrs, mark.type.spec.attrs))
  );
}

function areSound(given: Attrs, specified: Specified = {}): boolean {
  return Object.entries(specified).every(([name, spec]) => {
    if (name === "decisions" && typeof given[name] === "string" && given[name].length <= longestDecisions) return true;
    if (name === "columns" && typeof given[name] === "string") return false;
    return isSound(given[name], "default" in spec ? spec.default : "");
  });
}

/** Where the default is null (`slice`, `colwidth`) there stands null, a string, or a list of numbers. */
function isSound(value: unknown, fallback: unknown): boolean {
  if (fallback === null && (value === null || Array.isArray(value))) {
    return value === null || value.every((number) => isSound(number, 0));
  }
  if (fallback !== null && typeof value !== typeof fallback) return false;
  if (typeof value === "string") return value.length <= longestAttribute;
  if (typeof value === "number") return Number.isInteger(value) && value >= 0 && value <= largestNumber;
  return typeof value === "boolean";
}
