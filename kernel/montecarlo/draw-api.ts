import type { Sentence } from "../../lib/message/message.ts";
import { type Callback, type Requests, trusted } from "../boundary/rule.ts";
import type { Opening, Rows } from "./draw-engine.ts";
import type { Obstacle } from "./not-sampled.ts";
import type { Plan } from "./plan.ts";
import type { Ask } from "./questions.ts";

/** Why a worker did not draw: what `NotSampled` says. */
export interface Refusal {
  readonly obstacle: Obstacle;
  readonly reason: Sentence;
  readonly instead: readonly string[];
}

/** What was asked of a worker of draws, or why it is not to be had. */
export type Drawn<T> = { readonly given: T } | { readonly refused: Refusal };

/** What a worker of draws offers. It evaluates one plan; `ask` asks the page. */
export interface DrawApi {
  open(plan: Plan, ask: Ask): Promise<Drawn<Opening>>;
  rows(rows: Rows, ask: Ask): Promise<Drawn<Float64Array>>;
}

const ask: Callback = { callback: trusted };

/** The frame that starts a worker of draws knows what it sends. */
export const drawRequests: Requests<DrawApi> = { open: [trusted, ask], rows: [trusted, ask] };
