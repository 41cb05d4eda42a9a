/**
 * The ProseMirror schema: the ITU clause structure as nodes. Text blocks (`item`, `call`,
 * `resolutionNumber`…) are the units that the redline aligns; containers (`proposal`, `resolution`,
 * `section`, `annex`, `reasons`, tables) give them their place. Labels are attributes, never part of
 * the text. Notes are text blocks of one container at the end; their references are inline atoms.
 * The node and attribute names are those of `model/document.ts`, so conversion renames nothing.
 */
import { type Attrs, type MarkSpec, type NodeSpec, Schema } from "prosemirror-model";
import { tableNodes } from "prosemirror-tables";

/** Text that stands for an inline leaf in `textBetween`, segments and CriticMarkup. */
export function leafText(node: { type: { name: string }; attrs: Attrs }): string {
  if (node.type.name === "hardBreak") return "\n";
  if (node.type.name === "footnoteReference") return `[^${node.attrs.mark}]`;
  return String(node.attrs.text ?? "");
}

const textBlockAttributes = {
  id: { default: "" },
  label: { default: "" },
  separator: { default: "" },
  level: { default: 0 },
  role: { default: "" },
  slice: { default: null },
  /** True when the user typed the label and the policy must leave it alone. */
  labelLocked: { default: false },
};

function textBlock(name: string, group: string, extra: Partial<NodeSpec> = {}): NodeSpec {
  return {
    content: "inline*",
    group,
    defining: true,
    attrs: textBlockAttributes,
    toDOM: (node) => [
      "p",
      {
        class: `block ${name}`,
        "data-block": name,
        "data-id": node.attrs.id,
        "data-label": node.attrs.label,
        "data-level": String(node.attrs.level),
        ...(node.attrs.role ? { "data-role": node.attrs.role } : {}),
      },
      0,
    ],
    ...extra,
  };
}

function container(name: string, content: string, extra: Partial<NodeSpec> = {}): NodeSpec {
  return {
    content,
    toDOM: () => ["section", { class: name, "data-container": name }, 0],
    ...extra,
  };
}

const nodes: Record<string, NodeSpec> = {
  doc: {
    content: "(flow | proposal)+ footnotes?",
    // Names of drafting rules that are switched off for this document, separated by a space.
    // `proposer` is the symbol that identifiers of proposals begin with, `ACP`. `decisions` is what a meeting decided,
    // as `redline/decisions` reads it: an attribute, so that undo and the journal hold it.
    attrs: {
      language: { default: "fr" },
      uncheckedRules: { default: "" },
      proposer: { default: "" },
      decisions: { default: "" },
    },
  },
  text: { group: "inline" },

  paragraph: textBlock("paragraph", "flow"),
  heading: textBlock("heading", "flow"),
  item: textBlock("item", "flow"),
  call: textBlock("call", "clause"),
  resolutionNumber: textBlock("resolutionNumber", "head"),
  resolutionTitle: textBlock("resolutionTitle", "head"),
  resolutionReference: textBlock("resolutionReference", "head"),
  enacting: textBlock("enacting", "head"),
  annexNumber: textBlock("annexNumber", "annexHead"),
  annexTitle: textBlock("annexTitle", "annexHead"),
  footnote: textBlock("footnote", "note", {
    attrs: { ...textBlockAttributes, note: { default: "" } },
  }),

  proposal: container("proposal", "(resolution | head | flow)* reasons?", {
    // An empty marker means: derived from the changes.
    attrs: {
      id: { default: "" },
      marker: { default: "" },
      identifier: { default: "" },
      source: { default: "" },
      slice: { default: null },
      /** In a contribution: names the text of the base that it changes. */
      baseId: { default: "" },
    },
    isolating: true,
  }),
  resolution: container("resolution", "(head | flow)* section* annex*"),
  section: container("section", "call flow*", { attrs: { part: { default: "preamble" } } }),
  annex: container("annex", "(annexHead | head | flow | section)+"),
  reasons: container("reasons", "flow+", { isolating: true }),
  footnotes: container("footnotes", "footnote+", { isolating: true }),

  hardBreak: {
    inline: true,
    group: "inline",
    selectable: false,
    toDOM: () => ["br"],
    parseDOM: [{ tag: "br" }],
  },
  footnoteReference: {
    inline: true,
    group: "inline",
    atom: true,
    // `note` is the footnote's own `note` attribute; `automatic` marks are numbered by Word.
    attrs: { note: {}, mark: { default: "" }, automatic: { default: false } },
    toDOM: (node) => ["sup", { class: "footnoteReference", "data-note": node.attrs.note }, node.attrs.mark],
  },
  inlineObject: {
    inline: true,
    group: "inline",
    atom: true,
    // Something of the source that is kept and shown but not edited: a field, an image, an equation.
    attrs: { what: {}, text: { default: "" }, source: { default: "" } },
    toDOM: (node) => ["span", { class: "inlineObject", "data-what": node.attrs.what }, node.attrs.text || "▣"],
  },
  ...tableNodes({
    tableGroup: "flow",
    cellContent: "(flow | clause | head | annexHead)+",
    cellAttributes: {},
  }),
};
for (const name of ["table", "table_row"]) {
  const spec = nodes[name] as NodeSpec;
  nodes[name] = { ...spec, attrs: { ...spec.attrs, id: { default: "" }, slice: { default: null } } };
}
// Shares of the columns in the width of the table, which is that of the page.
Object.assign(nodes.table!.attrs!, { columns: { default: null } });

const marks: Record<string, MarkSpec> = {
  bold: { toDOM: () => ["strong", 0], parseDOM: [{ tag: "strong" }, { tag: "b" }] },
  italic: { toDOM: () => ["em", 0], parseDOM: [{ tag: "em" }, { tag: "i" }] },
  underline: { toDOM: () => ["span", { class: "underlined" }, 0], parseDOM: [{ tag: "span.underlined" }] },
  strike: { toDOM: () => ["span", { class: "struck" }, 0], parseDOM: [{ tag: "span.struck" }] },
  superscript: { excludes: "subscript", toDOM: () => ["sup", 0], parseDOM: [{ tag: "sup" }] },
  subscript: { excludes: "superscript", toDOM: () => ["sub", 0], parseDOM: [{ tag: "sub" }] },
  smallCaps: { toDOM: () => ["span", { class: "small-caps" }, 0] },
  language: {
    attrs: { tag: {} },
    toDOM: (mark) => ["span", { lang: mark.attrs.tag }, 0],
  },
  // Who holds the alternative of unagreed text that the marked sign opens; see `brackets.ts`.
  held: {
    attrs: { by: { default: "" } },
    inclusive: false,
    toDOM: (mark) => ["span", { class: "held", "data-by": mark.attrs.by }, 0],
  },
  // Names run properties that the source package keeps; never shown, never edited.
  properties: { attrs: { key: {} }, toDOM: () => ["span", 0] },
};

export const schema = new Schema({ nodes, marks });

/** Marks that come with a file or are kept beside the text: they are no formatting, and no redline shows them. */
export const silentMarks: ReadonlySet<string> = new Set(["language", "properties", "held"]);
