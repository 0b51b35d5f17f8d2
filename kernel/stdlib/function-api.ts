import { listener, type Requests, trusted } from "../boundary/rule.ts";
import type { Progress } from "../runtime/state.ts";

/** The interface of a function worker. */
export interface FunctionApi {
  /** Runs a function, given as source code, on its inputs; the result must be plain data. */
  run(source: string, inputs: readonly unknown[], progress: (progress: Progress) => void): Promise<unknown>;
}

/** Arguments are trusted, because they come from the frame that started the worker. */
export const functionRequests: Requests<FunctionApi> = { run: [trusted, trusted, listener] };
