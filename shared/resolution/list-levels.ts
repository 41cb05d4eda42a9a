/**
 * The level of each labelled paragraph of one list context (a section, reasons, a cell): 1 for the items,
 * 2 and more for the lists below. Only the sequence decides what `i)` is: after `h)` a letter, after a
 * paragraph ending with a colon a Roman numeral. Labels need not be contiguous (extracts skip some), so a
 * gap stays on its level.
 */
import { type LabelKind, labelForm, ordinalAs, type ParsedLabel, readsAs } from "./labels";

interface OpenList {
  kind: LabelKind;
  /** Brackets and signs: `1)` begins a list below `1`, `（一）` below `一、`. */
  form: string;
  ordinal: number;
}

const ordered: LabelKind[] = ["letter", "roman", "number"];

export class ListLevels {
  /** Open lists by level, outermost first; a level that a style left out stands as `none`. */
  private open: OpenList[] = [];
  /** The items have no list style, so that the styled lists stand below them. */
  private plainItems = false;

  /** Forgets all lists: a call, a heading or another container begins. */
  reset(): void {
    this.open = [];
    this.plainItems = false;
  }

  /** Level of the innermost open list, 0 when none is open. */
  get depth(): number {
    return this.open.length;
  }

  /** True when a number would continue or begin the list, which lets a loosely set label count as one. */
  expects(label: ParsedLabel): boolean {
    const ordinal = ordinalAs(label, label.kind);
    if (this.open.length === 0) return ordinal === 1;
    return this.open.some((list) => list.kind === label.kind && list.ordinal + 1 === ordinal);
  }

  /**
   * Places a label and returns its level. `introduced` says that the paragraph before ends with a colon,
   * `next` is the label of the paragraph behind.
   */
  place(label: ParsedLabel, introduced: boolean, next: ParsedLabel | null, styleLevel?: number): number {
    if (styleLevel !== undefined) {
      return this.enter(styleLevel + (this.plainItems ? 1 : 0), label, readingOf(label, next));
    }
    const level = this.placeByLabel(label, introduced, next);
    if (level === 1) this.plainItems = true;
    return level;
  }

  private placeByLabel(label: ParsedLabel, introduced: boolean, next: ParsedLabel | null): number {
    if (label.kind === "decimal") return this.placeDecimal(label);
    const readings = ordered.filter((kind) => readsAs(label, kind));
    if (readings.length === 0) return this.placeUnordered(label, introduced);
    const continued = this.continues(label, readings);
    const started = readings.filter((kind) => ordinalAs(label, kind) === 1);
    const first = started.includes("roman") && isSecondRoman(next) ? "roman" : (started[0] ?? null);
    if (introduced && first && !(continued && keepsLetters(label, next)))
      return this.enter(this.open.length + 1, label, first);
    if (continued) return this.enter(continued.level, label, continued.kind);
    const sameKind = this.levelOf(label.kind);
    const opensBelow = sameKind === 0 || (first === label.kind && !this.isOpen(first, labelForm(label)));
    if (first && opensBelow && this.open.length > 0) return this.enter(this.open.length + 1, label, first);
    const behind = this.nearest(label, readings);
    if (behind) return this.enter(behind.level, label, behind.kind);
    if (sameKind > 0) return this.enter(sameKind, label, label.kind);
    return this.enter(this.open.length + 1, label, first ?? label.kind);
  }

  private placeUnordered(label: ParsedLabel, introduced: boolean): number {
    const level = this.levelOf(label.kind);
    const inner = this.open.at(-1)?.kind === label.kind;
    if (level === 0 || (introduced && !inner)) return this.enter(this.open.length + 1, label, label.kind);
    return this.enter(level, label, label.kind);
  }

  private placeDecimal(label: ParsedLabel): number {
    const first = label.parts[0]?.ordinal ?? 0;
    // `A1.2` stands below no item 1.
    const own = label.opening.trim() === "";
    const parent = this.open.findIndex((list) => own && list.kind === "number" && list.ordinal === first);
    return this.enter(parent >= 0 ? parent + 2 : Math.max(this.levelOf("decimal"), 1), label, "decimal");
  }

  /** The innermost list that this label continues by one, or by an inserted number. */
  private continues(label: ParsedLabel, readings: LabelKind[]): { level: number; kind: LabelKind } | null {
    const inserted = (label.parts.at(-1)?.insertion ?? 0) > 0;
    const form = labelForm(label);
    const lists = this.open.flatMap((list, index) => {
      const kind = readings.find((reading) => reading === list.kind);
      const step = kind ? ordinalAs(label, kind) - list.ordinal : 0;
      const goesOn = step === 1 || (step === 0 && inserted);
      return kind && goesOn ? [{ level: index + 1, kind, same: list.form === form }] : [];
    });
    // Brackets vary inside a list, but where two lists could go on they tell which.
    return lists.filter(({ same }) => same).at(-1) ?? lists.at(-1) ?? null;
  }

  /** The list that this label goes on with the smallest gap: extracts leave items out. */
  private nearest(label: ParsedLabel, readings: LabelKind[]): { level: number; kind: LabelKind } | null {
    const ahead = this.open.flatMap((list, index) => {
      const kind = readings.find((reading) => reading === list.kind);
      const gap = kind ? ordinalAs(label, kind) - list.ordinal : 0;
      return kind && gap > 0 ? [{ level: index + 1, kind, gap }] : [];
    });
    return ahead.sort((a, b) => a.gap - b.gap || b.level - a.level)[0] ?? null;
  }

  private isOpen(kind: LabelKind, form: string): boolean {
    return this.open.some((list) => list.kind === kind && list.form === form);
  }

  private levelOf(kind: LabelKind): number {
    for (let level = this.open.length; level > 0; level--) if (this.open[level - 1]?.kind === kind) return level;
    return 0;
  }

  private enter(level: number, label: ParsedLabel, kind: LabelKind): number {
    this.open = this.open.slice(0, level - 1);
    while (this.open.length < level - 1) this.open.push({ kind: "none", form: "", ordinal: 0 });
    this.open.push({ kind, form: labelForm(label), ordinal: ordinalAs(label, kind) });
    return level;
  }
}

function readingOf(label: ParsedLabel, next: ParsedLabel | null): LabelKind {
  return label.roman === 1 && isSecondRoman(next) ? "roman" : label.kind;
}

function isSecondRoman(next: ParsedLabel | null): boolean {
  return next?.roman === 2;
}

/** After `h) …:`, an `i)` that `j)` follows goes on with the letters. */
function keepsLetters(label: ParsedLabel, next: ParsedLabel | null): boolean {
  return label.letter !== null && next?.letter === label.letter + 1 && !isSecondRoman(next);
}
