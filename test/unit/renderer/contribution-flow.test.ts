/** Contributions in a session: begun, added to, saved, recovered after a crash and exported. */
import { readFileSync } from "node:fs";
import { strToU8 } from "fflate";
import { beforeEach, expect, test } from "vitest";
import { runCommand } from "../../../renderer/commands/registry";
import {
  beginContribution,
  insertProposal,
  readSkeleton,
  readTexts,
} from "../../../renderer/session/contribution-flow";
import { exportDocument } from "../../../renderer/session/export-flow";
import { keepJournal } from "../../../renderer/session/journal";
import { openBytes } from "../../../renderer/session/open-flow";
import { recover } from "../../../renderer/session/recover-flow";
import { saveDocument } from "../../../renderer/session/save-flow";
import { createSession, type OpenDocument, type Session } from "../../../renderer/session/session";
import { loadSettings } from "../../../renderer/session/settings";
import { speak } from "../../../renderer/words";
import { openAny } from "../../../shared/draft/open";
import { proposalsOf } from "../../../shared/editing/proposal-commands";
import { exactRedline } from "../../../shared/editing/redline-plugin";
import { emptyHeader } from "../../../shared/resolution/contribution-header";
import { type FakeHost, fakeHost } from "../../support/fake-host";

const resolution = (number: number, subject: string) => `RESOLUTION ${number} (Rev. Geneva, 2022)
On ${subject}
The World Telecommunication Standardization Assembly (Geneva, 2022),
considering
a)\tthat ${subject} matter to every country;
b)\tthat much was written about ${subject},
resolves
1\tto go on with the work on ${subject};
2\tto report about ${subject} each year.`;

let host: FakeHost;
let session: Session;

async function start(): Promise<Session> {
  const begun = createSession(host);
  begun.journal = keepJournal(begun);
  await loadSettings(begun);
  return begun;
}

beforeEach(async () => {
  await speak("en");
  host = fakeHost();
  for (const name of ["templates/itu.docx", "skeletons/resolution-en.txt"]) {
    host.resources.set(name, new Uint8Array(readFileSync(`resources/${name}`)));
  }
  session = await start();
  const header = { ...emptyHeader, document: "42", source: "CEPT" };
  beginContribution(session, { language: "en", header, proposer: "EUR", front: ["abstract"] });
});

function open(of = session): OpenDocument {
  return of.getSnapshot().document!;
}

async function addText(marker: string, number: number, subject: string): Promise<void> {
  host.toOpen.push({ id: subject, name: `${subject}.txt`, bytes: strToU8(resolution(number, subject)) });
  const read = await readTexts(session);
  if (!read?.ok) throw new Error("not read");
  insertProposal(session, { marker, text: read.value.texts[0] });
}

const markers = (of = session) =>
  proposalsOf(open(of).state.doc).map(({ node }) => `${node.attrs.marker} ${node.attrs.identifier}`);
const counts = (of = session) => exactRedline(open(of).state)!.counts;

function typeBehind(words: string, typed: string): void {
  const { state } = open();
  let at = 0;
  state.doc.descendants((node, pos) => {
    if (node.isTextblock && node.textContent.includes(words))
      at ||= pos + 1 + node.textContent.indexOf(words) + words.length;
  });
  session.dispatch(state.tr.insertText(typed, at));
}

test("a file without a resolution is refused in a sentence", async () => {
  host.toOpen.push({ id: "x", name: "note.txt", bytes: strToU8("Nothing in particular.") });
  expect(await readTexts(session)).toMatchObject({
    ok: false,
    error: { code: "proposal.no-text", values: { name: "note.txt" } },
  });
});

test("what was added is saved and opened again with its marks", async () => {
  await addText("MOD", 7, "roads");
  await addText("MOD", 8, "seas");
  typeBehind("the work on roads", " and bridges");
  host.toSave.push("contribution.resdraft");
  expect(await saveDocument(session, "save")).toBe(true);
  const bytes = host.saved.get("contribution.resdraft")!;
  const later = await start();
  await openBytes(later, { id: "c", name: "contribution.resdraft", bytes });
  expect(markers(later)).toEqual(["MOD EUR/42/1", "MOD EUR/42/2"]);
  expect(counts(later)).toEqual(counts());
  expect(counts(later)).toMatchObject({ modified: 1, added: 0, suppressed: 0, moved: 0 });
});

test("a crash costs neither a proposal nor the text that it changes", async () => {
  await addText("MOD", 7, "roads");
  await session.journal!.settle();
  await addText("MOD", 8, "seas");
  typeBehind("the work on seas", " and islands");
  runCommand(session, "proposalUp", "menu");
  await session.journal!.settle();
  const [entry] = await host.listRecoverable();
  const later = await start();
  await recover(later, entry!);
  expect(markers(later)).toEqual(["MOD EUR/42/1", "MOD EUR/42/2"]);
  expect(open(later).state.doc.toJSON()).toEqual(open().state.doc.toJSON());
  expect(counts(later)).toMatchObject({ modified: 1, added: 0, suppressed: 0, moved: 0 });
});

test("an opened contribution keeps its marks when a proposal is added beside them", async () => {
  const base = `MOD\tEUR/42/1\n${resolution(7, "roads")}\nReasons:\tBecause.`;
  await openBytes(session, { id: "b", name: "base.txt", bytes: strToU8(base) });
  typeBehind("the work on roads", " and bridges");
  const skeleton = await readSkeleton(session);
  if (!skeleton.ok) throw new Error(skeleton.error.code);
  insertProposal(session, { marker: "ADD", fresh: { tag: "EUR-1", title: "On nothing", skeleton: skeleton.value } });
  expect(markers()).toEqual(["MOD EUR/42/1", "ADD EUR/42/2"]);
  expect(counts()).toMatchObject({ modified: 1, suppressed: 0 });
  await exportDocument(session, "tracked", { author: "A" });
  const opened = openAny(host.exported.values().next().value!, "x.docx");
  if (!opened.ok || opened.value.kind === "draft") throw new Error("not a document");
  expect(opened.value.tracked?.count).toBe(1);
});
