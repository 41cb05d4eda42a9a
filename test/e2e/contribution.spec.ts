/** Contributions written from nothing: by form and keyboard, exported, and read again by other eyes. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openBase } from "../../shared/draft/open";
import { blocksOf, contentText } from "../../shared/schema/blocks";
import { judge } from "../judge/office";
import { documentFromText } from "../support/read-document";
import { hasSeeds, readSeed } from "../support/real-documents";
import { expect, test } from "./app";
import { at, block, chooseAndWait, picture, pictures, relabel, writeOn, writeOver } from "./contribution-writing";

test.describe("a contribution equivalent to seed 002", () => {
  test.skip(!hasSeeds, "The real documents are not on this machine.");
  test.setTimeout(240_000);

  test("is written from nothing, exported, and read back as the same", async ({ app }) => {
    const seed = documentFromText(readSeed("002_"));
    const { window } = app;
    await window.keyboard.press("Control+Shift+N");
    await at(window, "language").selectOption("fr");
    await at(window, "known").selectOption({ label: "CMDT – Buenos Aires, 2017" });
    await at(window, "conferenceDates").fill("Buenos Aires, Argentine, 9-20 octobre 2017");
    await expect(at(window, "date")).toHaveValue(/^\d{1,2} \p{L}+ \d{4}$/u);
    await at(window, "document").fill("22");
    await at(window, "addendum").fill("12");
    await at(window, "date").fill("4 septembre 2017");
    await at(window, "original").selectOption("en");
    await at(window, "source").fill("Administrations des pays membres de la Télécommunauté Asie-Pacifique");
    await at(window, "proposer").fill("acp");
    await expect(window.getByTestId("dialog-contribution")).toContainText("one to six Latin capitals");
    await expect(at(window, "keep")).toBeDisabled();
    await at(window, "proposer").fill("ACP");
    await at(window, "title").fill("Propositions pour les travaux de la conférence");
    await at(window, "agendaItem").fill("3");
    const content = window.locator('[data-testid="dialog-contribution"] .dialog-content');
    expect(await content.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await picture(app, "form");
    await at(window, "keep").click();
    await expect(block(window, "Addendum 12 au Document 22-F")).toBeVisible();
    await expect(window.locator(".ProseMirror .insertion")).toHaveCount(0);
    // Two columns, as the first page of a document has them: the meeting beside the number of the document.
    const place = (role: string) =>
      window.locator(`.ProseMirror .block[data-role="${role}"] > p`).evaluate((line) => {
        const range = document.createRange();
        range.selectNodeContents(line);
        const { top, left } = range.getClientRects()[0] as DOMRect;
        return { top, left };
      });
    expect(Math.abs((await place("meeting")).top - (await place("documentNumber")).top)).toBeLessThan(2);
    expect((await place("documentNumber")).left).toBe((await place("documentDate")).left);

    // The front matter: what the seed says under each label.
    const front = blocksOf(seed).filter(({ proposal }) => proposal < 0);
    const under = (label: string) => {
      const from = front.findIndex(({ node }) => node.textContent === label) + 1;
      const to = front.findIndex(({ node }, index) => index >= from && node.attrs.role === "frontLabel");
      const end = to < 0 ? front.length : to;
      return front
        .slice(from, end)
        .map(({ node }) => contentText(node))
        .filter((text) => text.trim() !== "");
    };
    for (const label of ["Résumé:", "Résultats attendus:", "Proposition"]) {
      await window
        .locator('.ProseMirror .block[data-role="frontLabel"]')
        .filter({ hasText: label })
        .locator("p")
        .click();
      await window.keyboard.press("End");
      await window.keyboard.press("ArrowDown");
      await writeOn(window, under(label));
    }
    await block(window, "Références:").locator("p").click();
    await window.keyboard.press("End");
    await window.keyboard.press("ArrowDown");
    await chooseAndWait(app, "makeItem", ".item");
    const [reference, ...references] = under("Références:") as [string, ...string[]];
    await window.keyboard.insertText(reference);
    await relabel(window, block(window, reference), "•");
    await block(window, reference).locator("p").click();
    await window.keyboard.press("End");
    for (const each of references) {
      await window.keyboard.press("Enter");
      await window.keyboard.insertText(each);
    }

    await window.keyboard.press("Control+Alt+N");
    await window.getByTestId("new-marker").selectOption("ADD");
    await expect(window.getByTestId("proposal-tag")).toHaveValue("ACP-1");
    await window.getByTestId("proposal-tag").fill("ACP-2");
    await picture(app, "new-proposal");
    await window.getByTestId("proposal-add").click();
    await expect(window.locator(".proposal-line")).toHaveAccessibleName("Proposal ADD ACP/22A12/1");

    // The title stands ready to be written over.
    const [resolution] = blocksOf(seed).filter(({ node }) => node.type.name === "resolutionTitle");
    const title = contentText(resolution!.node).split("\n");
    await window.keyboard.insertText(title[0] ?? "");
    for (const line of title.slice(1)) {
      await window.keyboard.press("Shift+Enter");
      await window.keyboard.insertText(line);
    }
    const sections = sectionsOf(seed);
    const calls = ["considérant", "reconnaissant", "", "décide", "charge le Directeur", "invite les États"];
    for (const [index, { call, items }] of sections.entries()) {
      const begins = calls[index] as string;
      if (begins === "") {
        await chooseAndWait(app, "insertSection", ".call");
        await window.keyboard.insertText(call);
        await window.keyboard.press("Enter");
        await writeOn(window, items);
        continue;
      }
      const section = window
        .locator(".ProseMirror .section")
        .filter({ has: window.locator(".call", { hasText: begins }) });
      const placeholders = section.locator(".item").filter({ hasText: "[…]" });
      const two = (await placeholders.count()) > 1;
      if (two) await writeOver(window, placeholders.last(), items.at(-1) ?? "");
      await writeOver(window, placeholders.first(), items[0] ?? "");
      for (const item of items.slice(1, two ? -1 : undefined)) {
        await window.keyboard.press("Enter");
        await window.keyboard.insertText(item);
      }
      await writeOver(window, section.locator(".call"), call);
      // Where the next section begins, the caret stands at the end of this one.
      if (calls[index + 1] === "") {
        await block(window, items.at(-1) ?? "")
          .locator("p")
          .click();
      }
    }

    const reasons = blocksOf(seed).filter(({ containers }) => containers.includes("reasons"));
    const words = reasons
      .filter(({ node }) => !/^[ivx]+\)$/u.test(node.attrs.label))
      .map(({ node }) => contentText(node));
    const list = reasons.slice(words.length).map(({ node }) => contentText(node));
    await window.locator(".ProseMirror .reasons p").first().click();
    await writeOn(window, words);
    await window.keyboard.press("Enter");
    await chooseAndWait(app, "makeItem", ".item");
    await window.keyboard.insertText(list[0] ?? "");
    await relabel(window, window.locator(".ProseMirror .reasons .item").first(), "i)");
    await window.locator(".ProseMirror .reasons .item p").first().click();
    await window.keyboard.press("End");
    for (const each of list.slice(1)) {
      await window.keyboard.press("Enter");
      await window.keyboard.insertText(each);
    }
    await window.keyboard.press("Control+Home");
    await picture(app, "written");

    const path = join(app.folder, "contribution.docx");
    await app.answerSaveDialog(path);
    await app.chooseMenuItem("exportTracked");
    await expect.poll(() => existsSync(path), { timeout: 60_000 }).toBe(true);
    mkdirSync(pictures, { recursive: true });
    writeFileSync(join(pictures, "contribution-002.docx"), readFileSync(path));

    const read = openBase(readFileSync(path), "contribution.docx");
    if (!read.ok) throw new Error(read.error.code);
    expect(read.value.tracked).toBeNull();
    const linesOf = (doc: typeof seed) =>
      blocksOf(doc)
        .filter(({ proposal }) => proposal >= 0)
        .map(({ node }) => [node.type.name, node.attrs.label, contentText(node).replace(/\s+/gu, " ").trim()]);
    const written = linesOf(read.value.doc);
    expect(written).toEqual(linesOf(seed));
    const proposal = read.value.doc.children.find(({ type }) => type.name === "proposal");
    expect(proposal?.attrs).toMatchObject({ marker: "ADD", identifier: "ACP/22A12/1" });
    const frontOf = (doc: typeof seed) =>
      blocksOf(doc)
        .filter(({ proposal: index, node }) => index < 0 && node.textContent.trim() !== "")
        .map(({ node }) => [node.attrs.label, contentText(node).trim()]);
    expect(frontOf(read.value.doc).slice(9)).toEqual(frontOf(seed));
    await judgedByOffice(path);
  });
});

/** The same file in the eyes of LibreOffice: each line in the style that ITU gives it, and nothing tracked. */
async function judgedByOffice(path: string): Promise<void> {
  if (!existsSync("/usr/bin/soffice")) {
    const description = "LibreOffice is not installed here, so nobody from outside looked at the file.";
    test.info().annotations.push({ type: "not judged", description });
    return;
  }
  const [verdict] = await judge([path]);
  const runs: [string, number][] = [];
  for (const { style, text } of verdict?.accepted ?? []) {
    if (text.trim() === "") continue;
    const last = runs.at(-1);
    if (last?.[0] === style) last[1]++;
    else runs.push([style, 1]);
  }
  const sections = [6, 4, 4, 2, 6, 2].flatMap((items) => [
    ["Call", 1],
    ["Standard", items],
  ]);
  const front = ["LOGO", "Logo-1", "Adress", "Source", "Title 1", "Agenda_item"];
  expect(runs).toEqual([
    ...front.map((style) => [style, style === "Adress" ? 4 : 1]),
    ...[2, 1].flatMap((lines) => [
      ["Heading_b", 1],
      ["Standard", lines],
    ]),
    ["Heading_b", 1],
    ["enumlev1", 3],
    ["Heading_b", 1],
    ["Standard", 1],
    ...["Proposal", "Res_No", "Res_title", "Normal_after_title"].map((style) => [style, 1]),
    ...sections,
    ["Reasons", 8],
  ]);
  expect(verdict?.changes).toEqual([]);
}

function sectionsOf(doc: ReturnType<typeof documentFromText>): { call: string; items: string[] }[] {
  const sections: { call: string; items: string[] }[] = [];
  for (const { node, containers } of blocksOf(doc)) {
    if (!containers.includes("section")) continue;
    if (node.type.name === "call") sections.push({ call: contentText(node), items: [] });
    else sections.at(-1)!.items.push(contentText(node));
  }
  return sections;
}

test("a contribution in Arabic is mirrored, with its words and its forms", async ({ app }) => {
  const { window } = app;
  await window.keyboard.press("Control+Shift+N");
  await at(window, "language").selectOption("ar");
  await at(window, "known").selectOption({ index: 1 });
  await at(window, "document").fill("34");
  await at(window, "addendum").fill("3");
  await at(window, "proposer").fill("ARB");
  await at(window, "source").fill("الدول العربية");
  await picture(app, "form-ar");
  await at(window, "keep").click();
  await expect(window.locator(".sheet").first()).toHaveAttribute("dir", "rtl");
  await expect(block(window, "الإضافة 3 للوثيقة 34-A")).toBeVisible();
  await window.keyboard.press("Control+Alt+N");
  await window.getByTestId("new-marker").selectOption("ADD");
  await window.getByTestId("proposal-add").click();
  await expect(block(window, "مشروع القرار الجديد [ARB-1]")).toBeVisible();
  await expect(window.locator(".proposal-line")).toHaveText(/ADD\s*ARB\/34A3\/1/);
  await window.keyboard.press("Control+Home");
  await picture(app, "page-ar");
});
