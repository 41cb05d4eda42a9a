/** `contribute`: a contribution from a form in JSON, as a draft or as a Word file. */
import { dirname, join, resolve } from "node:path";
import type { EditorState } from "prosemirror-state";
import { baseHash } from "../../shared/draft/base-hash";
import { writeDraft } from "../../shared/draft/draft-writer";
import { type BaseText, textsIn } from "../../shared/editing/base-shelf";
import { contribute as prepare } from "../../shared/editing/contribute";
import { newContribution } from "../../shared/editing/contribution-form";
import { type ContributionOrder, type OrderedProposal, readOrder } from "../../shared/editing/contribution-order";
import { createDraftState } from "../../shared/editing/draft-state";
import { nextTag } from "../../shared/editing/new-proposal";
import { proposalsOf } from "../../shared/editing/proposal-commands";
import { addProposal } from "../../shared/editing/proposal-list";
import { baseOf, exactRedline } from "../../shared/editing/redline-plugin";
import { translator } from "../../shared/locales/translator";
import { failure, type Message, type Result, success } from "../../shared/result";
import { schema } from "../../shared/schema/schema";
import { readWhole } from "../read-whole";
import type { Command, Words } from "./command";
import { aboutFile, openDocument, writeOutput } from "./documents";
import { authorOf, endingOf, templateFile, templateOption, timeOf, wordOutput } from "./outputs";

export const contributeFrom: Command = {
  name: "contribute",
  files: ["FORM.json"],
  summary: "Makes a contribution from a form: header block, front matter and proposals on files or new texts.",
  options: {
    out: { value: "OUT", short: "o", required: true, help: "What to write: .resdraft or .docx." },
    template: templateOption,
    author: { value: "NAME", help: "Author of the draft; by default the name of your account." },
    date: { value: "ISO", help: "The time of saving; by default now." },
  },

  async run({ files, options }, progress) {
    const [path] = files as [string];
    const out = String(options.out);
    const ending = endingOf(out, [".resdraft", ".docx"]);
    if (!ending.ok) return ending;
    if (ending.value !== ".docx" && options.template !== undefined) {
      return failure("cli.template-for-word", { file: out });
    }
    const date = timeOf(options.date);
    if (!date.ok) return date;
    progress("Reading the form…");
    const bytes = await readWhole(path);
    if (!bytes.ok) return bytes;
    const order = readOrder(Buffer.from(bytes.value).toString("utf8"));
    if (!order.ok) return { ...order, error: aboutFile(path, order.error) };
    progress("Reading the texts…");
    const author = authorOf(options.author);
    const made = await build(order.value, dirname(resolve(path)), author);
    if (!made.ok) return made;
    const { state } = made.value;
    const written = await bytesOf(ending.value, made.value, author, date.value, options.template);
    if (!written.ok) return written;
    const kept = await writeOutput(out, written.value, files);
    if (!kept.ok) return kept;
    const lines = proposalsOf(state.doc).map(({ node }) => `${node.attrs.marker}\t${node.attrs.identifier}\n`);
    return success(lines.join(""), [...made.messages, ...written.messages, ...kept.messages]);
  },
};

interface Built {
  state: EditorState;
  shelf: EditorState["doc"];
}

async function build(order: ContributionOrder, folder: string, author: string): Promise<Result<Built>> {
  const { language } = order.form;
  const messages: Message[] = [];
  let shelf = schema.node("doc", { language }, [schema.node("proposal")]);
  let state = createDraftState({ base: shelf, current: newContribution(order.form), author, labelPolicy: "renumber" });
  const skeletonFile = join(dirname(templateFile), "..", "skeletons", `resolution-${language}.txt`);
  for (const each of order.proposals) {
    const text = each.text === "" ? null : await readText(resolve(folder, each.text));
    if (text && !text.ok) return text;
    const skeleton = await readText(skeletonFile);
    if (!skeleton.ok) return skeleton;
    if (text) messages.push(...text.messages);
    const proposal = proposalOf(each, text?.value, skeleton.value, state);
    const made = prepare(state, { ...proposal, reasonsHeading: translator(language)("proposal.reasonsHeading") });
    if (!made) return failure("unexpected", { detail: "no redline" });
    shelf = made.base;
    state = state.apply(made.transaction);
    addProposal(made.proposal)(state, (tr) => {
      state = state.apply(tr);
    });
    state = withReasons(state, each.reasons);
  }
  return success({ state, shelf }, messages);
}

function proposalOf(each: OrderedProposal, text: BaseText | undefined, skeleton: BaseText, { doc }: EditorState) {
  const { marker, number, title, tag } = each;
  if (marker !== "ADD") return { marker, text, heading: { number, title } };
  const fresh = { tag: tag || nextTag(doc), title, skeleton: (text ?? skeleton).proposal };
  return { marker, fresh };
}

/** Writes the reasons of the proposal that was added last. */
function withReasons(state: EditorState, reasons: readonly string[]): EditorState {
  const last = proposalsOf(state.doc).at(-1)!;
  const node = last.node.lastChild!;
  const [first] = node.children;
  if (reasons.length === 0 || !first) return state;
  const lines = reasons.map((line, index) =>
    index === 0
      ? first.copy(first.content.addToEnd(schema.text(line)))
      : schema.node("paragraph", null, schema.text(line)),
  );
  const end = last.pos + last.node.nodeSize - 2;
  return state.apply(state.tr.replaceWith(end - node.content.size, end, lines));
}

async function readText(path: string): Promise<Result<BaseText>> {
  const opened = await openDocument(path);
  if (!opened.ok) return opened;
  const [text] = textsIn(opened.value.doc);
  return text ? success(text, opened.messages) : failure("proposal.no-text", { name: opened.value.name });
}

async function bytesOf(
  ending: ".resdraft" | ".docx",
  { state, shelf }: Built,
  author: string,
  date: string,
  template: Words["options"][string],
): Promise<Result<Uint8Array>> {
  const current = state.doc;
  if (ending === ".docx") {
    const comparison = { base: baseOf(state) ?? shelf, current, redline: exactRedline(state)! };
    return wordOutput(comparison, { mode: "tracked", author, date, template });
  }
  return success(
    writeDraft({
      createdAt: date,
      savedAt: date,
      language: current.attrs.language,
      labelPolicy: "renumber",
      author,
      source: null,
      baseHash: baseHash(shelf),
      base: shelf,
      current,
      attribution: null,
      journal: [],
    }),
  );
}
