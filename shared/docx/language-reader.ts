/**
 * The language that a file is written in: the one that most characters are marked with, counted by
 * primary subtag, else the default of its styles (ISO/IEC 29500-1 §17.3.2.20). Marking by checking tools is
 * uneven, so a single run or the default alone would often be wrong.
 */
import { child, type XmlElement } from "../xml/element";
import { isOnProperty } from "./attributes";
import { languageOf } from "./run-properties-reader";
import type { Styles } from "./styles-reader";

/** Runs looked at; a file says its language long before they end. */
const enoughRuns = 4000;

/** Finds the language of a text. */
export function readLanguage(document: XmlElement, styles: Styles): string | undefined {
  const counts = new Map<string, { tag: string; characters: number }>();
  let runs = 0;
  visit(document);
  const normal = styles.defaultParagraph;
  const rightToLeft = isOnProperty(normal?.paragraphProperties, "w:bidi") === true;
  const fallback =
    languageOf(normal?.runProperties, rightToLeft) ?? languageOf(styles.defaultRunProperties, rightToLeft);
  const most = [...counts.entries()].sort((a, b) => b[1].characters - a[1].characters)[0];
  if (!most) return fallback;
  return most[0] === "" ? fallback : most[1].tag;

  function visit(from: XmlElement): void {
    for (const node of from.children) {
      if (runs >= enoughRuns) return;
      if (typeof node === "string") continue;
      if (node.name === "w:r") countRun(node);
      else visit(node);
    }
  }

  function countRun(run: XmlElement): void {
    runs++;
    const text = child(run, "w:t")?.children[0];
    if (typeof text !== "string") return;
    const properties = child(run, "w:rPr");
    const tag = languageOf(properties, isOnProperty(properties, "w:rtl") === true) ?? "";
    const key = tag.split("-")[0]!.toLowerCase();
    const entry = counts.get(key) ?? { tag, characters: 0 };
    entry.characters += text.length;
    counts.set(key, entry);
  }
}
