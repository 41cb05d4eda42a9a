/** Papers for a meeting: from the window and from the command line, as Word, PDF and web page. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "./app";

const root = join(__dirname, "../..");
const sample = (language: string) => join(root, `resources/samples/resolution-${language}.txt`);
const hostile = "<script>fetch('https://example.org')</script><img src=x onerror=alert(1)>";

/** A draft on a sample, with one item that holds what a page could take for its own. */
function draftOf(folder: string, language: string): string {
  const revised = join(folder, `revised-${language}.txt`);
  const out = join(folder, `draft-${language}.resdraft`);
  const lines = readFileSync(sample(language), "utf8").split("\n");
  const at = lines.findIndex((line) => line.includes("\t") && line.length > 60);
  lines[at] = `${lines[at]?.slice(0, -1)} ${hostile},`;
  writeFileSync(revised, lines.join("\n"));
  const made = spawnSync(process.execPath, [join(root, "out/cli.js"), "compare", sample(language), revised, "-o", out]);
  if (made.status !== 0) throw new Error(String(made.stderr));
  return out;
}

const latin1 = (path: string) => readFileSync(path, "latin1");
const pagesOf = (pdf: string) =>
  Number(/\/Type \/Pages\s*\/Count (\d+)|\/Count (\d+)/.exec(pdf)?.slice(1).find(Boolean));

test("the window writes each paper as Word, PDF and web page", async ({ launch }, info) => {
  const { folder } = await launch();
  const app = await launch({ file: draftOf(folder, "fr") });
  const { window } = app;
  await expect(window.locator(".sheet .ProseMirror").first()).toBeVisible();
  await window.locator('.sheet .ProseMirror [data-block="item"] > p').nth(1).click();
  await window.keyboard.press("Control+Alt+m");
  await window.getByTestId("comment-words").fill("Tous les deux ans?");
  await window.getByTestId("comment-say").click();
  await expect(window.getByTestId("thread")).toHaveCount(1);
  const write = async (kind: string, form: string) => {
    const path = join(folder, `${kind}.${form}`);
    await app.answerSaveDialog(path);
    await app.chooseMenuItem("exportHandout");
    await window.getByTestId(`handout-${kind}`).check();
    await window.getByTestId(`handout-as-${form}`).check();
    if (kind === "sideBySide") await window.getByTestId("handout-changed").check();
    if (kind === "sideBySide") await window.getByTestId("handout-comments").check();
    if (kind === "sideBySide" && form === "docx") await window.getByTestId("handout-tracked").check();
    await window.screenshot({ path: info.outputPath(`dialog-${kind}.png`) });
    await window.getByTestId("handout-write").click();
    await expect(window.getByTestId("notice").filter({ hasText: `${kind}.${form}` })).toBeVisible({ timeout: 30_000 });
    return path;
  };

  const pdf = latin1(await write("sideBySide", "pdf"));
  expect(pdf.startsWith("%PDF-")).toBe(true);
  expect(pdf).toContain("/Outlines");
  expect(pdf).toContain("/PageMode /UseOutlines");
  expect(pdf).toContain("/FontFile2");
  expect(pdf).not.toContain("/JavaScript");
  // The whole hand-out is longer than what changed.
  expect(pagesOf(pdf)).toBe(1);
  const file = unzipSync(readFileSync(await write("sideBySide", "docx")));
  const marked = strFromU8(file["word/document.xml"] as Uint8Array);
  expect(marked).toMatch(/<w:ins [^>]*w:author="/);
  expect(marked).not.toContain("<w:strike");
  expect(marked).toContain("Tous les deux ans?");
  const web = readFileSync(await write("compilation", "html"), "utf8");
  expect(web).not.toContain("<script");
  expect(web).not.toContain("<img");
  expect(web).toContain("&lt;script&gt;");
  expect(
    readFileSync(await write("summary", "docx"))
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  const list = latin1(await write("changes", "pdf"));
  // A list is no table: it stands upright.
  expect(list).toMatch(/\/MediaBox \[0 0 59\d/);
});

test("the command line prints through the application, off-screen", async ({ launch }) => {
  const { folder } = await launch();
  const out = join(folder, "beside.pdf");
  const made = spawnSync(
    process.execPath,
    [join(root, "scripts/resdraft.mjs"), "side-by-side", draftOf(folder, "ar"), "-o", out],
    { encoding: "utf8", cwd: folder, env: { ...process.env, INIT_CWD: folder }, timeout: 120_000 },
  );
  expect(made.stderr).toBe("");
  expect(made.status).toBe(0);
  const pdf = latin1(out);
  expect(pdf).toContain("/Lang (ar)");
  expect(pdf).toContain("/Outlines");
  expect(pdf).toMatch(/\/MediaBox \[0 0 84\d/);
  expect(pagesOf(pdf)).toBeGreaterThan(1);
});
