/**
 * Long resolutions for the benches: as many items as asked, about sixty words each, in sections of twenty-five,
 * and a revised text with one change in every item. Deterministic, so that two runs measure the same text.
 */

/** What happens to an item in the revised text. */
export type Fate = "replaced" | "extended" | "shortened" | "suppressed" | "added" | "kept" | "moved";

export interface LongResolution {
  base: string;
  revised: string;
  fates: Fate[];
}

const vocabulary =
  "spectrum frequency assignment station satellite service broadcasting fixed mobile terrestrial administration notification coordination bureau study group recommendation measurement interference protection threshold provision procedure region assembly conference member sector radio network technical regulatory operational harmful emission bandwidth channel plan entry date examination finding register space earth orbital position power density limit criteria method result report question contribution meeting working party draft revision text decision development country access equipment cost training cooperation".split(
    " ",
  );
const joints = "of the and for in which that to by with under from between among regarding concerning including".split(
  " ",
);

const calls = [
  "considering",
  "considering further",
  "noting",
  "noting further",
  "recognizing",
  "recalling",
  "taking into account",
  "bearing in mind",
  "aware",
  "emphasizing",
  "resolves",
  "further resolves",
  "instructs the Director of the Radiocommunication Bureau",
  "instructs the Secretary-General",
  "invites Member States",
  "invites Sector Members",
];
const itemsPerSection = 25;

/** Words of a text that does not repeat itself: a small generator of its own, since Math.random has no seed. */
function chooser(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What most drafts are like, with one change in every item. */
function changeEverywhere(index: number): Fate {
  const kind = index % 20;
  if (kind === 7) return "suppressed";
  if (kind === 13) return "added";
  if (kind % 5 === 1) return "shortened";
  return kind % 2 === 0 ? "replaced" : "extended";
}

/** One item in five changed, two in a hundred moved. */
export function changeSome(index: number): Fate {
  if (index % 50 === 30) return "moved";
  if (index % 5 !== 2) return "kept";
  const kind = Math.floor(index / 5) % 10;
  if (kind === 3) return "suppressed";
  if (kind === 6) return "added";
  return kind % 3 === 0 ? "extended" : "replaced";
}

/** A base and its revised text; `fateOf` says what happens to each item. */
export function longResolution(items: number, fateOf: (index: number) => Fate = changeEverywhere): LongResolution {
  const choose = chooser(items);
  const word = () => vocabulary[choose(vocabulary.length)] as string;
  const joint = () => joints[choose(joints.length)] as string;
  const sentence = (length: number) =>
    Array.from({ length }, (_, at) => (at % 3 === 2 ? joint() : word())).concat(`ref-${choose(1e6)};`);
  const head = [
    "RESOLUTION 999 (WRC-27)",
    "Long text for measuring",
    "The World Radiocommunication Conference (Geneva, 2027),",
  ];
  const base = [...head];
  const revised = [...head];
  const fates: Fate[] = [];
  const lines = { base: [] as string[][], revised: [] as string[][] };
  const flush = () => {
    for (const side of ["base", "revised"] as const) {
      const out = side === "base" ? base : revised;
      lines[side].forEach((words, at) => {
        out.push(`${at + 1}\t${words.join(" ")}`);
      });
      lines[side] = [];
    }
  };
  let carried: string[] | null = null;
  for (let index = 0; index < items; index++) {
    if (index % itemsPerSection === 0) {
      flush();
      const call = calls[(index / itemsPerSection) % calls.length] as string;
      base.push(call);
      revised.push(call);
    }
    const fate = fateOf(index);
    fates.push(fate);
    const words = sentence(58);
    const at = 5 + choose(40);
    lines.base.push(words);
    if (fate === "suppressed") continue;
    if (fate === "moved") {
      carried = words;
      continue;
    }
    if (fate === "replaced") lines.revised.push([...words.slice(0, at), `amended-${index}`, ...words.slice(at + 1)]);
    else if (fate === "extended")
      lines.revised.push([...words.slice(0, at), `as revised in ${index}`, ...words.slice(at)]);
    else if (fate === "shortened") lines.revised.push([...words.slice(0, at), ...words.slice(at + 3)]);
    else lines.revised.push(words);
    if (fate === "added") lines.revised.push(sentence(58));
    if (carried && index % itemsPerSection > 10) {
      lines.revised.push(carried);
      carried = null;
    }
  }
  if (carried) lines.revised.push(carried);
  flush();
  return { base: base.join("\n"), revised: revised.join("\n"), fates };
}
