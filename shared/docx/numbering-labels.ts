/**
 * Computes the label that Word shows before a numbered paragraph (ISO/IEC 29500-1 §17.9), so that it can
 * be typed. Paragraphs must be asked about in reading order and only when they are part of the side:
 * a paragraph that is not there does not count.
 */
import { formatNumber } from "./number-formats";
import type { Numbering, NumberingLevel, Numberings } from "./numbering-reader";
import type { ParagraphProperties } from "./records";
import { type Styles, styleChain } from "./styles-reader";
import { symbolCharacter } from "./symbol-font";

export interface Label {
  label: string;
  level: number;
}

/** Counts the numbered paragraphs of one side of one text. */
export class LabelCounter {
  private readonly counts = new Map<string, number[]>();
  private readonly restarted = new Set<string>();

  constructor(
    private readonly numberings: Numberings,
    private readonly styles: Styles,
  ) {}

  /** Counts a paragraph and gives its label; undefined when it has none. */
  next(properties: ParagraphProperties): Label | undefined {
    const reference = this.reference(properties);
    const numbering = reference && this.numberings.get(reference.numId);
    if (!numbering) return undefined;
    const { level } = reference;
    const definition = numbering.levels.get(level);
    if (!definition) return undefined;
    this.count(reference.numId, numbering, level, definition);
    if (properties.formerLabel !== undefined) return { label: properties.formerLabel, level };
    const label = this.text(numbering, definition);
    return label === "" ? undefined : { label, level };
  }

  /** The numbering of the paragraph itself, completed by that of its style. */
  private reference({ numbering, styleId }: ParagraphProperties): { numId: string; level: number } | undefined {
    const chain = styleChain(this.styles, styleId ?? this.styles.defaultParagraph?.id);
    const style = chain.find((s) => s.numbering?.numId !== undefined);
    const numId = numbering?.numId ?? style?.numbering?.numId;
    if (numId === undefined || numId === "0") return undefined;
    if (numbering?.level !== undefined) return { numId, level: numbering.level };
    // A style takes the level that names it, whatever its own level says (§17.9.23).
    const levels = this.numberings.get(numId)?.levels ?? new Map<number, NumberingLevel>();
    const linked = chain.flatMap(({ id }) => [...levels].filter(([, level]) => level.styleId === id))[0]?.[0];
    return { numId, level: linked ?? (numbering?.numId === undefined ? style?.numbering?.level : undefined) ?? 0 };
  }

  private count(numId: string, numbering: Numbering, level: number, definition: NumberingLevel): void {
    const counts = this.counts.get(numbering.sequence) ?? [];
    this.counts.set(numbering.sequence, counts);
    for (const [index, start] of numbering.startOverrides) {
      const key = `${numId} ${index}`;
      if (index > level || this.restarted.has(key)) continue;
      this.restarted.add(key);
      if (index === level) counts[index] = start - 1;
      else counts[index] ??= start;
    }
    counts[level] = (counts[level] ?? definition.start - 1) + 1;
    for (let deeper = level + 1; deeper <= 8; deeper++) {
      const restart = numbering.levels.get(deeper)?.restart;
      if (restart === undefined || level + 1 <= restart) delete counts[deeper];
    }
    for (let higher = 0; higher < level; higher++) {
      counts[higher] ??= numbering.levels.get(higher)?.start ?? 0;
    }
  }

  private text(numbering: Numbering, definition: NumberingLevel): string {
    if (definition.format === "bullet") {
      return [...definition.text].map((sign) => bullet(sign, definition.font)).join("");
    }
    const counts = this.counts.get(numbering.sequence) ?? [];
    return definition.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const level = numbering.levels.get(index);
      const value = counts[index] ?? level?.start ?? 0;
      return formatNumber(value, definition.legal ? "decimal" : (level?.format ?? "decimal"));
    });
  }
}

/** A bullet of a symbol font as the character it shows; the plain bullet when that is not known. */
function bullet(sign: string, font: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const symbolic = code >= 0xf000 && code <= 0xf0ff;
  if (!symbolic && !/^(?:symbol|wingdings)/i.test(font)) return sign;
  return symbolCharacter(font === "" ? "Symbol" : font, code) || (symbolic ? "•" : sign);
}
