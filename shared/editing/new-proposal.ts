/**
 * What stands in a proposal that is begun: a whole text to change, the empty structure of a new resolution, a
 * heading alone, or room for free words; and always its reasons. Which of them the marker decides, by the rules of
 * the conference proposals interface.
 */
import { Fragment, type Node } from "prosemirror-model";
import type { Language } from "../model/document";
import { bodyOf, enactingOf } from "../resolution/contribution-header";
import { callAtBody } from "../resolution/languages/body-words";
import { contributionWords } from "../resolution/languages/contribution-words";
import { schema } from "../schema/schema";
import type { BaseText } from "./base-shelf";
import { headerOf } from "./header-block";

/** How a marker wants its text: changed against a base, new, transferred here, a heading, or free. */
export type TargetKind = "changed" | "new" | "moved" | "heading" | "free";

/** What a proposal with this marker is about. */
export function targetOf(marker: string): TargetKind {
  if (/MOD/u.test(marker)) return "changed";
  if (marker === "ADD") return "new";
  if (marker === "ADD*") return "moved";
  return marker === "OTHER" ? "free" : "heading";
}

export interface NewText {
  /** Placeholder of the number, `ACP-2`. */
  tag: string;
  title: string;
  /** The structure to begin with: a resolution whose number, title and formula are replaced. */
  skeleton: Node;
}

/** A proposal with this content and an empty line for its reasons. */
export function proposalNode(marker: string, content: readonly Node[], reasonsHeading: string, baseId = ""): Node {
  const line = schema.node("paragraph", { label: reasonsHeading, separator: "\t", role: "reasons" });
  const kept = content.filter(({ type }) => type.name !== "reasons");
  return schema.node("proposal", { marker, baseId }, [...kept, schema.node("reasons", null, [line])]);
}

/** The proposal on a text of the base, which both sides share. */
export function proposalOn(marker: string, { proposal }: BaseText, reasonsHeading: string): Node {
  return proposalNode(marker, proposal.children, reasonsHeading, proposal.attrs.baseId);
}

/** The content of a new resolution for this contribution. */
export function newText(doc: Node, { tag, title, skeleton }: NewText): Node[] {
  const language: Language = doc.attrs.language;
  const header = headerOf(doc);
  const body = bodyOf(header, language);
  const number = contributionWords(language).newNumber.replace("{tag}", () => tag);
  const enacting = enactingOf(header, language);
  const replaced: Rewording = {
    resolutionNumber: () => number,
    resolutionTitle: (words) => title || words,
    enacting: (words) => enacting ?? words,
    call: (words) => (body ? callAtBody(words, body, language) : words),
  };
  return skeleton.children.map((child) => withWords(child, replaced));
}

/** A heading of an existing text that is typed, not taken from a file. */
export function typedHeading(number: string, title: string): Node[] {
  const line = (type: string, id: string, text: string) =>
    schema.node(type, { id }, text === "" ? [] : [schema.text(text)]);
  return [
    schema.node("resolution", null, [line("resolutionNumber", "h1", number), line("resolutionTitle", "h2", title)]),
  ];
}

/** The tag for the next new resolution: the proposer's symbol and the first serial that is free. */
export function nextTag(doc: Node): string {
  const symbol = String(doc.attrs.proposer).split("/")[0] || "XXX";
  const taken = new Set<string>();
  doc.descendants((node) => {
    if (node.type.name === "resolutionNumber") {
      for (const [, tag] of node.textContent.matchAll(/\[([^\]]*)\]/gu)) taken.add(tag ?? "");
    }
    return !node.isTextblock;
  });
  for (let serial = 1; ; serial++) if (!taken.has(`${symbol}-${serial}`)) return `${symbol}-${serial}`;
}

/** By block type, what its words become. */
type Rewording = Record<string, (words: string) => string>;

function withWords(node: Node, replaced: Rewording): Node {
  if (node.isText) return node;
  // Ids are given by the editor: a second structure must not bring those of the first.
  const attrs = {
    ...node.attrs,
    ...(node.attrs.id === undefined ? {} : { id: "" }),
    ...("slice" in node.attrs ? { slice: null } : {}),
  };
  const text = node.isTextblock ? replaced[node.type.name]?.(node.textContent) : null;
  if (text) return node.type.create(attrs, schema.text(text));
  return node.type.create(attrs, Fragment.from(node.children.map((child) => withWords(child, replaced))), node.marks);
}
