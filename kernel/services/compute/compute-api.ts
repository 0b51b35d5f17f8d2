import type { Selection } from "../../../lib/tools/selection.ts";
import type { Progress } from "../../runtime/state.ts";

/** What a job in a compute worker asks of the page. */
export interface ComputePort {
  progress(progress: Progress): void;
  load(name: string): Promise<Uint8Array>;
}

/** What a job gives: the tool's output, and what it rests on of each dataset, also of those decoded for an earlier call. */
export interface JobOutcome {
  readonly result: unknown;
  readonly read: readonly Selection[];
}

/** What a compute worker offers. */
export interface ComputeApi {
  call(job: number, tool: string, input: unknown, port: ComputePort): Promise<JobOutcome>;
  cancel(job: number): void;
}
