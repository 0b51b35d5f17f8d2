import { lateResources } from "../../../lib/load-resources.ts";
import { loadTool, suggestTools } from "../../../lib/load-tools.ts";
import { inEnglish } from "../../../lib/message/english.ts";
import type { Kernels } from "../../../lib/numeric/kernels.ts";
import { toolOf } from "../../../lib/tool/resource-operation.ts";
import type { Selection } from "../../../lib/tool/selection.ts";
import { resultSays } from "../../provenance/result-says.ts";
import { tick } from "../../runtime/tick.ts";
import { abortError } from "../abort.ts";
import type { ComputeApi, JobOutcome } from "./compute-api.ts";
import { describeTools } from "./describe-tools.ts";
import { Jobs } from "./jobs.ts";
import { type Library, libraryOf } from "./library.ts";
import { describeToolsName } from "./tool-description.ts";

/** How long a job holds the thread before messages (a cancellation among them) are let through. */
const SLICE_MS = 8;
/** How often progress is told. */
const PROGRESS_MS = 50;

/** What a compute worker does, in a browser or in Node: one job at a time, cancelled between its blocks. */
export function computeApi(
  kernels: Promise<Kernels>,
  library: Library = libraryOf({ findTool: loadTool, suggestTools }, lateResources),
): ComputeApi {
  const jobs = new Jobs(library);
  const cancelled = new Set<number>();
  return {
    async call(job, tool, input, tell, load): Promise<JobOutcome> {
      if (tool === describeToolsName)
        return { result: await describeTools(input as string[]), says: { facts: {} }, read: [] };
      const chosen = await kernels;
      let since = performance.now();
      let told = Number.NEGATIVE_INFINITY;
      const stop = () => {
        if (cancelled.has(job)) throw abortError();
      };
      const work = {
        kernels: chosen,
        pause: () => {
          if (performance.now() - since < SLICE_MS) return;
          return tick().then(() => {
            since = performance.now();
            stop();
          });
        },
        progress: (done: number, step: string) => {
          if (performance.now() - told < PROGRESS_MS) return;
          told = performance.now();
          tell({ fraction: done, message: step });
        },
      };
      try {
        const read = new Map<string, Selection>();
        const reads = (selection: Selection) => read.set(`${selection.dataset} ${selection.where}`, selection);
        const result = await jobs.run(tool, input, { work, load, reads });
        // In one order, whichever dataset came first: the same notebook has the same trail.
        const sorted = [...read.keys()].sort().map((key) => read.get(key)!);
        const asked = await library.findTool(toolOf(tool, library.kinds));
        return {
          result: inEnglish(result),
          says: asked ? resultSays(asked, input, result) : { facts: {} },
          read: sorted,
        };
      } finally {
        cancelled.delete(job);
      }
    },
    cancel(job: number): void {
      cancelled.add(job);
    },
  };
}
