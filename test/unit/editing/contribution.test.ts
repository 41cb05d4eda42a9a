import { redo, undo } from "prosemirror-history";
import type { Command, EditorState } from "prosemirror-state";
import { TextSelection } from "prosemirror-state";
import { beforeEach, describe, expect, test } from "vitest";
import { textsIn } from "../../../shared/editing/base-shelf";
import { contribute, type ProposalOrder } from "../../../shared/editing/contribute";
import { newContribution, setContributionHeader } from "../../../shared/editing/contribution-form";
import { createDraftState } from "../../../shared/editing/draft-state";
import { commandOf } from "../../../shared/editing/edit";
import { headerOf } from "../../../shared/editing/header-block";
import { proposalsOf } from "../../../shared/editing/proposal-commands";
import { addProposal, moveProposal, removeProposal } from "../../../shared/editing/proposal-list";
import { baseOf, exactRedline } from "../../../shared/editing/redline-plugin";
import { emptyHeader } from "../../../shared/resolution/contribution-header";
import { schema } from "../../../shared/schema/schema";
import { documentFromText } from "../../support/read-document";

const resolution = (number: number, subject: string) => `RESOLUTION ${number} (Rev. Kigali, 2022)
On ${subject}
The World Telecommunication Development Conference (Kigali, 2022),
considering
a)	that ${subject} matter to every country;
b)	that much was written about ${subject},
resolves
1	to go on with the work on ${subject};
2	to report about ${subject} each year.`;
const skeleton = textsIn(
  documentFromText(`DRAFT NEW RESOLUTION [XXX-1]
Title of the resolution
The World Telecommunication Standardization Assembly (Place, year),
considering
a)	[…];
b)	[…],
resolves
[…].`),
)[0]!.proposal;
const roads = textsIn(documentFromText(resolution(1, "roads")))[0]!;
const seas = textsIn(documentFromText(resolution(2, "undersea cables")))[0]!;

let state: EditorState;
let shelf = schema.node("doc", { language: "en" }, [schema.node("proposal")]);

const run = (command: Command) =>
  command(state, (tr) => {
    state = state.apply(tr);
  });
const ids = () => proposalsOf(state.doc).map(({ node }) => `${node.attrs.marker} ${node.attrs.identifier}`);
const statuses = () => {
  const counts: Record<string, number> = {};
  for (const { status } of exactRedline(state)!.provisions) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

function add(order: Omit<ProposalOrder, "reasonsHeading">): void {
  const made = contribute(state, { ...order, reasonsHeading: "Reasons:" })!;
  shelf = made.base;
  state = state.apply(made.transaction);
  run(addProposal(made.proposal));
}

function caretIn(index: number): void {
  const { pos } = proposalsOf(state.doc)[index]!;
  state = state.apply(state.tr.setSelection(TextSelection.near(state.doc.resolve(pos + 1))));
}

beforeEach(() => {
  const header = {
    ...emptyHeader,
    conference: "World Telecommunication Development Conference (WTDC-25)",
    conferenceDates: "Baku, 17-28 November 2025",
    document: "22",
    addendum: "12",
  };
  const current = newContribution({ language: "en", header, proposer: "ACP", front: ["abstract", "proposal"] });
  shelf = schema.node("doc", { language: "en" }, [schema.node("proposal")]);
  state = createDraftState({ base: shelf, current, author: "A", labelPolicy: "renumber" });
});

describe("a contribution", () => {
  test("begins with its header block and front matter, which nobody changed", () => {
    expect(state.doc.children.map(({ attrs, textContent }) => [attrs.role, textContent])).toEqual([
      ["conference", "World Telecommunication Development Conference (WTDC-25)"],
      ["conferenceDates", "Baku, 17-28 November 2025"],
      ["documentNumber", "Addendum 12 to Document 22-E"],
      ["frontLabel", "Abstract:"],
      ["", ""],
      ["frontLabel", "Proposal"],
      ["", ""],
    ]);
    expect(statuses()).toEqual({ frame: 7 });
  });

  test("takes a new resolution with a placeholder for its number and the conference in its formula", () => {
    add({ marker: "ADD", fresh: { tag: "ACP-2", title: "", skeleton } });
    expect(ids()).toEqual(["ADD ACP/22A12/1"]);
    const lines = proposalsOf(state.doc)[0]!
      .node.firstChild!.children.slice(0, 3)
      .map(({ textContent }) => textContent);
    expect(lines).toEqual([
      "DRAFT NEW RESOLUTION [ACP-2]",
      "Title of the resolution",
      "The World Telecommunication Development Conference (Baku, 2025),",
    ]);
    // The words that wait to be written are replaced by typing.
    expect(state.selection.$from.parent.type.name).toBe("resolutionTitle");
    expect(state.selection.to - state.selection.from).toBe("Title of the resolution".length);
  });

  test("compares each modification with its own text, suppressions and what is kept show no marks", () => {
    add({ marker: "MOD", text: roads });
    add({ marker: "SUP", text: seas });
    add({ marker: "NOC-underlined", heading: { number: "RESOLUTION 9 (Kigali, 2022)", title: "On the sky" } });
    expect(ids()).toEqual(["MOD ACP/22A12/1", "SUP ACP/22A12/2", "NOC-underlined ACP/22A12/3"]);
    expect(statuses()).toEqual({ frame: 10, unchanged: 13 });
    caretIn(0);
    run((before, dispatch) => {
      dispatch?.(before.tr.insertText("New ", before.selection.from));
      return true;
    });
    expect(statuses()).toEqual({ frame: 10, unchanged: 12, modified: 1 });
  });
});

describe("the list of proposals", () => {
  beforeEach(() => {
    add({ marker: "MOD", text: roads });
    add({ marker: "ADD", fresh: { tag: "ACP-1", title: "On new things", skeleton } });
    add({ marker: "MOD", text: seas });
  });

  test("counts identifiers again when one moves, and undo and redo bring all back", () => {
    const before = state.doc;
    caretIn(2);
    expect(run(moveProposal(-1))).toBe(true);
    expect(run(moveProposal(-1))).toBe(true);
    expect(run(moveProposal(-1))).toBe(false);
    expect(proposalsOf(state.doc).map(({ node }) => node.attrs.identifier)).toEqual([
      "ACP/22A12/1",
      "ACP/22A12/2",
      "ACP/22A12/3",
    ]);
    expect(state.doc.textContent.indexOf("undersea")).toBeLessThan(state.doc.textContent.indexOf("roads"));
    const marks = statuses();
    expect(marks.moved).toBeUndefined();
    expect(marks.suppressed).toBeUndefined();
    expect(marks.unchanged).toBe(18);
    run(undo);
    run(undo);
    expect(state.doc.toJSON()).toEqual(before.toJSON());
    expect(statuses().unchanged).toBe(18);
    run(redo);
    expect(statuses().unchanged).toBe(18);
  });

  test("takes a proposal out with its text of the base, and undo brings both back", () => {
    caretIn(0);
    run(removeProposal);
    expect(ids()).toEqual(["ADD ACP/22A12/1", "MOD ACP/22A12/2"]);
    expect(statuses().suppressed).toBeUndefined();
    expect(baseOf(state)!.textContent).not.toContain("roads");
    run(undo);
    expect(ids()).toEqual(["MOD ACP/22A12/1", "ADD ACP/22A12/2", "MOD ACP/22A12/3"]);
    expect(statuses().unchanged).toBe(18);
  });

  test("keeps who changed what when proposals change places", () => {
    caretIn(2);
    const at = state.selection.from;
    state = state.apply(state.tr.insertText("Newly ", at));
    caretIn(2);
    run(moveProposal(-1));
    expect(statuses().modified).toBe(1);
    expect(statuses().suppressed).toBeUndefined();
  });

  test("follows another document number and symbol", () => {
    const header = { ...headerOf(state.doc), document: "31", addendum: "" };
    expect(run(commandOf(setContributionHeader(header, "EUR")))).toBe(true);
    expect(ids()).toEqual(["MOD EUR/31/1", "ADD EUR/31/2", "MOD EUR/31/3"]);
    expect(headerOf(state.doc)).toEqual(header);
    run(undo);
    expect(ids()).toEqual(["MOD ACP/22A12/1", "ADD ACP/22A12/2", "MOD ACP/22A12/3"]);
  });

  test("is there again when a draft of it is opened", () => {
    const again = createDraftState({ base: shelf, current: state.doc, author: "B", labelPolicy: "renumber" });
    expect(exactRedline(again)!.counts).toEqual(exactRedline(state)!.counts);
  });
});

test("a proposal beside an opened resolution leaves its marks as they were", () => {
  const base = documentFromText(resolution(1, "roads"));
  state = createDraftState({ base, current: base, author: "A", labelPolicy: "renumber" });
  state = state.apply(state.tr.insertText("Newly ", 3));
  add({ marker: "MOD", text: seas });
  expect(statuses()).toEqual({ modified: 1, unchanged: 17, frame: 1 });
  caretIn(1);
  run(moveProposal(-1));
  expect(statuses()).toEqual({ modified: 1, unchanged: 17, frame: 1 });
  run(undo);
  run(undo);
  expect(statuses()).toEqual({ modified: 1, unchanged: 8 });
});
