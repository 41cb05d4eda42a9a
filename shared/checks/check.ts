/**
 * Runs the drafting rules over a document. What a rule said about a block or a section is remembered with its
 * node, and nodes never change, so checking after an edit costs the blocks it touched and the few rules that look
 * at the whole document. The result is in reading order and the same for the same document.
 */
import type { Node } from "prosemirror-model";
import type { Redline } from "../redline/redline-types";
import { finish, type Steps } from "../redline/steps";
import { builtInResolutions, type KnownRevision } from "../resolution/known-resolutions";
import { draftingData } from "../resolution/languages/drafting";
import { languageData } from "../resolution/languages/languages";
import { blocksOf } from "../schema/blocks";
import type { Finding, RuleId } from "./finding";
import type { Report, Rule, Words } from "./rule";
import { blockRules, documentRules, sectionRules } from "./rules";

/** A paragraph of nothing but brackets is one slip, not a thousand. */
const mostPerBlock = 20;
const mostPerDocument = 500;
/** Reading a block that was not read before takes up to a tenth of a millisecond. */
const blocksAtOnce = 16;

export interface CheckOptions {
  /** Rules switched off for this document. */
  off?: readonly RuleId[];
  /** Revisions of resolutions beside those that the program knows. */
  known?: readonly KnownRevision[];
}

/** Checks a document; with a redline, its proposals against their marks too. */
export function check(doc: Node, redline: Redline | null = null, options: CheckOptions = {}): Finding[] {
  return finish(checkInSlices(doc, redline, options));
}

/** The same in slices of a few milliseconds at most: whoever asks may do something else between two of them. */
export function* checkInSlices(
  doc: Node,
  redline: Redline | null = null,
  options: CheckOptions = {},
): Steps<Finding[]> {
  const { language } = doc.attrs;
  const words: Words = { data: languageData(language), drafting: draftingData(language) };
  const off = new Set(options.off);
  const known = [...builtInResolutions, ...(options.known ?? [])];
  const blocks = blocksOf(doc);
  const findings: Finding[] = [];
  for (const { node } of blocks) {
    yield;
    findings.push(...blockFindings(node, words));
  }
  for (const { section, last } of sectionsOf(doc)) {
    yield;
    findings.push(...sectionFindings(section, last, words));
  }
  for (const rule of documentRules) {
    for (const read of rule.reads ?? []) {
      for (const [at, { node }] of blocks.entries()) {
        if (at % blocksAtOnce === 0) yield;
        read(node, words);
      }
    }
    yield;
    const reports = rule.check({ doc, blocks, redline, known }, words).slice(0, mostPerDocument);
    findings.push(...reports.map((report) => findingOf(rule, report)));
  }
  const order = new Map(blocks.map(({ node }, index) => [node.attrs.id as string, index]));
  const place = ({ block }: Finding) => order.get(block) ?? -1;
  return findings
    .filter(({ rule }) => !off.has(rule))
    .sort((a, b) => place(a) - place(b) || a.from - b.from || a.to - b.to || compare(a.rule, b.rule));
}

/** The sections of whole resolutions: an extract without enacting formula, or an annex, keeps rules of its own. */
function sectionsOf(doc: Node): { section: Node; last: boolean }[] {
  const found: { section: Node; last: boolean }[] = [];
  doc.descendants((node) => {
    if (node.type.name !== "resolution") return !node.isTextblock;
    const sections = node.children.filter((child) => child.type.name === "section");
    if (node.children.some((child) => child.type.name === "enacting")) {
      found.push(...sections.map((section, index) => ({ section, last: index === sections.length - 1 })));
    }
    return false;
  });
  return found;
}

type Known = Map<string, Finding[]>;
const knownBlocks = new WeakMap<Node, Known>();
const knownSections = new WeakMap<Node, Known>();

function blockFindings(node: Node, words: Words): Finding[] {
  return remembered(knownBlocks, node, words.data.language, () =>
    blockRules.flatMap((rule) =>
      rule
        .check(node, words)
        .slice(0, mostPerBlock)
        .map((report) => findingOf(rule, report)),
    ),
  );
}

function sectionFindings(section: Node, last: boolean, words: Words): Finding[] {
  return remembered(knownSections, section, `${words.data.language} ${last}`, () =>
    sectionRules.flatMap((rule) => rule.check({ section, last }, words).map((report) => findingOf(rule, report))),
  );
}

function remembered(memory: WeakMap<Node, Known>, node: Node, key: string, find: () => Finding[]): Finding[] {
  const known: Known = memory.get(node) ?? new Map();
  memory.set(node, known);
  const findings = known.get(key) ?? find();
  known.set(key, findings);
  return findings;
}

function findingOf(rule: Rule, report: Report): Finding {
  const { case: which, values = {}, strength = rule.strength, ...place } = report;
  return { rule: rule.id, strength, code: `check.${rule.id}${which ? `-${which}` : ""}`, values, ...place };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
