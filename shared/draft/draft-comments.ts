/** What was said about a draft: what it keeps, or, before it kept anything, what the file that it came from says. */
import { readDocx } from "../docx/document-reader";
import type { DocumentComment } from "../model/comment";
import { containerKind } from "../opc/container-kind";
import { documentComments } from "./document-comments";
import type { Draft } from "./draft";

/** The comments of a draft. */
export function draftComments({ base, current, source, comments }: Draft): DocumentComment[] {
  if (comments) return comments;
  if (!source || containerKind(source.bytes) !== "zip") return [];
  const file = readDocx(source.bytes);
  return file.ok ? documentComments(file.value, base, current) : [];
}
