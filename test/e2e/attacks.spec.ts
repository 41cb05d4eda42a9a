/**
 * Files and pasted pages that carry script wherever a reader could let it through: in text, labels, authors, comments,
 * styles, links, pictures, file names and settings. Whatever happens, nothing of it runs and nothing becomes an element.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { wordPackage } from "../support/word-package";
import { type App, expect, test } from "./app";

const script = `<img src="x" onerror="window.attacked=1"><script>window.attacked=1</script><svg onload="window.attacked=1"/>`;
const inXml = script.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const page = (app: App) => app.window.locator(".ProseMirror").first();

/** What ran, and what became an element that only an attack could have brought. */
const harm = (app: App) =>
  app.window.evaluate(() => ({
    ran: (window as unknown as { attacked?: number }).attacked ?? 0,
    elements: document.querySelectorAll(
      '[onerror], [onload], img[src="x"], iframe, object, embed, .ProseMirror svg[onload], .ProseMirror script, [href^="javascript:" i]',
    ).length,
    scripts: [...document.scripts].filter(({ src }) => !src.startsWith("resdraft://app/")).length,
  }));
const none = { ran: 0, elements: 0, scripts: 0 };

test("script in a text, its labels, its name and the author's name stays text", async ({ launch }) => {
  const app = await launch();
  await app.window.evaluate(
    (author) =>
      (window as unknown as { host: { writeSettings(change: object): Promise<unknown> } }).host.writeSettings({
        author,
      }),
    script,
  );
  await app.window.reload();
  const path = join(app.folder, "<img src=x onerror='window.attacked=1'>.txt");
  const lines = [
    `RESOLUTION 7 ${script}`,
    script,
    "The Assembly,",
    `considering ${script}`,
    `a)\tthat ${script} is kept;`,
    `${script}\tx`,
  ];
  writeFileSync(path, lines.join("\n"));
  await app.answerOpenDialog(path);
  await app.chooseMenuItem("openBase");
  await expect(page(app)).toContainText("onerror");
  await page(app).locator("p", { hasText: "is kept" }).first().click();
  await app.window.keyboard.type("<script>window.attacked=1</script>");
  await app.window.waitForTimeout(800);
  for (const panel of ["showChanges", "showChecks", "showProposal", "showComments", "showMessages"]) {
    await app.chooseMenuItem(panel);
    await app.window.waitForTimeout(150);
    expect(await harm(app), panel).toEqual(none);
  }
});

test("script in a Word file's authors, comments, styles, links and pictures does nothing", async ({ launch }) => {
  const app = await launch();
  const body =
    `<w:p><w:pPr><w:pStyle w:val="${inXml}"/></w:pPr><w:ins w:id="1" w:author="${inXml}" w:date="${inXml}"><w:r><w:t>considering ${inXml}</w:t></w:r></w:ins></w:p>` +
    `<w:p><w:commentRangeStart w:id="0"/><w:hyperlink r:id="rIdEvil"><w:r><w:t>a link</w:t></w:r></w:hyperlink><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>` +
    `<w:p><w:fldSimple w:instr=" HYPERLINK &quot;javascript:window.attacked=1&quot; "><w:r><w:t>a field</w:t></w:r></w:fldSimple></w:p>`;
  const parts = unzipSync(
    wordPackage(body, {
      comments: `<w:comment w:id="0" w:author="${inXml}"><w:p><w:r><w:t>${inXml}</w:t></w:r></w:p></w:comment>`,
      styles: `<w:style w:type="paragraph" w:styleId="${inXml}"><w:name w:val="${inXml}"/></w:style>`,
    }),
  );
  const relations = "word/_rels/document.xml.rels";
  const evil =
    '<Relationship Id="rIdEvil" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="javascript:window.attacked=1"/>';
  parts[relations] = strToU8(
    Buffer.from(parts[relations] as Uint8Array)
      .toString()
      .replace("</Relationships>", `${evil}</Relationships>`),
  );
  parts["word/media/image1.svg"] = strToU8('<svg xmlns="http://www.w3.org/2000/svg" onload="window.attacked=1"/>');
  const path = join(app.folder, "evil.docx");
  writeFileSync(path, zipSync(parts));
  await app.answerOpenDialog(path);
  await app.chooseMenuItem("openBase");
  await app.window.getByTestId("tracked-open").click();
  await expect(page(app)).toContainText("a field");
  await expect(page(app)).toContainText("onerror");
  for (const panel of ["showChanges", "showComments", "showMessages"]) {
    await app.chooseMenuItem(panel);
    await app.window.waitForTimeout(150);
    expect(await harm(app), panel).toEqual(none);
  }
});

test("script in a pasted page does not arrive", async ({ launch }) => {
  const app = await launch({ file: join(__dirname, "../../resources/samples/resolution-en.txt") });
  await expect(page(app)).toContainText("resolves");
  await page(app).locator("[data-block=item] > p").first().click();
  await app.window.keyboard.press("End");
  await page(app).evaluate((editor, html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", "plain");
    editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, `<p>pasted words ${script}<a href="javascript:window.attacked=1">link</a></p><iframe srcdoc="<script>parent.attacked=1</script>"></iframe><style>*{background:url(https://example.org/a.png)}</style><div data-pm-slice="0 0 []"><p onclick="window.attacked=1">x</p></div>`);
  await expect(page(app)).toContainText("pasted words");
  await app.window.waitForTimeout(500);
  expect(await harm(app)).toEqual(none);
});

test("links of a Word file are shown, opened only after asking, and only on the web or by mail", async ({ launch }) => {
  const app = await launch();
  const links: [string, string][] = [
    ["good", "https://www.itu.int/en/council"],
    ["script", "javascript:window.attacked=1"],
    ["disk", "file:///etc/passwd"],
    ["share", "smb://server/share"],
  ];
  const runs = links.map(
    ([name]) =>
      `<w:hyperlink r:id="rId-${name}"><w:r><w:t>${name} link</w:t></w:r></w:hyperlink><w:r><w:t>, </w:t></w:r>`,
  );
  const parts = unzipSync(wordPackage(`<w:p>${runs.join("")}</w:p>`));
  const relations = "word/_rels/document.xml.rels";
  const added = links.map(
    ([name, target]) =>
      `<Relationship Id="rId-${name}" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${target}"/>`,
  );
  parts[relations] = strToU8(
    Buffer.from(parts[relations] as Uint8Array)
      .toString()
      .replace("</Relationships>", `${added.join("")}</Relationships>`),
  );
  const path = join(app.folder, "links.docx");
  writeFileSync(path, zipSync(parts));
  await app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (address) => {
      opened.push(address);
    };
  });
  const opened = () => app.electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  await app.answerOpenDialog(path);
  await app.chooseMenuItem("openBase");
  const link = (name: string) => page(app).locator(".outside-link", { hasText: `${name} link` });
  await expect(link("good")).toHaveAttribute("title", /https:\/\/www\.itu\.int\/en\/council/);
  // A plain click is for the caret.
  await link("good").click();
  expect(await opened()).toEqual([]);
  // First no, then yes.
  await app.answerMessageBox(1, 0);
  await link("good").click({ modifiers: ["Control"] });
  await link("good").click({ modifiers: ["Control"] });
  await expect.poll(opened).toEqual(["https://www.itu.int/en/council"]);
  for (const name of ["script", "disk", "share"]) {
    await link(name).click({ modifiers: ["Control"] });
    await expect(app.window.getByTestId("error-sentence")).toContainText("Only web and mail addresses are opened");
    await app.window.keyboard.press("Escape");
    await expect(app.window.getByTestId("error-sentence")).toHaveCount(0);
  }
  // By the keyboard as well.
  await app.answerMessageBox(0);
  await link("good").click();
  await app.window.keyboard.press("Alt+Enter");
  await expect.poll(async () => (await opened()).length).toBe(2);
  expect(await harm(app)).toEqual(none);
});
