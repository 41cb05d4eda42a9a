/** The structure of a new resolution at each body: whom it instructs, and the gender of Arabic verbs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Language } from "../../../shared/model/document";
import { readCall } from "../../../shared/resolution/call";
import type { Body } from "../../../shared/resolution/conferences";
import { callAtBody } from "../../../shared/resolution/languages/body-words";
import { languageData } from "../../../shared/resolution/languages/languages";
import { blocksOf, contentText } from "../../../shared/schema/blocks";
import { documentFromText } from "../../support/read-document";

const languages: Language[] = ["ar", "zh", "en", "fr", "ru", "es"];
const bodies: Body[] = ["PP", "WTSA", "WTDC", "WRC", "RA"];

function callsOf(language: Language): string[] {
  const path = join(__dirname, `../../../resources/skeletons/resolution-${language}.txt`);
  return blocksOf(documentFromText(readFileSync(path, "utf8")))
    .filter(({ node }) => node.type.name === "call")
    .map(({ node }) => contentText(node));
}

describe.each(languages)("a new resolution in %s", (language) => {
  const calls = callsOf(language);

  it.each(bodies)("instructs whom %s instructs, in calls that are read as before", (body) => {
    const data = languageData(language);
    const changed = calls.map((call) => callAtBody(call, body, language));
    expect(changed.map((call) => readCall(call, data)?.part)).toEqual(calls.map((call) => readCall(call, data)?.part));
    expect(changed[3] === calls[3]).toBe(body === "WTSA");
  });
});

describe("Arabic verbs", () => {
  const starts = (body: Body) =>
    callsOf("ar").map((call) => callAtBody(call, body, "ar").split(" ").slice(0, 2).join(" "));

  it.each<Body>(["PP", "WTDC", "WRC"])("are masculine at %s, a conference", (body) => {
    const [first, second, resolves, instructs, invites] = starts(body);
    expect([first, second]).toEqual(["إذ يضع", "وإذ يدرك"]);
    expect([resolves, instructs?.split(" ")[0], invites?.split(" ")[0]]).toEqual(["يقرر", "يكلف", "يدعو"]);
  });

  it.each<Body>(["WTSA", "RA"])("are feminine at %s, an assembly", (body) => {
    const [first, second, resolves] = starts(body);
    expect([first, second, resolves]).toEqual(["إذ تضع", "وإذ تدرك", "تقرر"]);
  });
});
