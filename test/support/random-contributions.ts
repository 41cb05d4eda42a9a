/**
 * Random texts of several proposals: contributions whose shelf of base texts stands beside them, with a proposal of
 * every kind in any order and new texts between them, and files of several resolutions of which some came or went.
 */
import fc from "fast-check";
import { Fragment, type Node } from "prosemirror-model";
import { type BaseText, headingOnly, shelved, textsIn } from "../../shared/editing/base-shelf";
import { schema } from "../../shared/schema/schema";
import { draftsOfOneBase, withOrderlyNotes } from "./random-pairs";

/** MOD, SUP or NOC of a heading, a text that is new, and one of the shelf that nobody proposes on. */
const treatments = ["changed", "suppressed", "kept", "new", "left"] as const;

/** A text before and after; null for a draft of which nothing but notes or front matter is left. */
interface Revised {
  before: BaseText;
  after: BaseText;
}

const revised = fc
  .tuple(draftsOfOneBase, fc.constantFrom("RÉSOLUTION 1", "RÉSOLUTION 2", "RÉSOLUTION 3"))
  .map(([[before, drafts], number]): Revised | null => {
    const own = textsIn(withOrderlyNotes(numbered(before, number)))[0];
    const now = textsIn(withOrderlyNotes(numbered(drafts[0] ?? before, number)))[0];
    return own && now ? { before: own, after: now } : null;
  });

/** A shelf of base texts, and a contribution on it. */
export const contributions = fc
  .tuple(
    fc.array(fc.tuple(revised, fc.constantFrom(...treatments)), { minLength: 1, maxLength: 4 }),
    fc.constantFrom("as they came", "turned round"),
  )
  .map(([entries, order]): [Node, Node] => {
    let shelf = documentOf([]);
    const proposals: BaseText[] = [];
    for (const [text, treatment] of entries) {
      if (!text) continue;
      const { before, after } = text;
      if (treatment === "new") {
        proposals.push(withOwnNotes(after, proposals.length));
        continue;
      }
      const whole = treatment === "changed" || treatment === "left";
      const put = (one: BaseText) => shelved(shelf, whole ? one : headingOnly(one));
      // Shelved beside the same texts, both states of it have one name.
      const { text: now } = put(after);
      const { base, text: was } = put(before);
      if (treatment === "changed") proposals.push(withReasonsOf(after, now));
      if (treatment === "kept") proposals.push(withReasonsOf(after, was));
      if (treatment === "suppressed")
        proposals.push(withReasonsOf(after, { proposal: was.proposal.copy(Fragment.empty), notes: [] }));
      shelf = base;
    }
    return [shelf, documentOf(order === "turned round" ? proposals.reverse() : proposals)];
  });

/** A file of several resolutions, and the same with some of them changed, taken away or new. */
export const filesOfSeveral = fc
  .array(fc.tuple(revised, fc.constantFrom("changed", "taken away", "new")), { minLength: 2, maxLength: 4 })
  .map((entries): [Node, Node] => {
    const named = entries.flatMap(([text, treatment], at) =>
      text ? [{ treatment, before: withOwnNotes(text.before, at), after: withOwnNotes(text.after, at) }] : [],
    );
    return [
      documentOf(named.flatMap(({ treatment, before }) => (treatment === "new" ? [] : before))),
      documentOf(named.flatMap(({ treatment, after }) => (treatment === "taken away" ? [] : after))),
    ];
  });

function documentOf(texts: readonly BaseText[]): Node {
  const notes = texts.flatMap((text) => text.notes);
  const doc = schema.node("doc", { language: "fr" }, [
    ...(texts.length > 0 ? texts.map(({ proposal }) => proposal) : [schema.node("proposal")]),
    ...(notes.length > 0 ? [schema.node("footnotes", null, notes)] : []),
  ]);
  doc.check();
  return doc;
}

/** What comes from the shelf has no reasons; those of the proposal are given anew. */
function withReasonsOf({ proposal }: BaseText, { proposal: bare, notes }: BaseText): BaseText {
  const reasons = proposal.children.filter(({ type }) => type.name === "reasons");
  return { proposal: bare.copy(bare.content.append(Fragment.from(reasons))), notes };
}

/** Notes of several texts in one file do not share their names. */
function withOwnNotes({ proposal, notes }: BaseText, at: number): BaseText {
  const renamed = (node: Node): Node => {
    if (node.isText) return node;
    const attrs = node.attrs.note ? { ...node.attrs, note: `${at} ${node.attrs.note}` } : node.attrs;
    return node.type.create(attrs, node.children.map(renamed), node.marks);
  };
  return { proposal: renamed(proposal), notes: notes.map(renamed) };
}

function numbered(doc: Node, number: string): Node {
  const renamed = (node: Node): Node => {
    if (node.isText) return node;
    if (node.type.name === "resolutionNumber") return node.type.create(node.attrs, schema.text(number), node.marks);
    return node.isTextblock ? node : node.copy(Fragment.from(node.children.map(renamed)));
  };
  return renamed(doc);
}
