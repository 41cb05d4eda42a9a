/**
 * An XML document as saxes alone reads it, event by event. The reader of the program asks saxes about pieces only,
 * and must come to the same tree.
 */
import { SaxesParser } from "saxes";
import { NamespaceScope } from "../../shared/xml/namespaces";

export interface Tree {
  name: string;
  attributes: [string, string][];
  children: (Tree | string)[];
  start: number;
  end: number;
}

/** The tree of a document; a string says why there is none. */
export function saxesTree(source: string): Tree | string {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: Tree[] = [];
  const scopes: NamespaceScope[] = [];
  let scope = NamespaceScope.outermost();
  let root: Tree | undefined;
  const refuse = (why: string) => () => {
    throw new Error(why);
  };
  const add = (node: Tree | string) => open.at(-1)?.children.push(node);
  const leaf = (name: string, text: string) => add({ name, attributes: [], children: [text], start: -1, end: -1 });
  parser.on("error", refuse("malformed"));
  parser.on("doctype", refuse("doctype"));
  parser.on("opentag", (tag) => {
    const start = source.lastIndexOf("<", parser.position - 1);
    const raw = {
      name: tag.name,
      names: Object.keys(tag.attributes),
      values: Object.values(tag.attributes),
      empty: tag.isSelfClosing,
      around: null,
    };
    const { name, attributes, inner } = scope.startTag(raw);
    const made: Tree = { name, attributes: Object.entries(attributes), children: [], start, end: -1 };
    scopes.push(scope);
    scope = inner;
    add(made);
    root ??= made;
    open.push(made);
  });
  parser.on("closetag", () => {
    (open.pop() as Tree).end = parser.position;
    scope = scopes.pop() as NamespaceScope;
  });
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("comment", (text) => leaf("#comment", text));
  parser.on("processinginstruction", ({ target, body }) => leaf("#instruction", `${target} ${body}`.trim()));
  try {
    parser.write(source).close();
  } catch (error) {
    const why = (error as Error).message;
    return why === "malformed" ? `malformed at ${parser.line}:${parser.column}` : why;
  }
  return root ?? "no root";
}
