/**
 * Zips the parts in `resources/templates/itu/` into `resources/templates/itu.docx`, the package that a
 * draft made from plain text is written into. The same parts always give the same bytes: entries in a
 * fixed order, one fixed date. Run it after editing a part; a test compares the two.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { zipSync } from "fflate";
import { root } from "./places.mjs";

const folder = join(root, "resources", "templates", "itu");

/** The template's bytes, made from its parts. */
function buildTemplate() {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(folder, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join("/"),
    );
  // Word expects the content types first; the rest in one order on every system.
  names.sort((a, b) => Number(b.startsWith("[")) - Number(a.startsWith("[")) || (a < b ? -1 : 1));
  // Zip dates are local clock times: built from local parts, the bytes agree in every time zone.
  const mtime = new Date(1980, 0, 1);
  const parts = names.map((name) => [name, [readFileSync(join(folder, name)), { mtime, level: 9 }]]);
  return zipSync(Object.fromEntries(parts));
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(join(root, "resources", "templates", "itu.docx"), buildTemplate());
}
