import type { AgentHost, CallResult } from "../../../../lib/dialogue/host.ts";
import type { Json } from "../../../../lib/dialogue/plan.ts";
import { host } from "../shipped-host.ts";

/** The library in this process, which keeps every call that was made. */
export class RecordingHost implements AgentHost {
  readonly calls: { readonly tool: string; readonly args: { readonly [key: string]: Json } }[] = [];

  call(tool: string, args: { readonly [key: string]: Json }): Promise<CallResult> {
    this.calls.push({ tool, args });
    return host.call(tool, args);
  }
}
