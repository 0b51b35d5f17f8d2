import type { Candidate } from "../../../lib/account/account-shapes.ts";
import type { DeskWish, LinePlace } from "../../../lib/account/desk/account-desk.ts";
import type { AccountView, ReadView } from "../../../lib/account/desk/desk-views.ts";
import type { Sheet } from "../../../lib/account/line-shape.ts";
import type { Asked } from "../../../lib/account/reading/read-request.ts";
import type { Selection } from "../../../lib/tool/selection.ts";
import { listener, type Requests, trusted } from "../../boundary/rule.ts";
import type { Progress } from "../../runtime/state.ts";
import type { DatasetFile } from "../datasets.ts";
import type { ReportWish } from "../report/report-file.ts";
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
  /** The one account that is open in the worker. */
  readonly desk: DeskApi;
}

/** The sheets of an account: a file that is read in the worker, or rows that are there already. */
export type DeskSource = { readonly file: string; readonly bytes: Uint8Array } | { readonly sheets: readonly Sheet[] };

type LoadFile = (name: string) => Promise<DatasetFile>;
type Report = (progress: Progress) => void;

/** Makes the account of one file, whose sheets and lines stay in the worker. */
export interface DeskApi {
  open(source: DeskSource): Promise<void>;
  read(asked: Asked, report: Report): Promise<ReadView>;
  compute(wish: DeskWish, report: Report, load: LoadFile): Promise<AccountView>;
  total(wish: DeskWish, key: string, load: LoadFile): Promise<number | null>;
  search(wish: DeskWish, line: LinePlace, text: string, load: LoadFile): Promise<readonly Candidate[]>;
  /** The report of an account, as a file. */
  report(wish: DeskWish, of: ReportWish, load: LoadFile): Promise<Blob>;
}

/** Arguments are trusted, because they come from the page that started the worker. */
export const computeRequests: Requests<ComputeApi> = {
  // A dataset requested by one job is reused by the next, even if the first was cancelled.
  call: [trusted, trusted, trusted, listener, { callback: trusted, outlives: true }],
  cancel: [trusted],
  prepare: [trusted, { callback: trusted }],
  "desk.open": [trusted],
  "desk.read": [trusted, listener],
  "desk.compute": [trusted, listener, { callback: trusted }],
  "desk.total": [trusted, trusted, { callback: trusted }],
  "desk.search": [trusted, trusted, trusted, { callback: trusted }],
  "desk.report": [trusted, trusted, { callback: trusted }],
};
