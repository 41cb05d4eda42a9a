/** Draws how figures grow with the size of the document: one SVG, both axes in powers of ten. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const width = 640;
const height = 420;
const margin = { left: 64, right: 170, top: 20, bottom: 48 };
const colours = ["#0b57d0", "#b3261e", "#146c2e", "#8430a8", "#8a5000", "#00696d"];

/** Writes the curves; each is a list of size and milliseconds. */
export function drawCurves(file: string, what: string, curves: Record<string, [number, number][]>): void {
  const points = Object.values(curves).flat();
  const powers = (values: number[]) => [
    Math.floor(Math.log10(Math.min(...values))),
    Math.ceil(Math.log10(Math.max(...values))),
  ];
  const [lowX = 0, highX = 1] = powers(points.map(([size]) => size));
  const [lowY = 0, highY = 1] = powers(points.map(([, ms]) => ms));
  const scale = (value: number, low: number, high: number) => (Math.log10(value) - low) / Math.max(high - low, 1);
  const x = (size: number) => margin.left + scale(size, lowX, highX) * (width - margin.left - margin.right);
  const y = (ms: number) => height - margin.bottom - scale(ms, lowY, highY) * (height - margin.top - margin.bottom);
  const parts: string[] = [];
  for (let power = lowX; power <= highX; power++) {
    const at = x(10 ** power);
    parts.push(line(at, margin.top, at, height - margin.bottom), text(at, height - 28, `${10 ** power}`, "middle"));
  }
  for (let power = lowY; power <= highY; power++) {
    const at = y(10 ** power);
    const name = `${Number((10 ** power).toPrecision(1))} ms`;
    parts.push(line(margin.left, at, width - margin.right, at), text(margin.left - 6, at + 4, name, "end"));
  }
  Object.entries(curves).forEach(([name, curve], index) => {
    const colour = colours[index % colours.length] as string;
    const path = curve.map(([size, ms]) => `${x(size).toFixed(1)},${y(ms).toFixed(1)}`).join(" ");
    parts.push(`<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`);
    const [size, ms] = curve[curve.length - 1] as [number, number];
    parts.push(text(x(size) + 8, y(ms) + 4, name, "start", colour));
  });
  parts.push(text((margin.left + width - margin.right) / 2, height - 8, what, "middle"));
  const frame = `xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12"`;
  mkdirSync(dirname(file), { recursive: true });
  const title = `<title>Milliseconds by ${what}</title>\n<rect width="100%" height="100%" fill="#fff"/>`;
  writeFileSync(file, `<svg ${frame}>\n${title}\n${parts.join("\n")}\n</svg>\n`);
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="#ddd"/>`;
}

function text(x: number, y: number, words: string, anchor: string, colour = "#333"): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="${colour}">${words}</text>`;
}
