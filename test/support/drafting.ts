/**
 * Drafting in tests as on paper: a draft from lines, a caret shown as `|` in a phrase, and the text read back
 * as lines. Every step is checked: the schema holds and no two blocks share an id.
 */
import type { Node } from "prosemirror-model";
import { type Command, type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { createDraftState, type LabelPolicy } from "../../shared/editing/draft-state";
import { commandOf, type Edit } from "../../shared/editing/edit";
import { contentText } from "../../shared/schema/blocks";
import { resolution } from "./resolution-builder";

/** A draft whose base and text are these lines; see `resolution-builder` for the notation. */
export function draft(text: string, policy: LabelPolicy = "renumber", language = "en"): EditorState {
  return draftOf(resolution(text, language), policy);
}

/** A draft of a document, nothing edited yet. */
export function draftOf(base: Node, policy: LabelPolicy = "renumber", current = base): EditorState {
  return createDraftState({ base, current, author: "A", labelPolicy: policy, now: () => "2030-01-01T10:00:00Z" });
}

/** Puts the caret where `|` stands in a phrase; with a second phrase, selects from one to the other. */
export function caret(state: EditorState, phrase: string, to = phrase): EditorState {
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, find(state, phrase), find(state, to))));
}

function find({ doc }: EditorState, phrase: string): number {
  const offset = phrase.indexOf("|");
  const text = phrase.replace("|", "");
  let found = -1;
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const at = text === "" ? (node.content.size === 0 ? 0 : -1) : contentText(node).indexOf(text);
    if (at >= 0 && found < 0) found = pos + 1 + at + offset;
    return false;
  });
  if (found < 0) throw new Error(`No block holds "${text}".`);
  return found;
}

/** Runs a command that must be possible, and says what the document is then. */
export function run(state: EditorState, ...commands: (Edit | Command)[]): EditorState {
  return commands.reduce((before, command) => {
    const after = attempt(before, command);
    if (!after) throw new Error("The command could not run.");
    return after;
  }, state);
}

/** Runs a command; null when it is not possible here. A dry run must say the same. */
export function attempt(state: EditorState, command: Edit | Command): EditorState | null {
  const real = asCommand(command);
  let after: EditorState | null = null;
  const could = real(state);
  const did = real(state, (tr) => {
    after = state.apply(tr);
  });
  if (could !== did) throw new Error("A dry run and the real run disagree.");
  if (after) check(after);
  return did ? (after ?? state) : null;
}

/** An edit takes one argument, a command two or three. */
function asCommand(command: Edit | Command): Command {
  return command.length === 1 ? commandOf(command as Edit) : (command as Command);
}

/** Types a text at the caret or over the selection, as the browser's input would. */
export function type(state: EditorState, text: string): EditorState {
  const { from, to } = state.selection;
  let after: EditorState | null = null;
  const view = { state, dispatch: (tr: Transaction) => (after = state.apply(tr)) };
  const handled = state.plugins.some((plugin) =>
    plugin.props.handleTextInput?.call(plugin, view as never, from, to, text, () => state.tr),
  );
  const next = handled ? after : state.apply(state.tr.insertText(text, from, to));
  check(next!);
  return next!;
}

function check({ doc }: EditorState): void {
  doc.check();
  const ids = new Set<string>();
  doc.descendants((node) => {
    const { id } = node.attrs;
    if (node.isTextblock && (id === "" || ids.has(id))) throw new Error(`The id "${id}" is not unique.`);
    ids.add(id);
    return !node.isTextblock;
  });
}

/** The text as lines: calls and heads bare, items as label, tab, text, with two spaces for a level. */
export function lines({ doc }: EditorState): string[] {
  const found: string[] = [];
  doc.descendants((node) => {
    if (!node.isTextblock) return true;
    const { name } = node.type;
    const text = contentText(node);
    if (name === "item") found.push(`${"  ".repeat(node.attrs.level - 1)}${node.attrs.label}\t${text}`);
    else if (name === "paragraph") found.push(`¶ ${node.attrs.label}${node.attrs.separator}${text}`);
    else if (name === "footnote") found.push(`^${node.attrs.label} ${text}`);
    else found.push(text);
    return false;
  });
  return found;
}

/** The text with the caret as `|`. */
export function caretIn(state: EditorState): string {
  const { $head } = state.selection;
  const text = contentText($head.parent);
  return `${text.slice(0, $head.parentOffset)}|${text.slice($head.parentOffset)}`;
}
