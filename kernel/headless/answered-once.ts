import { createHash } from "node:crypto";
import { serialize } from "node:v8";
import type { JobOutcome } from "../services/compute/compute-api.ts";
import { openResult, packedForm } from "../services/compute/packed-result.ts";
import type { ToolCallOptions } from "../services/compute/pool.ts";
import type { ToolRunner } from "../services/service-calls.ts";
import type { ResultProvenance } from "../services/step.ts";

/**
 * Computes what a tool gives once: a notebook that runs again, at another width or in another language, asks mostly for the same. Each
 * call gets a result of its own, because a cell may change what it got. A call that failed or was cancelled is made again.
 */
export class AnsweredOnce implements ToolRunner {
  readonly #runner: ToolRunner;
  readonly #outcomes = new Map<string, JobOutcome>();

  constructor(runner: ToolRunner) {
    this.#runner = runner;
  }

  /** Rejects as the tool does. */
  readonly call = async (tool: string, input: unknown, options: ToolCallOptions = {}): Promise<unknown> => {
    const key = keyOf(tool, input);
    if (key === null) return this.#runner.call(tool, input, options);
    const outcome = this.#outcomes.get(key) ?? (await this.#compute(tool, input, options));
    this.#outcomes.set(key, outcome);
    options.provenance?.(outcome.provenance);
    for (const selection of outcome.read) options.reads?.(selection);
    return openResult(structuredClone(outcome.result));
  };

  /** Lets go of all results. */
  forget(): void {
    this.#outcomes.clear();
  }

  async #compute(tool: string, input: unknown, options: ToolCallOptions): Promise<JobOutcome> {
    const read: JobOutcome["read"][number][] = [];
    let provenance: ResultProvenance = { facts: {} };
    const result = await this.#runner.call(tool, input, {
      ...options,
      provenance: (reported) => {
        provenance = reported;
      },
      reads: (selection) => read.push(selection),
    });
    return { result: packedForm(result), provenance, read };
  }
}

/** The same for the same request alone; null for what cannot be written as bytes, such as a function, about which the call says so. */
function keyOf(tool: string, input: unknown): string | null {
  try {
    return createHash("sha256")
      .update(serialize([tool, input]))
      .digest("base64");
  } catch {
    return null;
  }
}
