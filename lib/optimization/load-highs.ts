import type { Highs, InitOptions } from "highs";
import { Fault, messageOf } from "../message/fault.ts";
import { messages } from "../message/message.ts";

const texts = messages("optimization.solver", {
  notLoaded: {
    en: "The solver of linear programmes could not be loaded ({reason}). Check the connection and run the cell again.",
    zh: "线性规划求解器未能加载（{reason}）。请检查网络连接，然后重新运行该单元格。",
  },
  notCarried: {
    en: "This page does not carry the solver of linear programmes, because none of its cells used it when it was built. Open the notebook in the workbench.",
    zh: "本页构建时没有单元格使用线性规划求解器，因此未附带该求解器。请在工作台中打开此笔记本。",
  },
});

/** Thrown if the solver is not there. */
export class SolverError extends Fault {
  override readonly name = "SolverError";
}

let loading: Promise<Highs> | undefined;

/**
 * HiGHS as WebAssembly, compiled once a worker. It runs to its end without a pause: whoever cancels it ends the worker. Throws
 * SolverError.
 *
 * Source: Q. Huangfu and J. A. J. Hall, Parallelizing the dual revised simplex method, Mathematical Programming Computation 10
 * (2018) 119–142, doi:10.1007/s12532-017-0130-5.
 */
export function loadHighs(): Promise<Highs> {
  loading ??= load();
  // What could not be fetched is fetched again by the next call.
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

async function load(): Promise<Highs> {
  try {
    const [{ default: start }, { highsBinary }] = await Promise.all([import("highs"), import("./highs-binary.ts")]);
    if (highsBinary === null) return await start();
    if (highsBinary === "") throw new SolverError(texts.notCarried());
    return await start(from(await WebAssembly.compile(await inflated(highsBinary))));
  } catch (error) {
    if (error instanceof SolverError) throw error;
    throw new SolverError(texts.notLoaded({ reason: messageOf(error) }), { retryable: true, cause: error });
  }
}

/**
 * The loader's options for a module that is compiled already. Its declarations have `wasmModule` for this, which version 1.15.3 does not
 * read; this is the hook of Emscripten's loaders.
 */
function from(module: WebAssembly.Module): InitOptions {
  const hook = {
    instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) {
      WebAssembly.instantiate(module, imports).then(receive);
    },
  };
  return hook as InitOptions;
}

async function inflated(base64: string): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
