/**
 * Shows its contents larger or smaller without changing their layout. A transform leaves the room that
 * the contents took as it was, so a box around them is kept at the size that is seen. The sizes are the style sheet's
 * to use: paper has its own.
 */
import { type ReactNode, useEffect, useRef } from "react";

interface MagnifiedProps {
  by: number;
  hidden?: boolean;
  children: ReactNode;
}

export function Magnified({ by, hidden = false, children }: MagnifiedProps) {
  const box = useRef<HTMLDivElement>(null);
  const contents = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [outer, inner] = [box.current, contents.current];
    if (!outer || !inner) return;
    const follow = () => {
      // Measured without the width asked for last time: it would keep the box as wide as it ever was.
      outer.style.removeProperty("--least-width");
      const least = inner.scrollWidth > inner.clientWidth ? inner.scrollWidth * by : 0;
      outer.style.setProperty("--least-width", `${least}px`);
      outer.style.setProperty("--seen-height", `${inner.offsetHeight * by}px`);
    };
    const watch = new ResizeObserver(follow);
    watch.observe(inner);
    // A box that asks for more than its place has does not shrink with it.
    if (outer.parentElement) watch.observe(outer.parentElement);
    return () => watch.disconnect();
  }, [by]);
  return (
    <div className="magnified-box" ref={box} hidden={hidden}>
      <div
        className="magnified"
        ref={contents}
        style={{ ["--scale" as string]: by === 1 ? "none" : `scale(${by})`, ["--share" as string]: `${100 / by}%` }}
      >
        {children}
      </div>
    </div>
  );
}
