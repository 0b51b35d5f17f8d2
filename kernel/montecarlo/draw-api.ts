import type { Sentence } from "../../lib/message/message.ts";
import { type Callback, type Requests, trusted } from "../boundary/rule.ts";
import type { Opening, Rows } from "./draw-engine.ts";
import type { Obstacle } from "./not-sampled.ts";
import type { Plan } from "./plan.ts";
import type { CallService } from "./service-request.ts";

/** Why a worker could not draw: the content of `NotSampled`. */
export interface Refusal {
  readonly obstacle: Obstacle;
  readonly reason: Sentence;
  readonly instead: readonly string[];
}

/** The answer of a draw worker, or why there is none. */
export type DrawAnswer<T> = { readonly given: T } | { readonly refused: Refusal };

/** The interface of a draw worker. It evaluates one plan; `callService` calls services of the page, in later draws as well. */
export interface DrawApi {
  open(plan: Plan, callService: CallService): Promise<DrawAnswer<Opening>>;
  rows(rows: Rows): Promise<DrawAnswer<Float64Array>>;
}

// Passed once, not with each of hundreds of ranges of rows: each pass opens a message channel.
const callService: Callback = { callback: trusted, outlives: true };

/** The worker trusts its arguments, because they come from the frame that started it. */
export const drawRequests: Requests<DrawApi> = { open: [trusted, callService], rows: [trusted] };
