/** Builds the peer pages to `out/bench`: a bare ProseMirror page with a document in it, and an empty page. */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { Node } from "prosemirror-model";

const styles = `
  html, body { margin: 0; background: #e4e5e8; }
  #page { width: 170mm; margin: 16px auto; padding: 20mm; background: #fff; font: 12pt/1.25 "Times New Roman", "Liberation Serif", serif; }
  #page p { margin: 6pt 0 0; }
  .ProseMirror { outline: none; }
`;
/** Our page's way of not laying out what is off screen, given to the peer as well. */
const lazyStyles = "section > .block { content-visibility: auto; contain-intrinsic-block-size: auto 3.5em; }";

export interface BarePages {
  main: string;
  /** The document without any help. */
  plain: string;
  /** The same with `content-visibility: auto` on its blocks. */
  lazy: string;
  /** A page with a heading. */
  empty: string;
}

/** Writes the pages and gives their places. */
export async function buildBarePages(root: string, name: string, doc: Node | null): Promise<BarePages> {
  const folder = join(root, "out", "bench");
  mkdirSync(folder, { recursive: true });
  const peers = join(root, "test", "bench", "peers");
  const settings = { bundle: true, minify: true, logLevel: "warning", absWorkingDir: root } as const;
  const main = join(folder, "main.cjs");
  await build({
    ...settings,
    entryPoints: [join(peers, "bare-main.ts")],
    outfile: main,
    platform: "node",
    target: "node18",
    format: "cjs",
    external: ["electron"],
  });
  await build({
    ...settings,
    entryPoints: [join(peers, "bare-page.ts")],
    outfile: join(folder, "page.js"),
    platform: "browser",
    target: "chrome114",
    format: "iife",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const css = join(root, "node_modules", "prosemirror-view", "style", "prosemirror.css");
  copyFileSync(css, join(folder, "prosemirror.css"));
  const write = (kind: string, head: string, body: string) => {
    const file = join(folder, `${name}-${kind}.html`);
    const links = '<link rel="stylesheet" href="prosemirror.css">';
    writeFileSync(file, `<!doctype html><meta charset="utf-8"><title>${kind}</title>${links}${head}<body>${body}`);
    return file;
  };
  if (doc) writeFileSync(join(folder, `${name}.js`), `window.benchDocument=${JSON.stringify(doc.toJSON())}`);
  const page = `<div id="page"></div><script src="${name}.js"></script><script src="page.js"></script>`;
  return {
    main,
    plain: write("plain", `<style>${styles}</style>`, page),
    lazy: write("lazy", `<style>${styles}${lazyStyles}</style>`, page),
    empty: write("empty", "", "<h1>Empty</h1>"),
  };
}
