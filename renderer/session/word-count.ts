/** The number of words of the open text: counted in idle moments once typing rests, so that no key and no first page waits. */
import { useEffect, useState } from "react";
import { blocksOf } from "../../shared/schema/blocks";
import { wordsIn } from "../../shared/schema/word-count";
import { useSettledDocument } from "./changes";
import { whenIdle } from "./when-idle";

/** The words as they were counted last; null before that. */
export function useWordCount(): number | null {
  const document = useSettledDocument();
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    if (!document) return;
    const blocks = blocksOf(document.state.doc);
    let [at, words] = [0, 0];
    return whenIdle(() => {
      const block = blocks[at++];
      if (block) words += wordsIn(block.node);
      else setCount(words);
      return !block;
    });
  }, [document]);
  return count;
}
