/**
 * What the redline of one block looks like: insertions as marked text, deletions as struck text that
 * cannot be typed in, the status in the margin, and provisions that are gone as struck blocks where they
 * stood. Every mark says what it is in words too (`sayCues`); colour only adds who made it.
 */

import type { Fragment, Node } from "prosemirror-model";
import { Decoration, type EditorView } from "prosemirror-view";
import type { Attributed } from "../../shared/editing/attribution";
import { restoreProvision } from "../../shared/editing/change-commands";
import { joined } from "../../shared/locales/joined";
import { placeOf } from "../../shared/locales/place";
import type { Provision, Segment } from "../../shared/redline/redline-types";
import type { Block } from "../../shared/schema/blocks";
import { leafText } from "../../shared/schema/schema";
import { words } from "../words";
import { authorClass } from "./author-colours";
import { type Jump, jumpLink } from "./jump-link";
import { drawLabel } from "./label-form";

/** Who made a segment (null: the provision as a whole), for colour and tooltip. */
export type WhoMade = (segment: Segment | null) => Attributed | undefined;

/** Every decoration names the block it belongs to, so that the block can be drawn again alone. */
export interface MarkSpec {
  block: string;
  labelBefore?: string;
  /** Where a moved block stood in the base. */
  movedFrom?: Jump;
  key?: string;
}

/** The decorations of a block of the current text. */
export function marksOf(node: Node, pos: number, provision: Provision, who: WhoMade): Decoration[] {
  if (provision.status === "unchanged") return [];
  const id: string = node.attrs.id;
  const marks = [statusMark(node, pos, provision, who)];
  // What belongs to the frame of a proposal is not tracked: new reasons are no insertion into the text.
  if (provision.status === "frame" && !provision.before) return marks;
  const start = pos + 1;
  for (const segment of provision.segments) {
    if (segment.op === "+") marks.push(insertion(start, segment, id, who));
    if (segment.op === "-" && segment.text !== "") marks.push(deletion(start, segment, provision, who));
    if (segment.formatted) {
      const attrs = { class: "reformatted", title: words("status.formatted.long") };
      marks.push(Decoration.inline(start + segment.fromB, start + segment.toB, attrs, spec(id)));
    }
  }
  return marks;
}

function statusMark(node: Node, pos: number, provision: Provision, who: WhoMade): Decoration {
  const { status, moved, before } = provision;
  const attrs: Record<string, string> = { "data-status": status };
  if (status !== "frame") {
    attrs["data-chip"] = words(`status.${status}`);
    if (moved && status !== "moved") attrs["data-moved"] = words("status.moved");
    attrs.class = authorClass(who(null));
  }
  const from = before && moved ? { movedFrom: jumpTo(before, provision.after!) } : {};
  return Decoration.node(pos, pos + node.nodeSize, attrs, { ...spec(node.attrs.id), ...oldLabel(provision), ...from });
}

function oldLabel({ status, before, relabelled, labelBefore }: Provision): Pick<MarkSpec, "labelBefore"> {
  if (before && relabelled) return { labelBefore };
  // An added item has no label of the base; its own is part of what is added.
  return status === "added" ? { labelBefore: "" } : {};
}

function insertion(start: number, segment: Segment, id: string, who: WhoMade): Decoration {
  const by = who(segment);
  const attrs = {
    nodeName: "ins",
    role: "insertion",
    class: `insertion ${authorClass(by)}`,
    title: caption("insertion", by),
  };
  return Decoration.inline(start + segment.fromB, start + segment.toB, attrs, spec(id));
}

function deletion(start: number, segment: Segment, { before, after }: Provision, who: WhoMade): Decoration {
  const by = who(segment);
  const { id } = (after ?? before)!.node.attrs;
  const key = `${id} ${segment.fromA} ${segment.toA} ${segment.text} ${by?.author ?? ""}`;
  return Decoration.widget(
    start + segment.fromB,
    () => struckText(before!.node.content.cut(segment.fromA, segment.toA), by),
    {
      ...spec(id),
      key,
      side: -1,
      ignoreSelection: true,
      marks: [],
    },
  );
}

function struckText(content: Fragment, by: Attributed | undefined): HTMLElement {
  const element = document.createElement("del");
  element.className = `deletion ${authorClass(by)}`;
  element.contentEditable = "false";
  element.title = caption("deletion", by);
  element.setAttribute("role", "deletion");
  element.append(...inline(content, "↵\n"));
  return element;
}

/** What stood in a block, with the marks of its notes raised as on the rest of the page. */
function inline({ content }: Fragment, lineEnd: string): (HTMLElement | string)[] {
  return content.map((node) => {
    if (node.type.name !== "footnoteReference") return (node.text ?? leafText(node)).replaceAll("\n", lineEnd);
    const mark = document.createElement("sup");
    mark.className = "footnoteReference";
    mark.textContent = node.attrs.mark;
    return mark;
  });
}

/** A provision that is gone from here (suppressed, or moved elsewhere), as a struck block. */
export function struckBlock(provision: Provision, pos: number, side: "before" | "after", who: WhoMade): Decoration {
  const { node } = provision.before!;
  const now = provision.moved && provision.after ? JSON.stringify(jumpTo(provision.after, provision.before!)) : "";
  const key = `struck ${node.attrs.id} ${provision.status} ${provision.id} ${who(null)?.author ?? ""} ${now}`;
  return Decoration.widget(pos, (view) => drawStruck(provision, view, who(null)), {
    ...spec(`struck ${node.attrs.id}`),
    key,
    side: side === "after" ? 1 : -1,
    ignoreSelection: true,
    stopEvent: (event) => event.target instanceof HTMLElement && event.target.closest("button") !== null,
  });
}

function drawStruck(provision: Provision, view: EditorView, by: Attributed | undefined): HTMLElement {
  const { node } = provision.before!;
  const { type, attrs } = node;
  const gone = provision.moved ? "moved" : "suppressed";
  const block = document.createElement("div");
  block.className = `block ${type.name} struck-block ${authorClass(by)}`;
  block.contentEditable = "false";
  block.title = caption("deletion", by);
  Object.assign(block.dataset, { block: type.name, level: String(attrs.level), status: gone });
  block.dataset.chip = words(`status.${gone}`);
  const text = document.createElement("p");
  const struck = document.createElement("del");
  struck.setAttribute("role", "deletion");
  struck.append(...inline(node.content, "\n"));
  if (struck.textContent === "") struck.append("¶");
  text.append(struck);
  drawLabel(text, "", attrs.label || null);
  block.append(text);
  block.dataset.struck = attrs.id;
  if (gone === "suppressed") block.append(restoreButton(provision, view));
  else if (provision.after) block.append(jumpLink("page.movedTo", jumpTo(provision.after, provision.before!), view));
  return block;
}

function restoreButton(provision: Provision, view: EditorView): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "restore";
  button.textContent = words("changes.restore");
  button.title = button.textContent;
  const { path, node } = provision.before!;
  button.ariaLabel = words("changes.restoreLabel", { what: placeOf(words, path) || node.textContent.slice(0, 40) });
  button.addEventListener("click", () => {
    // The name of a provision may have changed since this was drawn: it is asked for now.
    restoreProvision(provision.id)(view.state, view.dispatch);
    view.focus();
  });
  return button;
}

/** Within one section the label says enough. */
function jumpTo({ node, path }: Block, from: Block): Jump {
  const near = path.slice(0, -1).join() === from.path.slice(0, -1).join();
  const where = placeOf(words, near ? path.slice(-1) : path);
  return { id: node.attrs.id, where: where || words("page.elsewhere") };
}

function caption(kind: "insertion" | "deletion", by: Attributed | undefined): string {
  const what = words(`changes.kind.${kind}`);
  return joined(words, "explained", [what, by?.author]);
}

function spec(block: string): MarkSpec {
  return { block };
}
