import type { AgentHost, CallResult } from "../../lib/dialogue/host.ts";
import { lateResources } from "../../lib/load-resources.ts";
import { loadTool, suggestTools } from "../../lib/load-tools.ts";
import { inEnglish } from "../../lib/message/english.ts";
import type { Kernels } from "../../lib/numeric/kernels.ts";
import { typescriptKernels } from "../../lib/numeric/typescript-kernels.ts";
import type { Selection } from "../../lib/tool/selection.ts";
import { tick } from "../runtime/tick.ts";
import { Jobs } from "../services/compute/jobs.ts";
import { type Library, libraryOf } from "../services/compute/library.ts";
import type { Load } from "../services/compute/read-dataset.ts";

/** How long a tool may block the thread before a signal can be seen, in milliseconds. */
const SLICE_MS = 50;

/** Runs the tools of an agent in this thread. Resources and decoded datasets stay open between calls. */
export class NodeAgentHost implements AgentHost {
  readonly #jobs: Jobs;
  readonly #load: Load;
  readonly #kernels: Kernels;

  /** @param load reads a dataset's Arrow file; @param kernels numeric kernels, by default those in TypeScript */
  constructor(load: Load, kernels: Kernels = typescriptKernels, library: Library = loadingLibrary()) {
    this.#jobs = new Jobs(library);
    this.#load = load;
    this.#kernels = kernels;
  }

  async call(tool: string, args: object, signal?: AbortSignal): Promise<CallResult> {
    signal?.throwIfAborted();
    let since = performance.now();
    const work = {
      kernels: this.#kernels,
      progress() {},
      pause() {
        signal?.throwIfAborted();
        if (performance.now() - since < SLICE_MS) return;
        return tick().then(() => {
          since = performance.now();
          signal?.throwIfAborted();
        });
      },
    };
    const read = new Map<string, Selection>();
    const reads = (selection: Selection) => read.set(`${selection.dataset} ${selection.where}`, selection);
    const result = inEnglish(await this.#jobs.run(tool, args, { work, load: this.#load, reads }));
    // In a fixed order, whichever dataset was loaded first.
    const sources = [...read.keys()].sort().map((key) => {
      const { dataset, where } = read.get(key)!;
      return { dataset, where };
    });
    return { result, sources };
  }
}

/** The library, whose domains are loaded when they are first used. */
function loadingLibrary(): Library {
  return libraryOf({ findTool: loadTool, suggestTools }, lateResources);
}
