/** `revise`: a resolution brought to another conference, as a draft whose changes are tracked. */
import type { Draft } from "../../shared/draft/draft";
import { writeDraft } from "../../shared/draft/draft-writer";
import { newDraft } from "../../shared/draft/new-draft";
import { currentText, type Opened } from "../../shared/draft/open";
import { adoptingBody, datesToRevise, withDates } from "../../shared/editing/revise-dates";
import { failure, success } from "../../shared/result";
import type { Command } from "./command";
import { openFile, type Read, writeOutput } from "./documents";
import { readKnown } from "./known-table";
import { authorOf, endingOf } from "./outputs";

export const revise: Command = {
  name: "revise",
  files: ["FILE"],
  summary: "Brings a resolution to another conference: place and year in number line, history line and formula.",
  options: {
    out: { value: "OUT", short: "o", required: true, help: "What to write: .resdraft." },
    at: { value: "PLACE, YEAR", required: true, help: 'Where and when, in the language of the text: "Genève, 2028".' },
    cited: { help: "Also bring cited resolutions to the newest revision that is known." },
    known: { value: "TABLE", help: "Further revisions, one a line: PP 71 Bucharest 2022." },
    author: { value: "NAME", help: "Author of the changes; by default the name of your account." },
  },

  async run({ files, options }, progress) {
    const out = String(options.out);
    const ending = endingOf(out, [".resdraft"]);
    if (!ending.ok) return ending;
    const at = /^\s*(?<place>\p{L}.*?)[,،，]?\s*(?<year>(?:19|20)\d{2})\s*$/u.exec(String(options.at))?.groups;
    if (!at) return failure("cli.conference", { given: String(options.at) });
    const known = await readKnown(options.known);
    if (!known.ok) return known;
    progress("Reading…");
    const opened = await openFile(files[0] as string);
    if (!opened.ok) return opened;
    const draft = draftOf(opened.value, authorOf(options.author));
    const occasion = { body: adoptingBody(draft.current) ?? "PP", place: at.place as string, year: Number(at.year) };
    const edits = datesToRevise(draft.current, draft.base, occasion, known.value).filter(
      ({ kind }) => kind !== "cited" || options.cited === true,
    );
    const written = await writeOutput(out, writeDraft({ ...draft, current: withDates(draft.current, edits) }), files);
    const lines = edits.map(({ before, after }) => `${before} → ${after}\n`).join("");
    return written.ok ? success(lines, [...opened.messages, ...written.messages]) : written;
  },
};

/** A draft goes on; anything else becomes the base of a new one. */
function draftOf(opened: Read<Opened>, author: string): Draft {
  if (opened.kind === "draft") return { ...opened.draft, attribution: null };
  const { doc: base, name, bytes } = opened;
  const now = new Date().toISOString();
  return newDraft({ base, current: currentText(opened), source: { name, bytes }, author }, now);
}
