/**
 * Merges the orders of a base and a current text into one: pairs that stayed in order are the
 * anchors; between two anchors what the base lost comes first, then what the current text gained,
 * unless the gain still belongs to the section before the loss. Reading only the base's side gives
 * the base's order, reading only the current side the current one.
 */
import type { Pairing } from "./align";

/** One line of the merged order: -1 where the side has nothing. A moved block comes twice. */
export interface MergedLine {
  a: number;
  b: number;
}

/** Lists the lines: pairs, losses (`b` is -1; also the old place of a moved block), gains. */
export function mergeOrders(pairing: Pairing): MergedLine[] {
  const { toCurrent, toBase, moved } = pairing;
  const zoneA = zoneIndices(pairing.zonesOfBase, toCurrent.length);
  const zoneB = zoneIndices(pairing.zonesOfCurrent, toBase.length);
  const lines: MergedLine[] = [];
  let a = 0;
  let b = 0;
  while (a < toCurrent.length || b < toBase.length) {
    let endA = a;
    while (endA < toCurrent.length && !(toCurrent[endA]! >= 0 && !moved[toCurrent[endA]!])) endA++;
    const endB = endA < toCurrent.length ? toCurrent[endA]! : toBase.length;
    mergeGap(a, endA, b, endB);
    if (endA < toCurrent.length) lines.push({ a: endA, b: endB });
    a = endA + 1;
    b = endB + 1;
  }
  return lines;

  function mergeGap(fromA: number, toA: number, fromB: number, toB: number): void {
    let a = fromA;
    let b = fromB;
    // The zone that is still open when the gap begins is finished on both sides first.
    if (fromA > 0 && fromB > 0) {
      while (a < toA && zoneA[a] === zoneA[fromA - 1]) lines.push({ a: a++, b: -1 });
      if (a < toA) while (b < toB && zoneB[b] === zoneB[fromB - 1]) gain(b++);
    }
    while (a < toA) lines.push({ a: a++, b: -1 });
    while (b < toB) gain(b++);
  }

  function gain(b: number): void {
    lines.push({ a: toBase[b]!, b });
  }
}

function zoneIndices(zones: Pairing["zonesOfBase"], size: number): Int32Array {
  const indices = new Int32Array(size);
  zones.forEach((zone, index) => {
    for (const unit of zone.units) indices.fill(index, unit.from, unit.to);
  });
  return indices;
}
