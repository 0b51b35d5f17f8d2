import type { Progress } from "../../runtime/state.ts";

/** What a job in a compute worker asks of the page. */
export interface ComputePort {
  progress(progress: Progress): void;
  load(name: string): Promise<Uint8Array>;
}

/** What a job gives: the tool's output, and the datasets that the tool read, also those decoded for an earlier call. */
export interface JobOutcome {
  readonly result: unknown;
  readonly read: readonly string[];
}

/** What a compute worker offers. */
export interface ComputeApi {
  call(job: number, tool: string, input: unknown, port: ComputePort): Promise<JobOutcome>;
  cancel(job: number): void;
}
