import { lateResources } from "../../../lib/load-resources.ts";
import { loadTool, suggestTools } from "../../../lib/load-tools.ts";
import { inEnglish } from "../../../lib/message/english.ts";
import { Fault, messageOf } from "../../../lib/message/fault.ts";
import type { Message } from "../../../lib/message/message.ts";
import { messages } from "../../../lib/message/message.ts";
import type { Kernels } from "../../../lib/numeric/kernels.ts";
import { toolOf } from "../../../lib/tool/resource-operation.ts";
import { rowListsIn } from "../../../lib/tool/row-list.ts";
import type { Selection } from "../../../lib/tool/selection.ts";
import { transfer } from "../../boundary/endpoint.ts";
import { tick } from "../../runtime/tick.ts";
import { abortError } from "../../workers/abort.ts";
import { resultProvenance } from "../result-provenance.ts";
import type { ComputeApi, JobOutcome } from "./compute-api.ts";
import { describeTools } from "./describe-tools.ts";
import { Jobs } from "./jobs.ts";
import { type Library, libraryOf } from "./library.ts";
import { loadAhead } from "./load-ahead.ts";
import { loadUnpacked } from "./load-unpacked.ts";
import { buffersOf, packResult } from "./packed-result.ts";
import { spacedReports } from "./spaced-reports.ts";
import { describeToolsName } from "./tool-description.ts";

const texts = messages("compute", {
  notLoaded: {
    en: "A part of the accounting library could not be loaded ({reason}). Check the connection, then restart the workers or reload the page.",
    zh: "核算库的一部分未能加载（{reason}）。请检查网络连接，然后重新启动计算进程或重新加载页面。",
  },
});

/** How long a job may block the thread before pending messages, such as a cancellation, are processed. */
const SLICE_MS = 8;

/** The library, whose domains are loaded when they are first used. */
function loadingLibrary(): Library {
  const resources = lateResources.map(({ kind, load }) => ({ kind, load: () => loaded(load()) }));
  return libraryOf(
    { findTool: (name) => loaded(loadTool(name)), suggestTools: (name) => loaded(suggestTools(name)) },
    resources,
  );
}

async function loaded<T>(part: Promise<T>): Promise<T> {
  try {
    return await part;
  } catch (error) {
    throw new Fault(texts.notLoaded({ reason: messageOf(error) }), { retryable: true, cause: error });
  }
}

/** The implementation of a compute worker, in a browser or in Node: one job at a time, cancelled between its blocks. */
export function computeApi(kernels: Promise<Kernels>, library: Library = loadingLibrary()): ComputeApi {
  const jobs = new Jobs(library);
  const cancelled = new Set<number>();
  const loadedAhead = new Map<string, Promise<Uint8Array>>();
  return {
    async call(job, tool, input, report, loadFile): Promise<JobOutcome> {
      if (tool === describeToolsName)
        return { result: await describeTools(input as string[]), provenance: { facts: {} }, read: [] };
      const load = async (name: string) => {
        const ahead = loadedAhead.get(name);
        // It is decoded and cached by the first job that reads it.
        loadedAhead.delete(name);
        return ahead?.catch(() => loadUnpacked(name, loadFile)) ?? loadUnpacked(name, loadFile);
      };
      const chosen = await kernels;
      let since = performance.now();
      const throwIfCancelled = () => {
        if (cancelled.has(job)) throw abortError();
      };
      const work = {
        kernels: chosen,
        pause: () => {
          if (performance.now() - since < SLICE_MS) return;
          return tick().then(() => {
            since = performance.now();
            throwIfCancelled();
          });
        },
        progress: spacedReports(report),
      };
      try {
        const read = new Map<string, Selection>();
        const reads = (selection: Selection) => read.set(`${selection.dataset} ${selection.where}`, selection);
        const outcome = await jobs.run(tool, input, { work, load, reads });
        // In a fixed order, whichever dataset was loaded first, so that the same notebook has the same trail.
        const sorted = [...read.keys()].sort().map((key) => read.get(key)!);
        const asked = await library.findTool(toolOf(tool, library.kinds));
        const provenance = asked ? resultProvenance(asked, input, outcome) : { facts: {} };
        const sentences = new Map<string, Message>();
        const result = inEnglish(outcome, (message, text) => sentences.set(text, message));
        const called = await library.findTool(tool);
        const tables = await jobs.tablesOf(tool, input, result, { work, load, reads });
        const lists = called ? rowListsIn(called, result, input) : [];
        const packed = packResult(result, tables, lists, [...sentences.values()]);
        return transfer({ result: packed, provenance, read: sorted }, buffersOf(packed));
      } finally {
        cancelled.delete(job);
      }
    },
    cancel(job: number): void {
      cancelled.add(job);
    },
    async prepare({ tools, datasets }, loadFile): Promise<void> {
      const files = datasets.map((name) => {
        const file = loadUnpacked(name, loadFile);
        loadedAhead.set(name, file);
        return file;
      });
      await Promise.all([...files, ...tools.map((tool) => loadAhead(tool, library))]);
    },
  };
}
