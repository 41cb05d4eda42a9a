import { describe, expect, it } from "vitest";
import { SectionView } from "../../../../renderer/editor/section-view";
import { schema } from "../../../../shared/schema/schema";

const section = (items: number, letters = 40) =>
  schema.node("section", { part: "preamble" }, [
    schema.node("call", null, schema.text("considering")),
    ...Array.from({ length: items }, () => schema.node("item", { label: "" }, schema.text("x".repeat(letters)))),
  ]);
const height = ({ dom }: SectionView) => dom.style.getPropertyValue("contain-intrinsic-block-size");
const lines = (view: SectionView) => Number(/auto (\d+)em/.exec(height(view))?.[1]);

describe("a section of the page", () => {
  it("says about how high it would be, and more for more text", () => {
    const [short, long] = [new SectionView(section(3)), new SectionView(section(3, 4000))];
    expect(lines(short)).toBeGreaterThan(0);
    // 12,000 letters of 80 a line are 150 lines of 1.25 em.
    expect(lines(long)).toBeGreaterThanOrEqual(188);
    expect(lines(long)).toBeLessThan(240);
  });

  it("keeps its estimate while a few letters are typed, so that a key disturbs no layout", () => {
    const view = new SectionView(section(10, 100));
    const before = height(view);
    expect(view.update(section(10, 101))).toBe(true);
    expect(height(view)).toBe(before);
    expect(view.update(section(10, 2000))).toBe(true);
    expect(height(view)).not.toBe(before);
  });

  it("is skipped block by block only when it has very many", () => {
    const view = new SectionView(section(59));
    expect(view.dom.classList.contains("long")).toBe(false);
    view.update(section(60));
    expect(view.dom.classList.contains("long")).toBe(true);
    view.update(section(10));
    expect(view.dom.classList.contains("long")).toBe(false);
  });

  it("does not become a block of another kind", () => {
    expect(new SectionView(section(1)).update(schema.node("item", null, schema.text("x")))).toBe(false);
  });
});
