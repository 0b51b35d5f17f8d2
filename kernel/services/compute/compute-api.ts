import type { Selection } from "../../../lib/tool/selection.ts";
import { type Requests, told, trusted } from "../../boundary/rule.ts";
import type { ResultSays } from "../../provenance/step.ts";
import type { Progress } from "../../runtime/state.ts";

/**
 * What a job gives: the tool's output, what it says of how it was reached, and what it rests on of each dataset, also of those
 * decoded for an earlier call.
 */
export interface JobOutcome {
  readonly result: unknown;
  readonly says: ResultSays;
  readonly read: readonly Selection[];
}

/** What a compute worker offers. */
export interface ComputeApi {
  /** `progress` is told how far the job is; `load` gives the bytes of a dataset. */
  call(
    job: number,
    tool: string,
    input: unknown,
    progress: (progress: Progress) => void,
    load: (name: string) => Promise<Uint8Array>,
  ): Promise<JobOutcome>;
  cancel(job: number): void;
}

/** The pages that start such a worker are trusted, and so is its program. */
export const computeRequests: Requests<ComputeApi> = {
  // A dataset that one job has asked for serves the next, also where the first was cancelled.
  call: [trusted, trusted, trusted, told, { callback: trusted, outlives: true }],
  cancel: [trusted],
};
