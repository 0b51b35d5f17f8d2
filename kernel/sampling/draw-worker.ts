import type { Sentence } from "../../lib/message/message.ts";
import type { Opening, Rows } from "./draw-engine.ts";
import type { Obstacle } from "./not-sampled.ts";
import type { Plan } from "./plan.ts";
import type { Question } from "./questions.ts";

/** What the frame says to a worker of draws. */
export type ToDrawWorker =
  | { readonly type: "plan"; readonly plan: Plan }
  | { readonly type: "rows"; readonly rows: Rows }
  | { readonly type: "answer"; readonly call: number; readonly value: unknown }
  | { readonly type: "refusal"; readonly call: number; readonly reason: Sentence };

/** What a worker of draws says to the frame. One plan or one set of rows is under way at a time. */
export type FromDrawWorker =
  | { readonly type: "opened"; readonly opening: Opening }
  | { readonly type: "drawn"; readonly numbers: Float64Array }
  | { readonly type: "question"; readonly call: number; readonly question: Question }
  | {
      readonly type: "failed";
      readonly obstacle: Obstacle;
      readonly reason: Sentence;
      readonly instead: readonly string[];
    };

/** A worker of draws as the frame holds it: a real one, or a stand-in on the same thread. */
export interface DrawWorker {
  post(message: ToDrawWorker): void;
  /** Takes what the worker says from now on. */
  listen(take: (message: FromDrawWorker) => void): void;
  end(): void;
}
