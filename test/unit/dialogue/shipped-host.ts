import { shippedDatasets } from "../../../cli/serve/shipped-datasets.ts";
import { NodeAgentHost } from "../../../kernel/headless/node-agent-host.ts";
import type { AgentHost, CallResult } from "../../../lib/dialogue/host.ts";

/** The library on the shipped data, which answers a call that it has had before from memory. */
class RememberingHost implements AgentHost {
  readonly #host = new NodeAgentHost(shippedDatasets());
  readonly #known = new Map<string, CallResult>();

  async call(tool: string, args: object, signal?: AbortSignal): Promise<CallResult> {
    signal?.throwIfAborted();
    const key = JSON.stringify([tool, args]);
    const result = this.#known.get(key) ?? (await this.#host.call(tool, args, signal));
    this.#known.set(key, result);
    return result;
  }
}

/** For all tests of agents in a process: they ask for the same steel, and what one has decoded the next need not. */
export const host = new RememberingHost();
