/**
 * The ids of a template's styles by their names. Names are matched without regard to case, spaces and
 * the signs that versions of one template disagree about (`Res_No`, `Res No`, `ResNo`).
 */
import { type Styles, styleChain } from "./styles-reader";

export interface StyleIds {
  /** The id of the first of these styles that the template has; null when it has none of them. */
  paragraph(names: readonly string[]): string | null;
  character(names: readonly string[]): string | null;
  table(names: readonly string[]): string | null;
  /** True for a paragraph style that Word counts: its paragraphs would get a second label beside the typed one. */
  isNumbered(id: string): boolean;
  /** Paragraph styles that were asked for in vain, by the best name for each. */
  missing(): string[];
}

/** Indexes the styles of a template by name; where it has none, every look is plain. */
export function styleIds(styles: Styles): StyleIds {
  const ids = new Map<string, string>();
  for (const { type, name, id } of styles.byId.values()) {
    const key = `${type} ${foldStyleName(name)}`;
    if (!ids.has(key)) ids.set(key, id);
  }
  const missing = new Set<string>();
  const find = (type: string) => (names: readonly string[]) => {
    for (const name of names) {
      const id = ids.get(`${type} ${foldStyleName(name)}`);
      if (id) return id;
    }
    if (type === "paragraph" && names[0]) missing.add(names[0]);
    return null;
  };
  return {
    paragraph: find("paragraph"),
    character: find("character"),
    table: find("table"),
    isNumbered(id) {
      const numId = styleChain(styles, id).find(({ numbering }) => numbering?.numId !== undefined)?.numbering?.numId;
      return numId !== undefined && numId !== "0";
    },
    missing: () => [...missing],
  };
}

/** Folds a style name for comparison. */
function foldStyleName(name: string): string {
  return name.toLowerCase().replace(/[\s_&-]+/g, "");
}
