/** The other thread: does one task after the other and says how far it has come and how it ended. */
import { failure } from "../../shared/result";
import type { Heard } from "./background";
import { perform, type Task } from "./tasks";

// The DOM's types speak of windows; a worker's port is all that is used here.
const port = globalThis as unknown as {
  onmessage: (event: { data: Task }) => void;
  postMessage(heard: Heard): void;
};

port.onmessage = async ({ data }) => {
  try {
    port.postMessage(await perform(data, (part) => port.postMessage({ part })));
  } catch (error) {
    // Out of memory ends up here as well when the allocation was a single one.
    port.postMessage(failure("unexpected", { detail: error instanceof Error ? error.message : String(error) }));
  }
};
