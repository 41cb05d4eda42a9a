/**
 * Other proposals on the base of the open document: drafts and tracked Word files of other proposers, read and
 * compared in the other thread, checked to start from the same text, and laid beside the open draft. One whose
 * base is nearly the same is moved onto this base when the user wants it.
 */
import { decisionPlugin, decisionPluginKey } from "../../shared/editing/decide";
import { baseOf, exactRedline } from "../../shared/editing/redline-plugin";
import type { ComparedProposal, Compilation } from "../../shared/redline/compilation-types";
import { compile } from "../../shared/redline/compile";
import { namedSource } from "../../shared/redline/proposals";
import { performProposal } from "./long-work";
import { wholeProposal } from "./plain-parts";
import type { OpenDocument, Session } from "./session";

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
  const { document } = session.getSnapshot();
  if (!document) return;
  const base = comparedBaseOf(document);
  const order = (moves: boolean) => {
    const taken = sourcesOf(session, document);
    const mark = `p${taken.length}`;
    const task = { file: { name, bytes }, base: base.toJSON(), opened: document.name, taken, mark, moves };
    return performProposal(session, "proposal", { name }, { do: "proposal", ...task });
  };
  let read = await order(false);
  if (read.ok && "differing" in read.value) {
    const { differing } = read.value;
    const moves = await new Promise<boolean>((answer) => {
      session.ask({ kind: "otherBase", name, differing, answer });
    });
    session.update({ dialog: null });
    if (!moves) return;
    read = await order(true);
  }
  if (!read.ok) return session.fail("error.notOpened", read.error);
  if (!("proposal" in read.value)) return;
  const { proposal, conflicts } = read.value;
  takeIn(session, document.key, { ...wholeProposal(base, proposal), base });
  if (conflicts.length > 0) {
    session.notify({ tone: "warning", key: "toast.rebased", values: { name, conflicts: conflicts.length } });
  }
}

function takeIn(session: Session, key: number, proposal: ComparedProposal & { base: OpenDocument["base"] }): void {
  const { document, proposals } = session.getSnapshot();
  if (document?.key !== key) return;
  if (!document.compilation) {
    const here = proposals.filter((each) => each.key === key);
    session.update({ proposals: [...here, { ...proposal, key }], view: "compilation" });
    return;
  }
  const { sources, drafts } = document.compilation;
  const given = sources.flatMap(({ source }) => drafts.filter((each) => each.source === source));
  const compilation = compile(document.base, [...given, proposal]);
  const { state } = document;
  const others = state.plugins.filter((plugin) => plugin.spec.key !== decisionPluginKey);
  const plugins = [...others, decisionPlugin(compilation)];
  // What is decided on is no edit: a save is needed, and the journal begins anew with it.
  const next = { ...document, compilation, state: state.reconfigure({ plugins }), savedDoc: null };
  session.update({ document: next, view: "compilation" });
  session.journal?.begin();
}

/** The base that the proposals on a document are compared with. */
export function comparedBaseOf(document: OpenDocument): OpenDocument["base"] {
  return baseOf(document.state) ?? document.base;
}

/** Names that are taken: the open draft's first, or the proposals of a text that is put together from them. */
function sourcesOf(session: Session, document: OpenDocument): string[] {
  if (document.compilation) return document.compilation.sources.map(({ source }) => source);
  const others = session.getSnapshot().proposals.filter(({ key }) => key === document.key);
  return [ownSource(document), ...others.map(({ source }) => source)];
}

/** The compilation to show: of the meeting, or of the open draft with the others as they are now. */
export function compilationOf(
  document: OpenDocument,
  others: readonly (ComparedProposal & { key: number; base: OpenDocument["base"] })[],
): Compilation {
  if (document.compilation) return document.compilation;
  const base = comparedBaseOf(document);
  const redline = exactRedline(document.state);
  const own = { source: ownSource(document), current: document.state.doc, ...(redline ? { redline } : {}) };
  const laid = others.flatMap(({ key, base: before, source, current, redline: known }) =>
    key === document.key ? [{ source, current, ...(before === base ? { redline: known } : {}) }] : [],
  );
  return compile(base, [own, ...laid]);
}

/** What the open draft is called in its compilation. */
export function ownSource(document: OpenDocument): string {
  return namedSource(document.state.doc) || document.name;
}
