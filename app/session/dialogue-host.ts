import type { ToolRunner } from "../../kernel/services/service-calls.ts";
import type { AgentHost, CallResult } from "../../lib/dialogue/host.ts";
import type { Json } from "../../lib/dialogue/plan.ts";
import { inEnglish } from "../../lib/message/english.ts";
import type { Selection } from "../../lib/tool/selection.ts";

/** Runs the tools of a plan in the page's workers, as the cells of a notebook do. */
export class PageAgentHost implements AgentHost {
  readonly #compute: ToolRunner;

  constructor(compute: ToolRunner) {
    this.#compute = compute;
  }

  async call(tool: string, args: { readonly [key: string]: Json }, signal?: AbortSignal): Promise<CallResult> {
    const read = new Map<string, Selection>();
    const result = await this.#compute.call(tool, args, {
      ...(signal ? { signal } : {}),
      reads: (selection) => read.set(`${selection.dataset} ${selection.where}`, selection),
    });
    // In a fixed order, whichever dataset was loaded first.
    const sources = [...read.keys()].sort().map((key) => {
      const { dataset, where } = read.get(key)!;
      return { dataset, where };
    });
    return { result: inEnglish(result), sources };
  }
}
