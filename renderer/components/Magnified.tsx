/**
 * Shows its contents larger or smaller without changing their layout. A transform leaves the room that
 * the contents took as it was, so a box around them is kept at the size that is seen.
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
      outer.style.minWidth = "";
      outer.style.minWidth = inner.scrollWidth > inner.clientWidth ? `${inner.scrollWidth * by}px` : "";
      outer.style.height = `${inner.offsetHeight * by}px`;
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
        style={{ transform: by === 1 ? undefined : `scale(${by})`, width: `${100 / by}%` }}
      >
        {children}
      </div>
    </div>
  );
}
