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
      outer.style.height = `${inner.offsetHeight * by}px`;
      outer.style.minWidth = `${inner.scrollWidth * by}px`;
    };
    const watch = new ResizeObserver(follow);
    watch.observe(inner);
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
