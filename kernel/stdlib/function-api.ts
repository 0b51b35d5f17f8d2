import { type Requests, told, trusted } from "../boundary/rule.ts";
import type { Progress } from "../runtime/state.ts";

/** What a worker of functions offers. */
export interface FunctionApi {
  /** Runs a function, given as its source, on its inputs; what it gives must be plain data. */
  run(source: string, inputs: readonly unknown[], progress: (progress: Progress) => void): Promise<unknown>;
}

/** The frame that starts such a worker knows what it sends. */
export const functionRequests: Requests<FunctionApi> = { run: [trusted, trusted, told] };
