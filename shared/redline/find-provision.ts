/**
 * Finds a provision as a person cites it: "considérant e", "charge dir 2", "e". Case, accents, brackets
 * and full stops do not count; words of a call may be cut short, labels may not. What is no citation is
 * looked for in the text, so that a few words of a provision lead to it as well.
 */
import { blockText } from "../schema/blocks";
import type { SideRow } from "./side-rows";

/** Index of the first row at or after `from`, then from the top, that a citation names; -1 when none does. */
export function findProvision(rows: readonly SideRow[], cited: string, from = 0): number {
  const wanted = wordsOf(cited);
  if (wanted.length === 0) return -1;
  const order = rows.map((_, index) => (index + from) % rows.length);
  for (const isNamed of [isCited, isBegun, isSaid]) {
    const found = order.find((index) => isNamed(rows[index] as SideRow, wanted));
    if (found !== undefined) return found;
  }
  return -1;
}

/** The last word is the provision's own label, the words before lead to it. */
function isCited(row: SideRow, wanted: readonly string[]): boolean {
  return pathsOf(row).some((path) => {
    const steps = path.map(wordsOf);
    const own = (steps.pop() ?? []).join(" ");
    for (let cut = 0; cut < wanted.length; cut++) {
      if (wanted.slice(cut).join(" ") !== own) continue;
      if (leadsTo(wanted.slice(0, cut), steps)) return true;
    }
    return false;
  });
}

/** A call, or a head, of which the first words are given. */
function isBegun(row: SideRow, wanted: readonly string[]): boolean {
  const block = row.provision.after ?? row.provision.before;
  if (!block || block.node.type.name === "item" || block.node.type.name === "paragraph") return false;
  return startsAs(wordsOf(blockText(block.node)), wanted);
}

function isSaid(row: SideRow, wanted: readonly string[]): boolean {
  const block = row.provision.after ?? row.provision.before;
  return block !== null && ` ${wordsOf(blockText(block.node)).join(" ")}`.includes(` ${wanted.join(" ")}`);
}

/** True when the words can be shared out, in order, among the steps of a path. */
function leadsTo(words: readonly string[], steps: readonly string[][]): boolean {
  let at = 0;
  for (const step of steps) {
    let next = 0;
    while (at < words.length && next < step.length) {
      if (step[next]?.startsWith(words[at] as string)) at++;
      next++;
    }
  }
  return at === words.length;
}

function startsAs(text: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((word, index) => text[index]?.startsWith(word));
}

function pathsOf({ provision }: SideRow): string[][] {
  return [provision.after, provision.before].flatMap((block) => (block ? [block.path] : []));
}

function wordsOf(text: string): string[] {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  // A sign with a number is an item of a list without order, `–2`.
  return (plain.match(/(?<![^\s])[–—−\-•●▪◦·○■]\p{Nd}+(?!\S)|[\p{L}\p{Nd}]+/gu) ?? []).map((word) =>
    word.replace(/^[—−-]/u, "–"),
  );
}
