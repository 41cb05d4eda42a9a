/**
 * A writer at work for hours, in the state that the window edits: words typed letter by letter and taken back, items
 * split, joined, moved, relabelled, words made bold, mistakes undone and done again, and a rest now and then in which
 * the redline is made exact, as the page does. The same seed gives the same session; the clock is the session's own,
 * at the pace of somebody who types. What was typed is taken away again in time and changes beyond a hundred provisions
 * are rejected, so that the text keeps its size and its distance from the base: what still grows is a leak, or the way back.
 */
import { history, redo, undo } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { type Command, type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { rejectProvision } from "../../shared/editing/change-commands";
import { changeLevel } from "../../shared/editing/change-level";
import { deleteSelected } from "../../shared/editing/delete-selection";
import { createDraftState, type LabelPolicy } from "../../shared/editing/draft-state";
import { commandOf, type Edit } from "../../shared/editing/edit";
import { joinBackward } from "../../shared/editing/join-blocks";
import { moveBlock } from "../../shared/editing/move-block";
import { exactRedline, settleRedline } from "../../shared/editing/redline-plugin";
import { splitBlock } from "../../shared/editing/split-block";
import { compareJson } from "../../shared/redline/compare-json";
import { redline } from "../../shared/redline/redline";
import type { Random } from "../fuzz/random";

const words = ["relevé", "the", "сети", "网络", "monitoring", "de", "qualité", "stations", "2026", "and", "الشبكة"];
const keyMs = 90;
const restMs = 2500;
/** More than the longest revision of a conference changes. */
const mostChanged = 100;
const begin = Date.UTC(2030, 0, 1, 9);

export class LongSession {
  state: EditorState;
  transactions = 0;
  private clock = begin;
  private readonly size: number;

  constructor(
    readonly base: Node,
    private readonly random: Random,
    policy: LabelPolicy = "renumber",
    /** Steps back that are kept, where it is not as many as the window keeps. */
    depth?: number,
  ) {
    const now = () => new Date(this.clock).toISOString();
    this.state = createDraftState({ base, current: base, author: "A. Delegate", labelPolicy: policy, now });
    if (depth !== undefined) {
      const isHistory = (plugin: unknown) => (plugin as { key: string }).key.startsWith("history$");
      const plugins = this.state.plugins.map((plugin) => (isHistory(plugin) ? history({ depth }) : plugin));
      this.state = this.state.reconfigure({ plugins });
    }
    this.size = base.content.size;
  }

  /** Works on until so many transactions were made in all. */
  workUntil(count: number): void {
    while (this.transactions < count) this.work();
  }

  /** Takes everything back, and tells in how many steps. */
  undoAll(): number {
    let steps = 0;
    while (this.run(undo)) steps++;
    return steps;
  }

  /** What is wrong with the redline and the text as they stand; empty when all is well. */
  faults(): string[] {
    const found: string[] = [];
    const { doc } = this.state;
    doc.check();
    const live = exactRedline(this.state);
    const batch = redline(this.base, doc.type.schema.nodeFromJSON(doc.toJSON()));
    if (!live) found.push("there is no redline");
    else if (JSON.stringify(compareJson(live, this.base, doc)) !== JSON.stringify(compareJson(batch, this.base, doc))) {
      found.push("the redline that followed is not the redline of the two texts");
    }
    return found;
  }

  private work(): void {
    const { random } = this;
    const grown = this.state.doc.content.size - this.size;
    this.goSomewhere();
    const deed = random.below(100);
    if (deed < 45 && grown < this.size / 20) this.typeWords(1 + random.below(5));
    else if (deed < 70) this.takeBack(1 + random.below(25));
    else if (deed < 74) this.cut(random.below(40));
    else if (deed < 78 && grown < this.size / 20) this.edit(splitBlock);
    else if (deed < 82) this.join();
    else if (deed < 85) this.edit(moveBlock(random.below(2) === 0 ? -1 : 1));
    else if (deed < 87) this.edit(changeLevel(random.below(2) === 0 ? -1 : 1));
    else if (deed < 89) this.embolden();
    else if (deed < 95) for (let times = random.below(6); times >= 0; times--) this.run(undo);
    else if (deed < 97) for (let times = random.below(3); times >= 0; times--) this.run(redo);
    else this.clock += restMs;
    if (random.below(3) === 0) this.rest();
  }

  private rest(): void {
    this.clock += restMs;
    this.run(settleRedline);
    this.review();
  }

  /** Takes changes back, wherever they are, while there are more than one text has. */
  private review(): void {
    const provisions = exactRedline(this.state)?.provisions ?? [];
    const changed = provisions.filter(({ status }) => status !== "unchanged" && status !== "frame");
    for (let many = changed.length; many > mostChanged; many--) this.run(rejectProvision(this.random.pick(changed).id));
  }

  private goSomewhere(): void {
    // Mostly near the last place, as writers are.
    const { random, state } = this;
    const { size } = state.doc.content;
    const near = state.selection.head + random.below(400) - 200;
    const place = random.below(8) === 0 ? random.below(size) : Math.min(Math.max(near, 0), size);
    this.select(place, place);
  }

  private select(from: number, to: number): void {
    const { doc } = this.state;
    const selection = TextSelection.between(doc.resolve(from), doc.resolve(to));
    this.dispatch(this.state.tr.setSelection(selection));
  }

  private typeWords(count: number): void {
    for (let word = 0; word < count; word++) for (const letter of `${this.random.pick(words)} `) this.type(letter);
  }

  private type(letter: string): void {
    const { from, to } = this.state.selection;
    if (!this.state.selection.$from.parent.isTextblock) return;
    this.clock += keyMs;
    const view = { state: this.state, dispatch: this.dispatch };
    const insert = () => this.state.tr.insertText(letter, from, to);
    const taken = this.state.plugins.some((plugin) =>
      plugin.props.handleTextInput?.call(plugin, view as never, from, to, letter, insert),
    );
    if (!taken) this.dispatch(insert());
  }

  /** Backspace, letter by letter, as far as the text of the block goes. */
  private takeBack(count: number): void {
    for (let key = 0; key < count; key++) {
      const { $head, head } = this.state.selection;
      if (!$head.parent.isTextblock || $head.parentOffset === 0 || !$head.nodeBefore?.isText) return;
      this.clock += keyMs;
      this.dispatch(this.state.tr.delete(head - 1, head));
    }
  }

  private cut(length: number): void {
    const { head } = this.state.selection;
    this.select(head, Math.min(head + length, this.state.doc.content.size));
    if (!this.state.selection.empty) this.edit(deleteSelected);
  }

  private join(): void {
    const { $from } = this.state.selection;
    if (!$from.parent.isTextblock) return;
    this.select($from.start(), $from.start());
    this.edit(joinBackward);
  }

  private embolden(): void {
    const { from } = this.state.selection;
    this.select(from, Math.min(from + 20, this.state.doc.content.size));
    const { selection, tr, schema } = this.state;
    if (!selection.empty) this.dispatch(tr.addMark(selection.from, selection.to, schema.marks.bold!.create()));
  }

  private edit(edit: Edit): void {
    this.run(commandOf(edit));
  }

  private run(command: Command): boolean {
    this.clock += keyMs;
    return command(this.state, this.dispatch);
  }

  private readonly dispatch = (tr: Transaction): void => {
    tr.setTime(this.clock);
    this.transactions++;
    this.state = this.state.apply(tr);
  };
}
