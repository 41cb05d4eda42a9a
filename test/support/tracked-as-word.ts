/**
 * A tracked file as several people leave it in Word: what was inserted or deleted comes in pieces of two authors, with
 * formats changed on the way, in content controls, with words put in by one and taken out by the next, and with marks on
 * the last paragraphs of cells, where they mean nothing. Neither text is another one for it.
 */
import { strToU8, unzipSync, zipSync } from "fflate";
import { xmlOf } from "./word-export";

const main = "word/document.xml";
let id = 70_000;
const by = (author: string) => `w:id="${id++}" w:author="${author}" w:date="2030-02-03T04:05:00Z"`;

/** What may be done to the XML of a body, by name. */
export const habits: Readonly<Record<string, (xml: string) => string>> = {
  "changes in pieces of two authors": (xml) =>
    xml.replace(
      /<w:(ins|del) [^>]*>(<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:(t|delText)(?: [^>]*)?>([^<]{2,})<\/w:\3><\/w:r><\/w:\1>/gu,
      (_all, kind: string, run: string, text: string, words: string) => {
        const middle = Math.floor(words.length / 2);
        const piece = (author: string, part: string) =>
          `<w:${kind} ${by(author)}>${run}<w:${text} xml:space="preserve">${part}</w:${text}></w:r></w:${kind}>`;
        return piece("A", words.slice(0, middle)) + piece("B", words.slice(middle));
      },
    ),
  "formats changed on the way": (xml) =>
    xml.replaceAll(
      /<w:r>(?:<w:rPr>((?:(?!<\/w:rPr>).)*)<\/w:rPr>)?<w:t xml:space="preserve">/gu,
      (_all, own = "") =>
        `<w:r><w:rPr><w:b/>${own}<w:rPrChange ${by("C")}><w:rPr>${own}</w:rPr></w:rPrChange></w:rPr><w:t xml:space="preserve">`,
    ),
  "changes in content controls": (xml) =>
    xml.replaceAll(/<w:(ins|del) [^>]*><w:r>.*?<\/w:\1>/gsu, (change) =>
      change.includes("<w:tab/>") ? change : `<w:sdt><w:sdtPr/><w:sdtContent>${change}</w:sdtContent></w:sdt>`,
    ),
  "words put in by one and taken out by the next": (xml) =>
    xml.replaceAll(
      "</w:r></w:p>",
      () =>
        `</w:r><w:ins ${by("A")}><w:del ${by("B")}><w:r><w:delText xml:space="preserve"> or not</w:delText></w:r></w:del></w:ins></w:p>`,
    ),
  "marks at the ends of cells": (xml) =>
    xml.replaceAll(
      /<w:p>(<w:pPr>(?:(?!<w:p>).)*?<\/w:pPr>)?((?:(?!<w:p>).)*<\/w:p><\/w:tc>)/gsu,
      (all, own: string = "", rest: string) =>
        own.includes("<w:rPr>")
          ? all
          : `<w:p><w:pPr>${own.replace(/<\/?w:pPr>/gu, "")}<w:rPr><w:del ${by("A")}/></w:rPr></w:pPr>${rest}`,
    ),
};

/** The file with the habits, one after the other. */
export function trackedAsWord(bytes: Uint8Array, names: readonly string[] = Object.keys(habits)): Uint8Array {
  const parts = unzipSync(bytes);
  const xml = names.reduce((text, name) => habits[name]!(text), xmlOf(bytes));
  return zipSync({ ...parts, [main]: strToU8(xml) });
}
