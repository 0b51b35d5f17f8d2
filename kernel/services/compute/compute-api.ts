import type { Selection } from "../../../lib/tool/selection.ts";
import { listener, type Requests, trusted } from "../../boundary/rule.ts";
import type { Progress } from "../../runtime/state.ts";
import type { DatasetFile } from "../datasets.ts";
import type { ResultProvenance } from "../step.ts";

/**
 * The outcome of a job: the tool's output, its provenance, and the rows of each dataset that it depends on, including datasets
 * decoded for an earlier call.
 */
export interface JobOutcome {
  readonly result: unknown;
  readonly provenance: ResultProvenance;
  readonly read: readonly Selection[];
}

/** Tools that will be called, and the datasets that they will read, by name. */
export interface LibraryNeeds {
  readonly tools: readonly string[];
  readonly datasets: readonly string[];
}

/** The interface of a compute worker. */
export interface ComputeApi {
  /** `progress` is called during the job; `load` returns the file of a dataset, which the worker unpacks. */
  call(
    job: number,
    tool: string,
    input: unknown,
    progress: (progress: Progress) => void,
    load: (name: string) => Promise<DatasetFile>,
  ): Promise<JobOutcome>;
  cancel(job: number): void;
  /** Loads the code of tools, that of the resources that they open, and datasets, before the first job needs them. */
  prepare(needs: LibraryNeeds, load: (name: string) => Promise<DatasetFile>): Promise<void>;
}

/** Arguments are trusted, because they come from the page that started the worker. */
export const computeRequests: Requests<ComputeApi> = {
  // A dataset requested by one job is reused by the next, even if the first was cancelled.
  call: [trusted, trusted, trusted, listener, { callback: trusted, outlives: true }],
  cancel: [trusted],
  prepare: [trusted, { callback: trusted }],
};
