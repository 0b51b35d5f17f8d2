import { shippedDatasets } from "../../../../cli/serve/shipped-datasets.ts";
import type { AgentHost, CallResult } from "../../../../kernel/agent/host.ts";
import type { Json } from "../../../../kernel/agent/plan.ts";
import { NodeAgentHost } from "../../../../kernel/headless/node-agent-host.ts";

/** The library in this process, which keeps every call that was made, and the result of each for the next like it. */
export class RecordingHost implements AgentHost {
  readonly calls: { readonly tool: string; readonly args: { readonly [key: string]: Json } }[] = [];
  readonly #host = new NodeAgentHost(shippedDatasets());
  readonly #results = new Map<string, Promise<CallResult>>();

  call(tool: string, args: { readonly [key: string]: Json }): Promise<CallResult> {
    this.calls.push({ tool, args });
    const key = `${tool} ${JSON.stringify(args)}`;
    const known = this.#results.get(key) ?? this.#host.call(tool, args);
    this.#results.set(key, known);
    return known;
  }
}
