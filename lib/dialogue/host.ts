import type { Json } from "./plan.ts";
import type { SourcePart } from "./reply.ts";

/** The result of a tool, and the rows of datasets that it depends on. */
export interface CallResult {
  readonly result: unknown;
  readonly sources: readonly SourcePart[];
}

/** The result of a step, with the hash of its canonical form, which a cell with the same call has, too. */
export interface StepResult extends CallResult {
  readonly hash: string;
}

/** What runs the tools that a plan calls: the worker pool of a page, or the library in this process. */
export interface AgentHost {
  /** Rejects with the tool's error. */
  call(tool: string, args: { readonly [key: string]: Json }, signal?: AbortSignal): Promise<CallResult>;
}
