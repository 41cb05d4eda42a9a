/**
 * The comments of Word files as LibreOffice reads them: words, author, date, state and the words that each is about. They
 * are asked for by way of its own flat format, since an office without a window can convert a file with comments but not
 * show it. Which comment answers which it does not keep (7.4); our own reader says that.
 */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { childElements, descendants, isElement, textOf, type XmlElement } from "../../shared/xml/element";
import { readXml } from "../../shared/xml/reader";

export interface Annotation {
  author: string;
  initials: string;
  /** Local time without zone. */
  date: string;
  text: string;
  resolved: boolean;
  /** The words between its ends, in the current text; empty for a point. */
  quote: string;
}

/** The comments of each file, in the order of the text. */
export async function annotationsIn(files: ReadonlyMap<string, Uint8Array>): Promise<Map<string, Annotation[]>> {
  const folder = mkdtempSync(join(tmpdir(), "resdraft-judge-"));
  try {
    const names = [...files.keys()];
    const paths = names.map((_, index) => join(folder, `${index}.docx`));
    for (const [index, name] of names.entries()) writeFileSync(paths[index]!, files.get(name)!);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
    const words = [profile, "--headless", "--convert-to", "fodt", "--outdir", folder, ...paths];
    await promisify(execFile)("soffice", words, { timeout: 240_000 });
    return new Map(names.map((name, index) => [name, read(readFileSync(join(folder, `${index}.fodt`), "utf8"))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(xml: string): Annotation[] {
  const document = readXml(xml);
  if (!document.ok) throw new Error(document.error.code);
  const found: Annotation[] = [];
  const open = new Map<string, { annotation: Annotation; from: number }>();
  let text = "";
  const visit = (element: XmlElement): void => {
    for (const each of element.children) {
      if (!isElement(each)) text += each;
      else if (each.name === "office:annotation") {
        const annotation = annotationOf(each);
        found.push(annotation);
        open.set(each.attributes["office:name"] ?? "", { annotation, from: text.length });
      } else if (each.name === "office:annotation-end") {
        const begun = open.get(each.attributes["office:name"] ?? "");
        if (begun) begun.annotation.quote = text.slice(begun.from);
      } else if (each.name !== "text:tracked-changes" && each.name !== "text:note-body") visit(each);
    }
  };
  for (const body of descendants(document.value.root, "office:text")) visit(body);
  return found;
}

function annotationOf(element: XmlElement): Annotation {
  const one = (name: string) => childElements(element, name).map(textOf).join("");
  return {
    author: one("dc:creator"),
    initials: one("meta:creator-initials"),
    date: one("dc:date"),
    text: childElements(element, "text:p").map(textOf).join("\n"),
    resolved: element.attributes["loext:resolved"] === "true",
    quote: "",
  };
}
