/**
 * What the reader keeps without understanding it: the XML of inline objects, and a count of each kind
 * for the list of messages. Objects are named by a digest of their XML, so that the same object has
 * one name on both sides and in every reading of the file.
 */
import type { Message } from "../result";
import type { XmlElement, XmlNode } from "../xml/element";
import { writeXml } from "../xml/writer";
import { digest } from "./digest";

/** Names the message that lists a kind of kept content; `docx.kept-other` names the element itself. */
export type KeptKind =
  | "field"
  | "image"
  | "textBox"
  | "equation"
  | "embedded"
  | "symbol"
  | "pageBreak"
  | "contentControl"
  | "altChunk"
  | "subdocument"
  | "ruby"
  | "other";

const silent: ReadonlySet<KeptKind> = new Set(["pageBreak", "symbol"]);

export class KeptContent {
  /** Object name to XML that may stand in a paragraph where a run may. */
  readonly objects = new Map<string, string>();
  private readonly counts = new Map<string, { kind: KeptKind; element: string; part: string; count: number }>();

  /** Keeps paragraph-level content under a name. */
  keep(nodes: readonly XmlNode[]): string {
    const xml = nodes.map((node) => writeXml(withoutSessionMarks(node))).join("");
    const name = digest(xml);
    this.objects.set(name, xml);
    return name;
  }

  count(kind: KeptKind, part: string, element = ""): void {
    const key = `${kind} ${part} ${element}`;
    const entry = this.counts.get(key) ?? { kind, element, part, count: 0 };
    entry.count++;
    this.counts.set(key, entry);
  }

  /** One message for each kind in each part. */
  messages(): Message[] {
    return [...this.counts.values()]
      .filter(({ kind }) => !silent.has(kind))
      .map(
        ({ kind, element, part, count }): Message => ({
          severity: "information",
          code: `docx.kept-${kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
          values: kind === "other" ? { count, element } : { count },
          where: { part },
        }),
      );
  }
}

/** Leaves out what Word writes to recognise editing sessions: it differs where nothing else does. */
function withoutSessionMarks(node: XmlNode): XmlNode {
  if (typeof node === "string") return node;
  const attributes: Record<string, string> = {};
  for (const name in node.attributes) {
    if (!name.startsWith("w:rsid") && name !== "w14:paraId" && name !== "w14:textId") {
      attributes[name] = node.attributes[name] as string;
    }
  }
  return { ...node, attributes, children: node.children.map(withoutSessionMarks) } satisfies XmlElement;
}
