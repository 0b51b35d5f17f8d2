import type { Selection } from "../../../lib/tool/selection.ts";
import { listener, type Requests, trusted } from "../../boundary/rule.ts";
import type { ResultProvenance } from "../../provenance/step.ts";
import type { Progress } from "../../runtime/state.ts";

/**
 * The outcome of a job: the tool's output, its provenance, and the rows of each dataset that it depends on, including datasets
 * decoded for an earlier call.
 */
export interface JobOutcome {
  readonly result: unknown;
  readonly provenance: ResultProvenance;
  readonly read: readonly Selection[];
}

/** The interface of a compute worker. */
export interface ComputeApi {
  /** `progress` is called during the job; `load` returns the bytes of a dataset. */
  call(
    job: number,
    tool: string,
    input: unknown,
    progress: (progress: Progress) => void,
    load: (name: string) => Promise<Uint8Array>,
  ): Promise<JobOutcome>;
  cancel(job: number): void;
}

/** Arguments are trusted, because they come from the page that started the worker. */
export const computeRequests: Requests<ComputeApi> = {
  // A dataset requested by one job is reused by the next, even if the first was cancelled.
  call: [trusted, trusted, trusted, listener, { callback: trusted, outlives: true }],
  cancel: [trusted],
};
