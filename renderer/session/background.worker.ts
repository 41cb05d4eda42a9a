/** The other thread: does one task after the other and says how each ended. */
import { failure } from "../../shared/result";
import { type Answer, perform, type Task } from "./tasks";

// The DOM's types speak of windows; a worker's port is all that is used here.
const port = globalThis as unknown as {
  onmessage: (event: { data: Task }) => void;
  postMessage(answer: Answer): void;
};

port.onmessage = ({ data }) => {
  try {
    port.postMessage(perform(data));
  } catch (error) {
    // Out of memory ends up here as well when the allocation was a single one.
    port.postMessage(failure("unexpected", { detail: error instanceof Error ? error.message : String(error) }));
  }
};
