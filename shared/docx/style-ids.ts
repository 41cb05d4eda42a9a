/**
 * The ids of a template's styles by their names. Names are matched without regard to case, spaces and
 * the signs that versions of one template disagree about (`Res_No`, `Res No`, `ResNo`).
 */
import type { Styles } from "./styles-reader";

export interface StyleIds {
  /** The id of the first of these styles that the template has; null when it has none of them. */
  paragraph(names: readonly string[]): string | null;
  character(names: readonly string[]): string | null;
  table(names: readonly string[]): string | null;
}

/** Indexes the styles of a template by name; where it has none, every look is plain. */
export function styleIds(styles: Styles): StyleIds {
  const ids = new Map<string, string>();
  for (const { type, name, id } of styles.byId.values()) {
    const key = `${type} ${foldStyleName(name)}`;
    if (!ids.has(key)) ids.set(key, id);
  }
  const find = (type: string) => (names: readonly string[]) => {
    for (const name of names) {
      const id = ids.get(`${type} ${foldStyleName(name)}`);
      if (id) return id;
    }
    return null;
  };
  return { paragraph: find("paragraph"), character: find("character"), table: find("table") };
}

/** Folds a style name for comparison. */
export function foldStyleName(name: string): string {
  return name.toLowerCase().replace(/[\s_&-]+/g, "");
}
