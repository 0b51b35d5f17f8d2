import type { Selection } from "../../lib/tool/selection.ts";
import { transfer } from "../boundary/endpoint.ts";
import type { ResultSays } from "../provenance/step.ts";
import type { Progress } from "../runtime/state.ts";
import type { ServiceApi } from "../sandbox/protocol.ts";
import { buffersOf, packedAgain } from "./compute/packed-result.ts";
import type { ToolCallOptions } from "./compute/pool.ts";
import { describeToolsName, type ToolDescription } from "./compute/tool-description.ts";
import type { CallOptions, DatasetService } from "./datasets.ts";

/** A database that answers SQL with Arrow IPC stream bytes, the caller's own. */
export interface Database {
  query(sql: string, parameters?: readonly unknown[], options?: CallOptions): Promise<Uint8Array<ArrayBuffer>>;
}

/** Where tools of the accounting library run. */
export interface ToolRunner {
  call(tool: string, input: unknown, options?: ToolCallOptions): Promise<unknown>;
}

/** What notebooks work with, wherever they run. Each part starts when it is first needed. */
export interface NotebookServices {
  readonly datasets: Pick<DatasetService, "entries" | "load">;
  readonly compute: ToolRunner;
  /** The database; its program is fetched by the first call. */
  query(): Promise<Database>;
  /** The text of another notebook; rejects with a sentence. */
  notebook(name: string): Promise<string>;
  /** What tools say of themselves; left out, a worker of the library is asked. */
  describe?(tools: readonly string[]): Promise<ToolDescription[]>;
}

/** Answers what cells ask of the services: calls are counted, and cancelled one by one or all together. */
export class ServiceCalls {
  readonly api: ServiceApi;
  readonly #calls = new Map<number, AbortController>();

  constructor(services: NotebookServices) {
    this.api = {
      query: (sql, parameters, call, progress) =>
        this.#run(call, progress, async (options) => {
          const database = await services.query();
          const bytes = await database.query(sql, parameters, options);
          return transfer(bytes, [bytes.buffer]);
        }),
      compute: (tool, input, call, progress) =>
        this.#run(call, progress, async (options) => {
          const read: Selection[] = [];
          let says: ResultSays = { facts: {} };
          const result = await services.compute.call(tool, input, {
            ...options,
            says: (said) => {
              says = said;
            },
            reads: (selection) => read.push(selection),
          });
          const packed = packedAgain(result);
          return transfer({ result: packed, says, read }, buffersOf(packed));
        }),
      dataset: (name, call, progress) =>
        this.#run(call, progress, async (options) => {
          const bytes = (await services.datasets.load(name, options)).slice();
          return transfer(bytes, [bytes.buffer]);
        }),
      describe: async (tools) => {
        if (services.describe) return services.describe(tools);
        if (tools.length === 0) return [];
        return (await services.compute.call(describeToolsName, tools)) as ToolDescription[];
      },
      notebook: (name, call, progress) => this.#run(call, progress, () => services.notebook(name)),
      cancel: (call) => this.#calls.get(call)?.abort(),
    };
  }

  /** How many calls wait for their answer. */
  get open(): number {
    return this.#calls.size;
  }

  cancelAll(): void {
    for (const controller of this.#calls.values()) controller.abort();
    this.#calls.clear();
  }

  /** Runs what a call asks for, so that it can be cancelled by its number. */
  async #run<T>(
    call: number,
    progress: (progress: Progress) => void,
    run: (options: CallOptions) => Promise<T>,
  ): Promise<T> {
    const controller = new AbortController();
    this.#calls.set(call, controller);
    try {
      return await run({ signal: controller.signal, progress: (value) => void progress(value) });
    } finally {
      if (this.#calls.get(call) === controller) this.#calls.delete(call);
    }
  }
}
