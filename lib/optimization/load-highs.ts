import type { Highs } from "highs";

let loading: Promise<Highs> | undefined;

/**
 * HiGHS as WebAssembly, compiled once a worker. It runs to its end without a pause: whoever cancels it ends the worker.
 *
 * Source: Q. Huangfu and J. A. J. Hall, Parallelizing the dual revised simplex method, Mathematical Programming Computation 10
 * (2018) 119–142, doi:10.1007/s12532-017-0130-5.
 */
export function loadHighs(): Promise<Highs> {
  loading ??= load();
  // A part that could not be fetched is fetched again by the next call.
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

async function load(): Promise<Highs> {
  const [{ default: start }, { highsBinary }] = await Promise.all([import("highs"), import("./highs-binary.ts")]);
  return highsBinary === "" ? start() : start({ wasmBinary: await inflated(highsBinary) });
}

async function inflated(base64: string): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
