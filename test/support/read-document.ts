/** From a text to a document, by the program's own reader and recogniser. */
import type { Node } from "prosemirror-model";
import { recognise } from "../../shared/resolution/recognise";
import { modelToDoc } from "../../shared/schema/model-to-doc";
import { sourceFromText } from "../../shared/text/reader";

/** Reads a text; a text that cannot be read fails the test. */
export function documentFromText(text: string): Node {
  const source = sourceFromText(text);
  if (!source.ok) throw new Error(source.error.code);
  const recognised = recognise(source.value);
  if (!recognised.ok) throw new Error(recognised.error.code);
  return modelToDoc(recognised.value);
}
