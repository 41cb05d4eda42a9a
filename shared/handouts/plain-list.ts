/**
 * The changes of a redline as sentences, section by section, in the language of the document: for screen
 * readers and minutes. Neighbours that share a fate are told together ("items e) to h) become f) to i)");
 * what has no label is named by its kind and its first words.
 */

import { listed } from "../locales/joined";
import { placeOf, type Wording } from "../locales/place";
import { translator } from "../locales/translator";
import type { Language } from "../model/document";
import { isUnorderedSign } from "../model/unordered-step";
import { isChange, type Provision, type Redline } from "../redline/redline-types";
import { blockOf, type SideRow, sideRows } from "../redline/side-rows";
import { type Block, contentText } from "../schema/blocks";
import { callOf } from "./side-by-side";

const firstWords = 8;

/** Lists the changes, one sentence for each section that has any. */
export function plainList(redline: Redline, language: Language): string[] {
  const t = translator(language);
  const rows = sideRows(redline).filter((row) => !(row.provision.moved && row.side === "before"));
  const all = sideRows(redline);
  // A label that another provision has by now: who reads the text as it is would look for the wrong one.
  const given = new Set(
    rows.flatMap(({ provision, section }) => (provision.after ? [`${section} ${nameOf(t, provision, "after")}`] : [])),
  );
  const isGiven = ({ provision, section }: SideRow) => given.has(`${section} ${nameOf(t, provision, "before")}`);
  const sections: { call: string; phrases: string[] }[] = [];
  for (const run of runsOf(rows)) {
    const first = run[0] as SideRow;
    const call = callOf(all, first).replace(/[\p{Po}\s]+$/u, "");
    const section = sections.at(-1);
    const phrases = phrasesOf(run);
    if (section && section.call === call) section.phrases.push(...phrases);
    else sections.push({ call, phrases });
  }
  return sections.map(({ call, phrases }) => {
    const changes = phrases.join(t("plain.join"));
    if (call) return t("plain.section", { call, changes });
    return t("plain.sentence", { changes: changes.charAt(0).toLocaleUpperCase(language) + changes.slice(1) });
  });

  function phrasesOf(run: readonly SideRow[]): string[] {
    const provisions = run.map(({ provision }) => provision);
    const first = provisions[0] as Provision;
    if (!isNamed(first)) return provisions.map((provision) => unnamed(provision));
    const { status } = first;
    if (first.moved || status === "moved") {
      return provisions.flatMap((provision) => {
        const names = { from: nameOf(t, provision, "before"), to: nameOf(t, provision, "after") };
        const [left, reached] = [sectionOf(provision.before), sectionOf(provision.after)];
        const within = names.from === names.to ? t("plain.movedWithin", names) : t("plain.moved", names);
        const moved = left === reached ? within : t("plain.movedHere", { ...names, call: left });
        const changed = status === "modified" || status === "formatted";
        return changed ? [moved, t(`plain.${status}.one`, { labels: names.to })] : [moved];
      });
    }
    if (status === "relabelled") {
      const [from, to] = [rangeOf(provisions, "before"), rangeOf(provisions, "after")];
      return [run.length > 1 ? t(`plain.become.${countOf(run)}`, { from, to }) : t("plain.becomes", { from, to })];
    }
    if (status !== "suppressed" && first.relabelled && first.before) {
      const key = status === "modified" ? "plain.becomesModified" : "plain.becomesFormatted";
      return provisions.map((one) => t(key, { from: nameOf(t, one, "before"), to: nameOf(t, one, "after") }));
    }
    const labels = provisions.map((provision) => nameOf(t, provision, status === "suppressed" ? "before" : "after"));
    const kind = status === "suppressed" && run.some(isGiven) ? "suppressedFormer" : status;
    return [t(`plain.${kind}.${countOf(labels)}`, { labels: listed(language, labels) })];
  }

  /** What follows without a gap, by its ends. */
  function rangeOf(provisions: readonly Provision[], side: "before" | "after"): string {
    const names = provisions.map((provision) => nameOf(t, provision, side));
    return names.length > 2 ? t("plain.range", { first: names[0], last: names.at(-1) }) : listed(language, names);
  }

  function unnamed(provision: Provision): string {
    const { node, cell } = blockOf(provision, provision.after ? "after" : "before");
    const style = cell ? t("outline.table") : t(`style.${node.type.name}`, { defaultValue: t("style.paragraph") });
    // The name of a style begins with a capital; here it stands within a sentence.
    const kind = style.charAt(0).toLocaleLowerCase(language) + style.slice(1);
    const words = contentText(node).split(/\s+/).filter(Boolean);
    const said = words.slice(0, firstWords).join(" ") + (words.length > firstWords ? "…" : "");
    return t("plain.unnamed", { kind, words: said, change: t(`plain.change.${provision.status}`) });
  }
}

/** Changed rows of one section that share a fate; those that got new labels or moved follow one another. */
function runsOf(rows: readonly SideRow[]): SideRow[][] {
  const runs: SideRow[][] = [];
  let previous = -2;
  rows.forEach((row, index) => {
    const { provision } = row;
    if (!isChange(provision.status)) return;
    const run = runs.at(-1);
    const first = run?.[0];
    const keepsItsName = !provision.relabelled && !provision.moved;
    const follows = previous === index - 1 || keepsItsName;
    const goesOn = first && follows && first.section === row.section && shareFate(first, row);
    if (goesOn) run.push(row);
    else runs.push([row]);
    previous = index;
  });
  return runs;
}

function shareFate({ provision: a }: SideRow, { provision: b }: SideRow): boolean {
  if (a.status !== b.status || a.moved !== b.moved || a.relabelled !== b.relabelled) return false;
  if (!isNamed(a) || !isNamed(b)) return false;
  return (a.after ?? a.before)?.node.attrs.level === (b.after ?? b.before)?.node.attrs.level;
}

/** As much of number as the six languages tell apart in nouns without a numeral. */
function countOf({ length }: readonly unknown[]): "one" | "two" | "many" {
  return length === 1 ? "one" : length === 2 ? "two" : "many";
}

/** A dash of a list without order is told by its words: which dash it is changes with each that comes or goes. */
function isNamed({ before, after, labelBefore, labelAfter }: Provision): boolean {
  const { type, attrs } = ((after ?? before) as Block).node;
  if (type.name !== "item") return false;
  if (attrs.level < 2 && [labelBefore, labelAfter].some((label) => isUnorderedSign(label.trim()))) return false;
  return after ? labelAfter !== "" && (!before || labelBefore !== "") : labelBefore !== "";
}

/** The call of the section that a block stands in. */
function sectionOf(block: Block | null): string {
  return block?.containers.includes("section") ? (block.path[0] ?? "") : "";
}

/** A provision's label with the labels above it, as it is cited below its call. */
function nameOf(t: Wording, provision: Provision, side: "before" | "after"): string {
  const block = provision[side] ?? provision.after ?? provision.before;
  if (!block) return "";
  return placeOf(t, block.containers.includes("section") ? block.path.slice(1) : block.path);
}
