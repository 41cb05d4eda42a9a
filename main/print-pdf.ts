/**
 * Prints a hand-out to PDF in a window that nobody sees. Its page is our own HTML around words of foreign
 * documents, so the window can do nothing: no scripts, no preload, a session of its own in which the one page is
 * the only address that answers, and a policy that allows nothing but the page's own styles.
 */
import { randomUUID } from "node:crypto";
import { BrowserWindow, session } from "electron";
import { withOutline } from "../shared/handouts/pdf-outline";
import type { PrintedPage } from "../shared/ipc";
import { directionOf } from "../shared/locales/languages";
import { failure, type Result, success } from "../shared/result";
import { pageScheme } from "./addresses";
import { sealedPage } from "./sealed-page";

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/** Twenty times what a table of 5,000 provisions took on a slow machine. */
const patience = 600_000;

/** Gives the bytes of the PDF: pages with numbers, fonts inside, bookmarks that lead to the page's places. */
export async function printPdf(page: PrintedPage): Promise<Result<Uint8Array>> {
  const { html, title, language } = page;
  const address = `${pageScheme}://print/${randomUUID()}`;
  // Kept in memory only, and new for every page.
  const own = session.fromPartition(address);
  own.protocol.handle(pageScheme, ({ url }) =>
    url === address
      ? new Response(html, {
          headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy },
        })
      : new Response("", { status: 404 }),
  );
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: details.url !== address }));
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...sealedPage, session: own, javascript: false },
  });
  let late: NodeJS.Timeout | undefined;
  try {
    await window.loadURL(address);
    const printed = window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      displayHeaderFooter: true,
      headerTemplate: "<span></span>",
      footerTemplate: footer(title, directionOf(language)),
    });
    const tooLate = new Promise<never>((_done, fail) => {
      late = setTimeout(() => fail(new Error("time")), patience);
    });
    const bytes = await Promise.race([printed, tooLate]);
    return success(withOutline(new Uint8Array(bytes), page));
  } catch (error) {
    return failure("print.failed", { title, detail: error instanceof Error ? error.message : String(error) });
  } finally {
    clearTimeout(late);
    window.destroy();
    own.protocol.unhandle(pageScheme);
  }
}

/** The line at the foot of each page: what this is, and which page of how many. */
function footer(title: string, direction: "ltr" | "rtl"): string {
  const words = title.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<div dir="${direction}" style="width:100%;margin:0 15mm;display:flex;justify-content:space-between;font:8pt sans-serif">
    <span>${words}</span>
    <span><span class="pageNumber"></span>&#8239;/&#8239;<span class="totalPages"></span></span></div>`;
}
