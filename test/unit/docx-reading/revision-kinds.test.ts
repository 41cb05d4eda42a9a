/** Accepting and rejecting each kind of tracked change gives the texts that the standard says. */
import { describe, expect, it } from "vitest";
import type { WordSide } from "../../../shared/docx/word-file";
import { revisionCases } from "../../support/revision-cases";
import { readBody, textOfParagraph } from "../../support/word-package";

/** The paragraphs of a side, with what they look like. */
function shown({ paragraphs }: WordSide): string[] {
  return paragraphs.map((paragraph) => {
    const { style, alignment, numbering, inlines } = paragraph;
    const look = [style, alignment, numbering?.label].filter(Boolean).join(" ");
    const pieces = inlines.map((inline) => {
      const text = textOfParagraph({ kind: "paragraph", inlines: [inline] });
      if (inline.formatting?.bold) return `*${text}*`;
      return inline.formatting?.italic ? `_${text}_` : text;
    });
    return (look && `{${look}}`) + pieces.join("");
  });
}

describe("rejected and accepted:", () => {
  it.each(revisionCases)("$name", ({ body, base, current, numbering, styles }) => {
    const parts = { ...(numbering ? { numbering } : {}), ...(styles ? { styles } : {}) };
    const { reject, accept } = readBody(body, parts).sides;
    expect(shown(reject)).toEqual(base);
    expect(shown(accept)).toEqual(current);
  });
});
