/**
 * Who changed what, and the numbers of the changes: each tracked change that is written gets an
 * identifier that no other one in the package has, an author and a date (ECMA-376 Part 1 §17.13.5).
 * Word writes the clock time of its user and marks it as universal time; so does this writer.
 */
import type { Provision, Segment } from "../redline/redline-types";

export interface Attribution {
  author: string;
  /** ISO 8601. */
  date: string;
}

/** Says who made a change; undefined means the author of the export. */
export type AttributionOf = (provision: Provision, segment: Segment | null) => Attribution | undefined;

export interface Revision extends Attribution {
  kind: "inserted" | "deleted" | "movedFrom" | "movedTo";
  /** The number that the file gave the change, when it is one of the file's own. */
  id?: string;
}

export class RevisionWriter {
  private last: number;
  /** Changes that stand together have the same date. */
  private lastDate = "";
  private lastTime: string | null = null;
  private readonly used = new Set<string>();

  constructor(
    private readonly fallback: Attribution,
    private readonly attributionOf: AttributionOf = () => undefined,
    /** The highest identifier that is already taken in the package. */
    taken = 0,
  ) {
    this.last = taken;
  }

  /** A change of this kind, attributed. */
  revision(kind: Revision["kind"], provision: Provision | null, segment: Segment | null = null): Revision {
    return { kind, ...this.attribution(provision, segment) };
  }

  attribution(provision: Provision | null, segment: Segment | null = null): Attribution {
    return (provision && this.attributionOf(provision, segment)) ?? this.fallback;
  }

  /** Who made or took a paragraph mark; where words stayed on both sides of it, who changed the paragraph they came from. */
  markAttribution(provision: Provision | null, whole: Provision | null): Attribution {
    const own = provision && this.attributionOf(provision, null);
    if (own || !whole) return own ?? this.fallback;
    const changed = whole.segments.filter(({ op }) => op !== "=");
    return changed.map((segment) => this.attributionOf(whole, segment)).find(Boolean) ?? this.fallback;
  }

  /** The attributes of one more change element. */
  attributes({ author, date, id }: Attribution & { id?: string }): Record<string, string> {
    const number = this.number(id);
    if (date !== this.lastDate) {
      this.lastDate = date;
      this.lastTime = wordDate(date);
    }
    const time = this.lastTime;
    if (time === null) return { "w:id": number, "w:author": author };
    return { "w:id": number, "w:author": author, "w:date": time };
  }

  /** A change of the file keeps its number; a second piece of it needs one of its own. */
  private number(own: string | undefined): string {
    if (own && !this.used.has(own)) {
      this.used.add(own);
      return own;
    }
    this.last++;
    return String(this.last);
  }
}

/** Writes a date as Word does: to the second, the clock as it stands, marked `Z`; null where none is known. */
export function wordDate(iso: string): string | null {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?)?/.exec(iso);
  if (!match) return null;
  return `${match[1]}T${match[2] ?? "00:00"}${match[3] ?? ":00"}Z`;
}

/** True when two changes can stand in one element. */
export function sameRevision(a: Revision | null, b: Revision | null): boolean {
  if (a === null || b === null) return a === b;
  return a.kind === b.kind && a.author === b.author && a.date === b.date;
}
