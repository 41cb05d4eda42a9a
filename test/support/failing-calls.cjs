/**
 * Loaded before the application (`electron -r`): from outside, any one call to the file system under the watched
 * folders can be made to fail as the system would make it fail. `globalThis.failingCalls` is the handle: `roots` says
 * what is watched, `failAt` which call fails (counted from 1 since `calls` was emptied), `error` with what. A write
 * that fails leaves half of its bytes behind.
 */
const promises = require("node:fs/promises");

const state = { roots: [], failAt: 0, error: "EIO", calls: [] };
globalThis.failingCalls = state;

function isWatched(path) {
  return typeof path === "string" && state.roots.some((root) => path.startsWith(root));
}

/** Counts a call, and tells whether it is the one that fails. */
function fails(name) {
  return state.calls.push(name) === state.failAt;
}

function failure(name) {
  return Object.assign(new Error(`${state.error}: ${name}`), { code: state.error, syscall: name });
}

for (const name of ["readFile", "realpath", "rename", "stat", "unlink", "mkdir"]) {
  const real = promises[name];
  promises[name] = async (path, ...rest) => {
    if (isWatched(path) && fails(name)) throw failure(name);
    return real(path, ...rest);
  };
}

const { open } = promises;
promises.open = async (path, ...rest) => {
  const watched = isWatched(path);
  if (watched && fails("open")) throw failure("open");
  const file = await open(path, ...rest);
  if (!watched) return file;
  for (const name of ["writeFile", "sync", "close"]) {
    const real = file[name].bind(file);
    file[name] = async (...given) => {
      if (!fails(name)) return real(...given);
      if (name === "writeFile") await real(given[0].subarray(0, 100));
      if (name === "close") await real();
      throw failure(name);
    };
  }
  return file;
};
