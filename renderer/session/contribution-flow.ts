/**
 * Contributions in the window: one is begun from a form; proposals are added to it on texts that are read from files.
 * A text that joins the base is locked with it, and the journal begins anew, because steps alone would not bring
 * it back after a crash.
 */
import type { Node } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import { baseHash } from "../../shared/draft/base-hash";
import { type BaseText, textsIn } from "../../shared/editing/base-shelf";
import { type Contributed, contribute, namingOnly, type ProposalOrder } from "../../shared/editing/contribute";
import { type ContributionForm, newContribution, setContributionHeader } from "../../shared/editing/contribution-form";
import { commandOf } from "../../shared/editing/edit";
import { addProposal } from "../../shared/editing/proposal-list";
import type { Language } from "../../shared/model/document";
import { languageData } from "../../shared/resolution/languages/languages";
import { failure, type Result, success } from "../../shared/result";
import { schema } from "../../shared/schema/schema";
import { words } from "../words";
import { partsOf } from "./document-parts";
import { performBeside, performParts } from "./long-work";
import { showDocument } from "./open-flow";
import { settleUnsaved } from "./save-flow";
import type { Session } from "./session";

/** Asks for a new contribution, once what is open is safe. */
export async function askForContribution(session: Session): Promise<void> {
  if (await settleUnsaved(session)) session.ask({ kind: "contribution", editing: false });
}

/** Begins a contribution. */
export function beginContribution(session: Session, form: ContributionForm): void {
  const current = newContribution(form);
  const base = schema.node("doc", { language: form.language }, [schema.node("proposal")]);
  const name = form.header.source || words("commands.newContribution");
  showDocument(session, partsOf(base, current, null, []), { name, file: null, saved: false });
  session.update({ tab: "proposal" });
}

/** Writes the header block of the open contribution. */
export function changeHeader(session: Session, { header, proposer }: ContributionForm): void {
  session.run(commandOf(setContributionHeader(header, proposer)));
}

/** A text that was read for a proposal. */
export interface ReadText {
  name: string;
  language: Language;
  texts: BaseText[];
}

/** Asks for a file and gives the texts that it holds; null when the user thought better of it. */
export async function readTexts(session: Session): Promise<Result<ReadText> | null> {
  const chosen = await session.host.openFile("base");
  if (!chosen.ok) return chosen;
  if (!chosen.value) return null;
  const { name, bytes } = chosen.value;
  const parts = await performParts(session, "open", { name }, { do: "open", file: { name, bytes } });
  if (!parts.ok) return parts;
  const { base } = parts.value;
  const texts = textsIn(base);
  if (texts.length === 0) return failure("proposal.no-text", { name });
  return success({ name, language: base.attrs.language, texts });
}

/** The structure that a new resolution begins with, in the language of the open document. */
export async function readSkeleton(session: Session): Promise<Result<Node>> {
  const { document, settings } = session.getSnapshot();
  const language = document?.state.doc.attrs.language ?? settings.language;
  const bytes = await session.host.readResource(`skeletons/resolution-${language}.txt`);
  if (!bytes.ok) return bytes;
  const name = `resolution-${language}.txt`;
  const read = await performBeside(session, "open", { name }, { do: "open", file: { name, bytes: bytes.value } });
  if (!read.ok) return read;
  const [text] = textsIn(read.value.base);
  return text ? success(text.proposal) : failure("unexpected", { detail: "no skeleton" });
}

/** Adds a proposal to the open document. */
export function insertProposal(session: Session, order: Omit<ProposalOrder, "reasonsHeading">): void {
  const { document } = session.getSnapshot();
  if (!document) return;
  const { reasonsHeading } = languageData(document.state.doc.attrs.language);
  const made = contribute(document.state, { ...order, reasonsHeading });
  if (!made) return;
  growShelf(session, made);
  session.run(addProposal(made.proposal));
  session.update({ tab: "proposal" });
}

/** Runs a command on whole proposals, whose texts of the base have names then. */
export function withNamedTexts(session: Session, command: Command): void {
  const { document } = session.getSnapshot();
  if (!document || !session.can(command)) return;
  const made = namingOnly(document.state);
  if (made) growShelf(session, made);
  session.run(command);
}

function growShelf(session: Session, { base, transaction }: Pick<Contributed, "base" | "transaction">): void {
  const { document } = session.getSnapshot();
  if (!document) return;
  if (base !== document.base) session.update({ document: { ...document, base, baseHash: baseHash(base) } });
  session.dispatch(transaction);
  session.journal?.begin();
}
