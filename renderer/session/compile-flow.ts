/**
 * Other proposals on the base of the open document: drafts and tracked Word files of other proposers, read,
 * checked to start from the same text, and laid beside the open draft in the compilation.
 */
import { baseOf } from "../../shared/editing/redline-plugin";
import { comparedBase } from "../../shared/redline/compared-base";
import { haveSameText, namedSource, sourceName } from "../../shared/redline/proposals";
import { failure, type Result, success } from "../../shared/result";
import type { DocumentParts } from "./document-parts";
import { performBeside } from "./long-work";
import type { OpenDocument, OtherProposal, Session } from "./session";

/** Asks for a proposal and adds it to the compilation. */
export async function addProposal(session: Session): Promise<void> {
  const chosen = await session.host.openFile("any");
  if (!chosen.ok) return session.fail("error.notOpened", chosen.error);
  if (!chosen.value) return;
  const { name, bytes } = chosen.value;
  await addProposalBytes(session, name, bytes);
}

/** Adds the proposal that a file holds. */
export async function addProposalBytes(session: Session, name: string, bytes: Uint8Array): Promise<void> {
  const parts = await performBeside(session, "open", { name }, { do: "open", file: { name, bytes } });
  const { document, proposals } = session.getSnapshot();
  if (!document) return;
  const here = proposals.filter(({ key }) => key === document.key);
  const read = readProposal(document, here, name, parts);
  if (!read.ok) {
    session.fail("error.notOpened", read.error);
    return;
  }
  session.update({ proposals: [...here, read.value], view: "compilation" });
}

function readProposal(
  document: OpenDocument,
  here: readonly OtherProposal[],
  name: string,
  parts: Result<DocumentParts>,
): Result<OtherProposal> {
  if (!parts.ok) return parts;
  const { base, current, isDraft } = parts.value;
  if (!isDraft && base === current) return failure("cli.no-changes-inside", { file: name });
  if (!haveSameText(comparedBase(base, current), baseOf(document.state) ?? document.base))
    return failure("cli.other-base", { file: name, first: document.name });
  const taken = [ownSource(document), ...here.map((other) => other.source)];
  const source = sourceName(current, name, taken);
  return success({ key: document.key, source, current });
}

/** What the open draft is called in its compilation. */
export function ownSource(document: OpenDocument): string {
  return namedSource(document.state.doc) || document.name;
}
