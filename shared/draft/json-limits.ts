/**
 * Parses JSON that comes from outside: nesting is measured before the parser is let loose, and keys that
 * would reach an object's prototype are refused wherever they stand.
 */

const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/** Parses the text; null when it is no JSON, too deep, or holds a forbidden key. */
export function parseForeignJson(text: string, depth: number): { value: unknown } | null {
  if (isDeeper(text, depth)) return null;
  try {
    let clean = true;
    const value = JSON.parse(text, (key, inner) => {
      if (forbidden.has(key)) clean = false;
      return inner;
    });
    return clean ? { value } : null;
  } catch {
    return null;
  }
}

/** Counts brackets outside strings. */
function isDeeper(text: string, depth: number): boolean {
  let open = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (inString) {
      if (unit === 0x5c) i++;
      else if (unit === 0x22) inString = false;
    } else if (unit === 0x22) inString = true;
    else if (unit === 0x5b || unit === 0x7b) {
      if (++open > depth) return true;
    } else if (unit === 0x5d || unit === 0x7d) open--;
  }
  return false;
}
