/** `contribute`: a contribution from a form in JSON, as a draft or as a Word file. */
import { dirname, join, resolve } from "node:path";
import { writeDraft } from "../../shared/draft/draft-writer";
import { newDraft } from "../../shared/draft/new-draft";
import { type BaseText, textsIn } from "../../shared/editing/base-shelf";
import { type BuiltContribution, builtContribution } from "../../shared/editing/built-contribution";
import { type ContributionOrder, readOrder } from "../../shared/editing/contribution-order";
import { proposalsOf } from "../../shared/editing/proposal-commands";
import { languageData } from "../../shared/resolution/languages/languages";
import { failure, type Message, type Result, success } from "../../shared/result";
import { readWhole } from "../read-whole";
import type { Command, Words } from "./command";
import { aboutFile, openDocument, writeOutput } from "./documents";
import { authorOf, endingWithTemplate, templateFile, templateOption, timeOf, wordOutput } from "./outputs";

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
    const ending = endingWithTemplate(out, [".resdraft", ".docx"], options.template);
    if (!ending.ok) return ending;
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
    const written = await bytesOf(ending.value, made.value, author, date.value, options.template);
    if (!written.ok) return written;
    const kept = await writeOutput(out, written.value, files);
    if (!kept.ok) return kept;
    const lines = proposalsOf(made.value.current).map(({ node }) => `${node.attrs.marker}\t${node.attrs.identifier}\n`);
    return success(lines.join(""), [...made.messages, ...written.messages, ...kept.messages]);
  },
};

/** The texts that the proposals name, read from beside the form. */
async function build(order: ContributionOrder, folder: string, author: string): Promise<Result<BuiltContribution>> {
  const { language } = order.form;
  const messages: Message[] = [];
  const skeleton = await readText(join(dirname(templateFile), "..", "skeletons", `resolution-${language}.txt`));
  if (!skeleton.ok) return skeleton;
  const texts: (BaseText | null)[] = [];
  for (const { text } of order.proposals) {
    const read = text === "" ? null : await readText(resolve(folder, text));
    if (read && !read.ok) return read;
    texts.push(read?.value ?? null);
    messages.push(...(read?.messages ?? []));
  }
  const { reasonsHeading } = languageData(language);
  return success(builtContribution(order, texts, { skeleton: skeleton.value, reasonsHeading, author }), messages);
}

async function readText(path: string): Promise<Result<BaseText>> {
  const opened = await openDocument(path);
  if (!opened.ok) return opened;
  const [text] = textsIn(opened.value.doc);
  return text ? success(text, opened.messages) : failure("proposal.no-text", { name: opened.value.name });
}

async function bytesOf(
  ending: ".resdraft" | ".docx",
  { shelf, base, current, redline }: BuiltContribution,
  author: string,
  date: string,
  template: Words["options"][string],
): Promise<Result<Uint8Array>> {
  if (ending === ".docx") {
    return wordOutput({ base, current, redline }, { mode: "tracked", author, date, template });
  }
  return success(writeDraft(newDraft({ base: shelf, current, source: null, author }, date)));
}
