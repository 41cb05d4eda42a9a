/** What a hand-out may be: its kind, its form and what of the text it shows. */
import type { ColumnChoice } from "./side-by-side";

export type HandoutKind = "sideBySide" | "compilation" | "changes" | "summary";
export const handoutKinds: readonly HandoutKind[] = ["sideBySide", "compilation", "changes", "summary"];

export type HandoutForm = "docx" | "pdf" | "html";
export const handoutForms: readonly HandoutForm[] = ["docx", "pdf", "html"];

export interface HandoutChoice {
  kind: HandoutKind;
  form: HandoutForm;
  /** For the side-by-side table. */
  columns: ColumnChoice;
  changedOnly: boolean;
  comments: boolean;
  /** In Word, marks as tracked changes; not for sentences. */
  tracked: boolean;
}
