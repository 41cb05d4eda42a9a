/**
 * The form of a contribution as somebody's JSON: checked field by field before anything is made of it, so that a
 * wrong one is named and not guessed at. What is left out is empty; what is not known is refused.
 */

import type { Language } from "../model/document";
import { isRecord } from "../model/json-object";
import { type ContributionHeader, emptyHeader } from "../resolution/contribution-header";
import { contributionWords, type FrontPart, frontParts } from "../resolution/languages/contribution-words";
import { failure, type Result, success } from "../result";
import type { ContributionForm } from "./contribution-form";
import { markers } from "./proposal-commands";

export interface OrderedProposal {
  marker: string;
  /** A file that holds the text; empty where there is none. */
  text: string;
  number: string;
  title: string;
  /** Placeholder of a new number; empty for the next one. */
  tag: string;
  reasons: string[];
}

export interface ContributionOrder {
  form: ContributionForm;
  proposals: OrderedProposal[];
}

const languages: readonly string[] = ["ar", "zh", "en", "fr", "ru", "es"];
const mostProposals = 200;
const longest = 10_000;

/** Reads a form, or says which field is wrong. */
export function readOrder(json: string): Result<ContributionOrder> {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/u, ""));
  } catch {
    return wrong("JSON");
  }
  const known = ["language", "header", "proposer", "front", "proposals"];
  if (!isRecord(value)) return wrong("JSON");
  const unknown = Object.keys(value).find((name) => !known.includes(name));
  if (unknown !== undefined) return wrong(unknown);
  const { language, header = {}, proposer = "", front = [], proposals = [] } = value;
  if (typeof language !== "string" || !languages.includes(language)) return wrong("language");
  if (!isText(proposer) || (proposer !== "" && !/^[A-Z]{1,6}(?:\/[A-Z]{1,6})*$/u.test(proposer)))
    return wrong("proposer");
  if (!Array.isArray(front) || !front.every((part) => frontParts.includes(part))) return wrong("front");
  const block = readHeaderFields(header, language as Language);
  if (!block.ok) return block;
  if (!Array.isArray(proposals) || proposals.length > mostProposals) return wrong("proposals");
  const read = proposals.map(readProposal);
  const bad = read.findIndex((each) => !each.ok);
  if (bad >= 0) return failure("contribute.proposal", { number: bad + 1, field: fieldOf(read[bad]!) });
  const form = { language: language as Language, header: block.value, proposer, front: front as FrontPart[] };
  return success({ form, proposals: read.flatMap((each) => (each.ok ? [each.value] : [])) });
}

function readHeaderFields(given: unknown, language: Language): Result<ContributionHeader> {
  if (!isRecord(given)) return wrong("header");
  const header: ContributionHeader = { ...emptyHeader, meeting: contributionWords(language).meeting };
  for (const [name, value] of Object.entries(given)) {
    const isField = Object.hasOwn(emptyHeader, name) && isText(value);
    const isLanguage = name !== "original" || value === "" || languages.includes(value as string);
    if (!isField || !isLanguage) return wrong(`header.${name}`);
    Object.assign(header, { [name]: value });
  }
  return success(header);
}

function readProposal(given: unknown): Result<OrderedProposal> {
  if (!isRecord(given)) return wrong("JSON");
  const order: OrderedProposal = { marker: "", text: "", number: "", title: "", tag: "", reasons: [] };
  for (const [name, value] of Object.entries(given)) {
    if (name === "reasons") {
      const lines = typeof value === "string" ? [value] : value;
      if (!Array.isArray(lines) || !lines.every((line) => isText(line) && line !== "")) return wrong(name);
      order.reasons = lines;
    } else if (Object.hasOwn(order, name) && isText(value)) Object.assign(order, { [name]: value });
    else return wrong(name);
  }
  if (!(markers as readonly string[]).includes(order.marker)) return wrong("marker");
  const needsText = /MOD|ADD\*/u.test(order.marker);
  if (needsText && order.text === "") return wrong("text");
  if (/[[\]]/u.test(order.tag)) return wrong("tag");
  return success(order);
}

function fieldOf(result: Result<unknown>): string {
  return result.ok ? "" : String(result.error.values?.field ?? "");
}

function wrong(field: string): Result<never> {
  return failure("contribute.form", { field });
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= longest;
}
