import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { personIn } from "../../../main/account-name";
import { fileOf, harmlessLink, isOwnPage, isOwnRequest } from "../../../main/addresses";
import { documentIn, sampleJobFolder } from "../../../main/command-line";
import { safeName } from "../../../main/file-name";
import { areArguments } from "../../../main/guards";
import { validSettings } from "../../../main/valid-settings";
import type { Settings } from "../../../shared/ipc";

describe("addresses", () => {
  test.each([
    ["resdraft://app/index.html", true],
    ["resdraft://app.example.org/index.html", false],
    ["resdraft://elsewhere/", false],
    ["https://example.org/", false],
    ["ws://127.0.0.1/", false],
    ["file:///etc/passwd", false],
    ["blob:resdraft://app/1", true],
    ["nonsense", false],
  ])("%s may be loaded: %s", (address, expected) => expect(isOwnRequest(address)).toBe(expected));

  test("a page is ours by its whole origin", () => {
    expect(isOwnPage("resdraft://app/index.html")).toBe(true);
    expect(isOwnPage("resdraft://app.example.org/index.html")).toBe(false);
    expect(isOwnPage("https://example.org/?resdraft://app/")).toBe(false);
  });

  test.each([
    ["resdraft://app/", "/page/index.html"],
    ["resdraft://app/assets/a.js?x", "/page/assets/a.js"],
    ["resdraft://app/../../etc/passwd", "/page/etc/passwd"],
    ["resdraft://app/..%2f..%2fetc/passwd", null],
    ["resdraft://app/%2e%2e/%2e%2e/x", "/page/x"],
    ["resdraft://app/a%00.js", null],
    ["resdraft://app/%E0%A4%A", null],
    ["resdraft://other/index.html", null],
  ])("%s is the file %s", (address, expected) => expect(fileOf(address, join("/page"))).toBe(expected));

  test.each([
    ["https://www.itu.int", "https://www.itu.int/"],
    ["mailto:a@itu.int", "mailto:a@itu.int"],
    ["JavaScript:alert(1)", null],
    [" file:///etc/passwd", null],
    ["data:text/html,x", null],
    ["", null],
  ])("%s leaves the program as %s", (address, expected) => expect(harmlessLink(address)).toBe(expected));
});

describe("the command line of the program", () => {
  test.each([
    [["electron", "/app", "--no-sandbox", "base.txt"], "/here/base.txt"],
    [["resdraft", "/x/Résolution 98.DOCX"], "/x/Résolution 98.DOCX"],
    [["resdraft", "--base.txt"], null],
    [["resdraft", "/app", "picture.png"], null],
    [["resdraft"], null],
  ])("%j names %s", (words, expected) => expect(documentIn(words, "/here")).toBe(expected));

  test("names the folder of the sample job", () => {
    expect(sampleJobFolder(["electron", ".", "--sample-job=/tmp/job"])).toBe("/tmp/job");
    expect(sampleJobFolder(["electron", "."])).toBeNull();
  });
});

describe("a suggested file name", () => {
  test.each([
    ["Résolution 98 (Rév. Genève, 2022)", "Résolution 98 (Rév. Genève, 2022).docx"],
    ["../../etc/passwd", "etc passwd.docx"],
    ["a\u0000b\u202Egpj.exe", "a b gpj.exe.docx"],
    ["proposal.docx", "proposal.docx"],
    ["…", "….docx"],
    ["", "resdraft.docx"],
    ["///", "resdraft.docx"],
    ["القرار 98", "القرار 98.docx"],
    ["Re\u0301solution", "Résolution.docx"],
    ["draft\u202Excod", "draft xcod.docx"],
    ["...hidden", "hidden.docx"],
    ["Con", "Con_.docx"],
    ["lpt1.old", "lpt1_.old.docx"],
    ["Congo", "Congo.docx"],
    ["👩‍💻 42", "👩 💻 42.docx"],
  ])("%j becomes %j", (given, expected) => expect(safeName(given, ".docx")).toBe(expected));

  test("is short enough for any file system and cut between characters", () => {
    const name = safeName("决议".repeat(200), ".docx");
    expect(Buffer.byteLength(name)).toBeLessThan(130);
    expect(name).not.toContain("\uFFFD");
  });
});

describe("settings", () => {
  const fallback: Settings = { language: "en", author: "", theme: "system", knownResolutions: "" };

  test("take what is valid and leave the rest", () => {
    expect(validSettings({ language: "fr", author: "  Awa ", theme: 7, extra: 1 }, fallback)).toEqual({
      language: "fr",
      author: "Awa",
      theme: "system",
      knownResolutions: "",
    });
  });

  test.each([null, 7, "fr", [], { language: "__proto__" }, { language: {} }])("ignore %j", (candidate) => {
    expect(validSettings(candidate, fallback)).toEqual(fallback);
  });
});

describe("arguments from the window", () => {
  test.each([
    ["openFile", ["base"], true],
    ["openFile", ["BASE"], false],
    ["openFile", ["base", 1], false],
    ["readResource", ["samples/resolution-fr.txt"], true],
    ["readResource", ["samples/.hidden"], false],
    ["readResource", ["samples/a/../../b"], false],
    ["saveDraft", [null, "x", new Uint8Array(1)], true],
    ["saveDraft", ["id", "x", [1]], false],
    ["appendJournal", ["id", ["a", "b"]], true],
    ["appendJournal", ["id", ["a\nb"]], false],
    ["appendJournal", ["id", { length: 1 }], false],
    ["setCommandStates", [{ save: { enabled: true, checked: false } }], true],
    ["setCommandStates", [{ save: { enabled: "yes" } }], false],
    ["setCommandStates", [{ constructor: { enabled: true } }], false],
    ["showTextMenu", [10, 20], true],
    ["showTextMenu", [10, 0.5], false],
    ["showTextMenu", [10, "20"], false],
    ["writeSettings", [{ language: "fr" }], true],
    ["writeSettings", [[]], false],
    ["setDocumentState", [{ title: "x", dirty: true, file: null }], true],
    ["setDocumentState", [{ title: "x", dirty: true, file: { path: "/" } }], false],
    ["setDocumentState", [{ title: "x" }], false],
  ] as const)("%s(%j) follow the contract: %s", (method, given, expected) => {
    expect(areArguments(method, given)).toBe(expected);
  });
});

test("a page to be printed names its places as our writer does, and speaks one of our languages", () => {
  const page = { html: "<p>", title: "x", language: "fr", bookmarks: [{ place: "row-1", words: "considérant" }] };
  const passes = (change: object) => areArguments("exportPdf", ["x.pdf", { ...page, ...change }]);
  expect(passes({})).toBe(true);
  expect(passes({ language: "de" })).toBe(false);
  expect(passes({ html: 7 })).toBe(false);
  expect(passes({ bookmarks: [{ place: "row-1 /JS", words: "x" }] })).toBe(false);
  expect(passes({ bookmarks: [{ place: "(.*)+", words: "x" }] })).toBe(false);
  expect(passes({ bookmarks: {} })).toBe(false);
});

test.each([
  ["adiallo", "adiallo"],
  ["root", ""],
  ["Administrator", ""],
  ["rooter", "rooter"],
])("the account %s signs changes as %j", (account, author) => {
  expect(personIn(account)).toBe(author);
});
