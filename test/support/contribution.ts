/** A contribution with proposals of every kind, made by the program's own commands from its samples. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EditorState } from "prosemirror-state";
import { exportDocx } from "../../shared/docx/export-docx";
import { textsIn } from "../../shared/editing/base-shelf";
import { contribute, type ProposalOrder } from "../../shared/editing/contribute";
import { newContribution } from "../../shared/editing/contribution-form";
import { createDraftState } from "../../shared/editing/draft-state";
import { proposalsOf } from "../../shared/editing/proposal-commands";
import { addProposal } from "../../shared/editing/proposal-list";
import { baseOf, exactRedline } from "../../shared/editing/redline-plugin";
import type { Language } from "../../shared/model/document";
import { conferences } from "../../shared/resolution/conferences";
import { conferenceLine, conferencePlace, emptyHeader } from "../../shared/resolution/contribution-header";
import { contributionWords } from "../../shared/resolution/languages/contribution-words";
import { languageData } from "../../shared/resolution/languages/languages";
import { schema } from "../../shared/schema/schema";
import { documentFromText } from "./read-document";
import { template } from "./word-export";

// Bundled or not, the runner starts in the project's folder.
const resources = join(process.cwd(), "resources");
const wtsa = conferences.find(({ body, year }) => body === "WTSA" && year === 2024)!;
const read = (folder: string, language: Language) =>
  documentFromText(readFileSync(join(resources, folder, `resolution-${language}.txt`), "utf8"));

/** The contribution, with one word inserted into the text of its first proposal; of each kind one, or what is named. */
export function contribution(language: Language, kinds?: readonly ProposalOrder["marker"][]): EditorState {
  const header = {
    ...emptyHeader,
    conference: conferenceLine(wtsa, language),
    conferenceDates: conferencePlace(wtsa, language),
    meeting: contributionWords(language).meeting,
    document: "42",
    addendum: "1",
    date: "14.10.2024",
    original: language,
    source: "APT",
    title: "42 – 1",
    agendaItem: "4",
  };
  const current = newContribution({ language, header, proposer: "ACP", front: ["abstract", "references"] });
  const base = schema.node("doc", { language }, [schema.node("proposal")]);
  let state = createDraftState({ base, current, author: "A", labelPolicy: "renumber" });
  const sample = textsIn(read("samples", language))[0]!;
  const skeleton = textsIn(read("skeletons", language))[0]!.proposal;
  const orders: Omit<ProposalOrder, "reasonsHeading">[] = [
    { marker: "MOD", text: sample },
    { marker: "ADD", fresh: { tag: "ACP-1", title: "", skeleton } },
    { marker: "SUP", text: sample },
    { marker: "NOC", text: sample },
    { marker: "NOC-underlined", text: sample },
    { marker: "OTHER" },
  ];
  for (const order of kinds ? orders.filter(({ marker }) => kinds.includes(marker)) : orders.slice(0, -1)) {
    const made = contribute(state, { ...order, reasonsHeading: languageData(language).reasonsHeading })!;
    state = state.apply(made.transaction);
    addProposal(made.proposal)(state, (tr) => {
      state = state.apply(tr);
    });
    const { selection } = state;
    // Every reason says something, and the first text one word more.
    const last = proposalsOf(state.doc).at(-1)!;
    state = state.apply(state.tr.insertText("42.", last.pos + last.node.nodeSize - 3));
    state = state.apply(state.tr.setSelection(selection.map(state.doc, state.tr.mapping)));
  }
  const first = proposalsOf(state.doc)[0]!;
  let enacting = 0;
  first.node.descendants((node, pos) => {
    if (node.type.name === "call") enacting ||= first.pos + 1 + pos + 1;
  });
  return state.apply(state.tr.insertText("42 ", enacting));
}

/** Its Word file, tracked and proved. */
export function writtenContribution(state: EditorState): Uint8Array {
  const base = baseOf(state)!;
  const redline = exactRedline(state)!;
  const date = "2026-11-22T09:00:00Z";
  const written = exportDocx({ base, current: state.doc, redline, mode: "tracked", author: "A", date, template });
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return written.value;
}
