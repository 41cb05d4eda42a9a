/**
 * The head of a resolution: number line, title over one or more lines, history line. Styles name each
 * paragraph where they are present; in a plain text everything between the number and the enacting formula
 * (or the first call) is the title, whose lines a converter broke, so they become one block with breaks.
 */
import type { TextBlock } from "../model/document";
import { blockFrom, joinedBlock } from "./blocks";
import { readCall } from "./call";
import {
  endsClause,
  isAnnexHeading,
  isBracketed,
  isEnacting,
  isHistoryLine,
  isRule,
  readReasonsLabel,
} from "./headings";
import type { LanguageData } from "./languages/language-data";
import type { Line } from "./lines";
import { readMarkerLine } from "./marker";
import { readNumberLine } from "./number-line";

/** No title of a real text has more lines. */
const longestTitle = 8;

export interface Head {
  blocks: TextBlock[];
  /** How many lines it took. */
  length: number;
}

/** Reads the head that begins with the number line `lines[0]`; the lines stop at the first table. */
export function readHead(lines: readonly Line[], data: LanguageData, joinLines: boolean): Head {
  const numberLine = lines[0] as Line;
  const blocks: TextBlock[] = [blockFrom("resolutionNumber", numberLine)];
  const length = headLength(lines, data);
  let title: Line[] = [];
  const closeTitle = () => {
    if (title.length === 0) return;
    if (joinLines) blocks.push(joinedBlock("resolutionTitle", title));
    else blocks.push(...title.map((line) => blockFrom("resolutionTitle", line)));
    title = [];
  };
  for (const line of lines.slice(1, length)) {
    if (line.empty) {
      closeTitle();
      blocks.push(blockFrom("paragraph", line));
    } else if (line.style?.role === "number" || goesOnWith(numberLine, line, blocks, data)) {
      closeTitle();
      blocks.push(blockFrom("resolutionNumber", line));
    } else if (line.style?.role === "reference" || (line.style?.role !== "title" && isHistoryLine(line.text))) {
      closeTitle();
      blocks.push(blockFrom("resolutionReference", line));
    } else {
      title.push(line);
    }
  }
  closeTitle();
  return { blocks, length };
}

/** True for a number line's brackets on a line of their own: `RESOLUTION 98`, `(Rev. Geneva, 2022)`. */
function goesOnWith(numberLine: Line, line: Line, before: readonly TextBlock[], data: LanguageData): boolean {
  if (before.length > 1 || line.style?.role || !isBracketed(line.text) || isBracketed(numberLine.text)) return false;
  const alone = readNumberLine(numberLine.text, data);
  return alone?.at === "" && (readNumberLine(`${numberLine.text} ${line.text}`, data)?.at ?? "") !== "";
}

function headLength(lines: readonly Line[], data: LanguageData): number {
  const styled = styledLength(lines);
  if (styled > 1) return styled;
  let last = 1;
  let taken = 0;
  for (let at = 1; at < lines.length && taken <= longestTitle; at++) {
    const line = lines[at] as Line;
    if (line.empty) continue;
    if (endsHead(line, data)) return closesHead(line, data) ? at : last;
    // Past the title only the formula below tells that these lines still belong to it.
    if (last === taken + 1 && isTitleLine(line, taken)) last = at + 1;
    taken++;
  }
  return last;
}

/** Number, title and history line by style, with the empty paragraphs between them. */
function styledLength(lines: readonly Line[]): number {
  let length = 0;
  lines.slice(0, longestTitle * 2).some((line, at) => {
    const role = line.style?.role;
    if (role === "number" || role === "title" || role === "reference") length = at + 1;
    return !line.empty && role !== "number" && role !== "title" && role !== "reference";
  });
  return length;
}

function endsHead(line: Line, data: LanguageData): boolean {
  if (line.style?.role === "proposal" || line.style?.role === "reasons") return true;
  return (
    closesHead(line, data) ||
    isRule(line.text) ||
    readMarkerLine(line.text) !== null ||
    readNumberLine(line.text, data) !== null ||
    readReasonsLabel(line.text, data) !== null ||
    isAnnexHeading(line.text, data) ||
    (line.label !== null && !line.label.loose)
  );
}

/** What can only follow a complete head. */
function closesHead(line: Line, data: LanguageData): boolean {
  return isEnacting(line.text, data) || line.style?.role === "call" || readCall(line.text, data)?.bare === true;
}

function isTitleLine(line: Line, taken: number): boolean {
  return taken < 4 && !endsClause(line.text) && !(line.source.spaceBefore && taken > 0);
}
