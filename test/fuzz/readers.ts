/**
 * The readers that take files from strangers, each with sound inputs of this project, a way to spoil them, and the whole
 * way that a file of this kind goes in the program. `read` may refuse; it must not throw, hang or swallow memory.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Node } from "prosemirror-model";
import { readParts } from "../../renderer/session/read-parts";
import { replay } from "../../renderer/session/replay";
import { exportDocx } from "../../shared/docx/export-docx";
import { baseHash } from "../../shared/draft/base-hash";
import type { Draft } from "../../shared/draft/draft";
import { readDraft } from "../../shared/draft/draft-reader";
import { writeDraft } from "../../shared/draft/draft-writer";
import type { TrackedUse } from "../../shared/draft/open";
import { repairDraft } from "../../shared/draft/repair";
import { comparedBase } from "../../shared/redline/compared-base";
import { redlineToCritic } from "../../shared/redline/critic";
import { redline } from "../../shared/redline/redline";
import { changeMatrix } from "../support/change-matrix";
import { contribution, writtenContribution } from "../support/contribution";
import { contributionDraft } from "../support/contribution-draft";
import { wordPackage } from "../support/word-package";
import { mutateBytes, mutateJson, mutateText, mutateXml } from "./mutations";
import type { Random } from "./random";

export interface FuzzedReader {
  name: string;
  /** Sound inputs. */
  inputs(): Uint8Array[];
  mutate(input: Uint8Array, random: Random): Uint8Array;
  /** Tells whether the file was taken; throws only where the reader does. */
  read(bytes: Uint8Array): boolean;
}

// Bundled or not, the runner starts in the project's folder.
const resource = (...path: string[]) => join(process.cwd(), "resources", ...path);

const textPieces = [
  "considérant",
  "decides",
  "\t",
  "\t\t\t",
  " \u00A0",
  "a)",
  "1.1.1",
  "bis)",
  "ix)",
  "(",
  "[",
  "]",
  "[footnoteRef:1]1 ",
  "[1: note]",
  "MOD\tX/1/1",
  "ADD",
  "SUP",
  "RESOLUTION 7",
  "ANNEXE",
  "ARTICLE 1",
  "Motifs:",
  "\u202E",
  "\uFEFF",
  "\u0000",
  "😀",
  "\ud83d",
  "🇨🇭",
  "\r",
  "\u2028",
  "|",
  "—",
  "決議",
  "قرار",
  "{++",
  "++}",
  "{--",
  "--}",
  "~>",
];

const criticPieces = [
  "{++",
  "++}",
  "{--",
  "--}",
  "{~~",
  "~>",
  "~~}",
  "{>>",
  "<<}",
  "{==",
  "==}",
  "{++{--x--}++}",
  "{~~{++a++}~>{--b--}~~}",
  "{>>{==x==}<<}",
  "{~~a~>{~~b~>c~~}~~}",
  "{",
  "}",
  "\\",
  "\n",
  "x",
  "é",
  "\u0000",
];

const pairs = () => changeMatrix().filter((_, at) => at % 9 === 0);

const rich =
  '<w:p><w:pPr><w:pStyle w:val="Call"/><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr><w:ins w:id="2" w:author="A" w:date="2030-01-01T00:00:00Z"><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>considering</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:ins></w:p>' +
  '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:moveFrom w:id="5" w:author="B"><w:r><w:t>moved</w:t></w:r></w:moveFrom><w:del w:id="6" w:author="B"><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="3"/><w:tab/><w:br/><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0B7"/><w:t>x</w:t></w:r></w:p>' +
  '<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:hyperlink r:id="rId9"><w:r><w:t>link</w:t></w:r></w:hyperlink><m:oMath><m:r><m:t>y</m:t></m:r></m:oMath></w:p></w:sdtContent></w:sdt>' +
  '<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:trPr><w:ins w:id="4" w:author="B"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><mc:AlternateContent><mc:Choice><w:r><w:t>d</w:t></w:r></mc:Choice><mc:Fallback/></mc:AlternateContent></w:p></w:tc></w:tr></w:tbl>';
/** A thread, a note of either kind, a label of three levels, a chain of styles, a header with changes of its own. */
const annotated =
  '<w:p w14:paraId="0A"><w:pPr><w:pStyle w:val="Enum2"/></w:pPr><w:commentRangeStart w:id="0"/><w:r><w:t>resolves</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r></w:p>' +
  '<w:p><w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="2"/></w:numPr><w:pPrChange w:id="9" w:author="A"><w:pPr><w:pStyle w:val="Enum1"/></w:pPr></w:pPrChange></w:pPr><w:bookmarkStart w:id="7" w:name="_Ref1"/><w:r><w:rPr><w:b/><w:rPrChange w:id="8" w:author="B"><w:rPr/></w:rPrChange></w:rPr><w:t>one</w:t></w:r><w:bookmarkEnd w:id="7"/><w:moveToRangeStart w:id="11" w:name="m1"/><w:moveTo w:id="12" w:author="B"><w:r><w:t>moved</w:t></w:r></w:moveTo><w:moveToRangeEnd w:id="11"/><w:r><w:footnoteReference w:id="3" w:customMarkFollows="1"/><w:t>*</w:t></w:r></w:p>' +
  '<w:sectPr><w:headerReference w:type="default" r:id="rId7"/></w:sectPr>';
const richParts = {
  numbering:
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2.%3"/><w:pStyle w:val="Enum2"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="List"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="9"/></w:lvlOverride></w:num>',
  styles:
    '<w:style w:type="paragraph" w:styleId="Call"><w:name w:val="Call"/><w:basedOn w:val="Normal"/></w:style><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Enum1"><w:name w:val="enumlev1"/><w:basedOn w:val="Call"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Enum2"><w:name w:val="enumlev2"/><w:basedOn w:val="Enum1"/></w:style><w:style w:type="numbering" w:styleId="List"><w:name w:val="List"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
  footnotes: '<w:footnote w:id="3"><w:p><w:r><w:footnoteRef/><w:t>note</w:t></w:r></w:p></w:footnote>',
  endnotes:
    '<w:endnote w:id="2"><w:p><w:ins w:id="21" w:author="A"><w:r><w:endnoteRef/><w:t>end</w:t></w:r></w:ins></w:p></w:endnote>',
  comments:
    '<w:comment w:id="0" w:author="C" w:initials="C" w:date="2030-01-01T00:00:00Z"><w:p w14:paraId="1A"><w:r><w:t>why</w:t></w:r></w:p></w:comment><w:comment w:id="1" w:author="D"><w:p w14:paraId="1B"><w:r><w:t>because</w:t></w:r></w:p></w:comment>',
  commentsExtended:
    '<w15:commentEx w15:paraId="1A" w15:done="0"/><w15:commentEx w15:paraId="1B" w15:paraIdParent="1A" w15:done="1"/>',
  settings: '<w:trackRevisions/><w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr>',
  header: '<w:p><w:ins w:id="31" w:author="A"><w:r><w:t>42</w:t></w:r></w:ins><w:r><w:pgNum/></w:r></w:p>',
};

function textInputs(): Uint8Array[] {
  const folder = resource("samples");
  const samples = readdirSync(folder).map((name) => strToU8(readFileSync(join(folder, name), "utf8").slice(0, 1400)));
  const notes =
    "RÉSOLUTION 7\nL'Assemblée,\nconsidérant\na)\tque[footnoteRef:1]1 x;\n[1: une note]\nA\tB\tC\n1\t2\t3\n";
  return [...samples, strToU8(notes)];
}

function wordInputs(): Uint8Array[] {
  const template = new Uint8Array(readFileSync(resource("templates", "itu.docx")));
  const exported = pairs()
    .slice(0, 1)
    .map(({ base, current }) => {
      const written = exportDocx({
        base,
        current,
        redline: redline(base, current),
        mode: "tracked",
        author: "A",
        date: "2030-01-01T00:00:00Z",
        template,
      });
      if (!written.ok) throw new Error(written.error.code);
      return zipSync(unzipSync(written.value), { level: 0 });
    });
  const contributed = zipSync(unzipSync(writtenContribution(contribution("en"))), { level: 0 });
  return [...exported, contributed, ...Array.from({ length: 14 }, () => wordPackage(rich + annotated, richParts))];
}

function mutateWord(input: Uint8Array, random: Random): Uint8Array {
  if (random.below(8) === 0) return mutateBytes(input, random);
  const parts = unzipSync(input);
  for (let left = random.below(3); left >= 0; left--) {
    const names = Object.keys(parts);
    // As often the text itself as any of the parts around it.
    const name = random.below(2) > 0 ? "word/document.xml" : random.pick(names);
    const part = parts[name];
    if (!part) continue;
    const chance = random.below(60);
    if (chance === 0) delete parts[name];
    else if (chance === 1) parts[name] = parts[random.pick(names)]!;
    else parts[name] = strToU8(mutateXml(strFromU8(part), random));
  }
  return zipSync(parts, { level: 0 });
}

function draftInputs(): Uint8Array[] {
  const all = contributionDraft("fr");
  const decided: Draft = { ...all, proposals: [{ source: "AFR/1", current: all.current }] };
  const small = pairs().map(({ base, current }) =>
    writeDraft({
      createdAt: "2030-01-01T00:00:00.000Z",
      savedAt: "2030-01-01T00:00:00.000Z",
      language: "fr",
      labelPolicy: "bis",
      author: "A",
      source: { name: "base.txt", bytes: strToU8("x".repeat(60)) },
      baseHash: baseHash(base),
      base,
      current,
      attribution: {
        inserted: [{ from: 2, to: 4, author: "A", date: "2030-01-01T00:00:00Z" }],
        deleted: [],
        blocks: {},
      },
      journal: ['{"steps":[]}'],
    }),
  );
  // The small ones are read far faster.
  return [...small, ...small, ...[all, decided].map((draft) => writeDraft(draft))];
}

function mutateDraft(input: Uint8Array, random: Random): Uint8Array {
  if (random.below(3) === 0) return mutateBytes(input, random);
  const parts = unzipSync(input);
  const other = random.below(8) === 0 ? random.pick(Object.keys(parts)) : "draft.json";
  if (other !== "draft.json") {
    const text = strFromU8(parts[other]!);
    const line = text.split("\n")[0] ?? "";
    // Steps that say something else are worse than lines that say nothing.
    const steps = other === "journal.txt" && random.below(2) === 0 && line.startsWith("{");
    parts[other] = strToU8(steps ? mutateJson(line, random) : mutateText(text, ["\n", "{", '"steps"', "null"], random));
    return zipSync(parts, { level: 0 });
  }
  const json = strFromU8(parts["draft.json"]!);
  parts["draft.json"] = strToU8(
    random.below(4) === 0
      ? mutateText(json, ['"', "{", "}", "[", "]", ",", "\\u0000", '"__proto__":'], random)
      : mutateJson(json, random),
  );
  return zipSync(parts, { level: 0 });
}

const uses: (TrackedUse | undefined)[] = [undefined, "proposal", "accept", "reject"];

/** Reads a file as the window does. */
function taken(bytes: Uint8Array, name: string): boolean {
  const read = readParts(bytes, name, uses[bytes.length % uses.length]);
  if (!read.ok) return false;
  const { base, current } = read.value;
  base.check();
  if (current !== base) compared(base, current);
  return true;
}

/** Opens a draft with what its journal adds; a damaged one is repaired as far as it goes. */
function takenDraft(bytes: Uint8Array): boolean {
  const read = readParts(bytes, "x.resdraft");
  const draft = read.ok ? readDraft(bytes) : repairDraft(bytes, null);
  if (draft.ok) {
    const { base, current, labelPolicy, journal, comments } = draft.value;
    compared(base, replay(current, labelPolicy, journal, comments).doc);
  }
  return read.ok;
}

function compared(base: Node, current: Node): void {
  current.check();
  redline(comparedBase(base, current), current);
}

export const readers: FuzzedReader[] = [
  {
    name: "txt",
    inputs: textInputs,
    mutate: (input, random) =>
      random.below(3) === 0 ? mutateBytes(input, random) : strToU8(mutateText(strFromU8(input), textPieces, random)),
    read: (bytes) => taken(bytes, "x.txt"),
  },
  { name: "docx", inputs: wordInputs, mutate: mutateWord, read: (bytes) => taken(bytes, "x.docx") },
  {
    name: "resdraft",
    inputs: draftInputs,
    mutate: mutateDraft,
    read: takenDraft,
  },
  {
    name: "critic",
    inputs: () => pairs().map(({ base, current }) => strToU8(redlineToCritic(redline(base, current)))),
    mutate: (input, random) => strToU8(mutateText(strFromU8(input), criticPieces, random)),
    read: (bytes) => taken(bytes, "x.critic.txt"),
  },
];

/** The spoiled input of a number, the same for the same seed and number. */
export function inputOf(reader: FuzzedReader, inputs: readonly Uint8Array[], random: Random): Uint8Array {
  return reader.mutate(random.pick(inputs), random);
}
