import type { Selection } from "../../lib/tool/selection.ts";
import { transfer } from "../boundary/endpoint.ts";
import type { Progress } from "../runtime/state.ts";
import { buffersOf, packedForm } from "./compute/packed-result.ts";
import type { ToolCallOptions } from "./compute/pool.ts";
import { describeToolsName, type ToolDescription } from "./compute/tool-description.ts";
import type { CallOptions, DatasetReader } from "./datasets.ts";
import type { FileService } from "./file-content.ts";
import type { ServiceApi } from "./service-api.ts";
import type { ResultProvenance } from "./step.ts";

/** A database whose results are Arrow IPC streams, owned by the caller. */
export interface Database {
  query(sql: string, parameters?: readonly unknown[], options?: CallOptions): Promise<Uint8Array<ArrayBuffer>>;
}

/** Runs tools of the accounting library. */
export interface ToolRunner {
  call(tool: string, input: unknown, options?: ToolCallOptions): Promise<unknown>;
}

/** The services of notebooks, on a page or in Node. Each starts when it is first needed. */
export interface NotebookServices {
  readonly datasets: Pick<DatasetReader, "entries" | "load">;
  readonly compute: ToolRunner;
  /** The notebook's own files. */
  readonly files: FileService;
  /** The database; its program is fetched by the first call. */
  query(): Promise<Database>;
  /** Loads the text of another notebook; rejects with a sentence. */
  notebook(name: string): Promise<string>;
  /** Describes tools; by default a worker of the library is called. */
  describe?(tools: readonly string[]): Promise<ToolDescription[]>;
}

/** A cell with so many pending calls keeps page and frame busy with their answers; no notebook of ours comes near it. */
const FLOOD = 500;

/** Executes the service calls of cells, which can be cancelled one by one or all together. */
export class ServiceCalls {
  readonly api: ServiceApi;
  readonly #calls = new Map<number, AbortController>();
  /** The cells of pending calls, as far as they are known. */
  readonly #issuers = new Map<number, number>();
  readonly #issuer: () => number | null;
  #made = 0;

  /** @param issuer the cell that makes the call which has just arrived; null if it is not known */
  constructor(services: NotebookServices, issuer: () => number | null = () => null) {
    this.#issuer = issuer;
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
          let provenance: ResultProvenance = { facts: {} };
          const result = await services.compute.call(tool, input, {
            ...options,
            provenance: (reported) => {
              provenance = reported;
            },
            reads: (selection) => read.push(selection),
          });
          const packed = packedForm(result);
          return transfer({ result: packed, provenance, read }, buffersOf(packed));
        }),
      dataset: (name, call, progress) =>
        this.#run(call, progress, async (options) => {
          const bytes = (await services.datasets.load(name, options)).slice();
          return transfer(bytes, [bytes.buffer]);
        }),
      file: (name, form, call, progress) =>
        this.#run(call, progress, async () => {
          const content = await services.files.file(name, form);
          return transfer(content, [content.bytes.buffer]);
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

  /** The number of pending calls. */
  get open(): number {
    return this.#calls.size;
  }

  /** The number of calls made so far, pending or not. */
  get made(): number {
    return this.#made;
  }

  /** The cell whose pending calls keep the frame from answering; null if none has that many. */
  get flooding(): number | null {
    const counts = new Map<number, number>();
    for (const cell of this.#issuers.values()) counts.set(cell, (counts.get(cell) ?? 0) + 1);
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    return most && most[1] >= FLOOD ? most[0] : null;
  }

  cancelAll(): void {
    for (const controller of this.#calls.values()) controller.abort();
    this.#calls.clear();
    this.#issuers.clear();
  }

  /** Runs a call so that it can be cancelled by its number. */
  async #run<T>(
    call: number,
    progress: (progress: Progress) => void,
    run: (options: CallOptions) => Promise<T>,
  ): Promise<T> {
    const controller = new AbortController();
    this.#calls.set(call, controller);
    const issuer = this.#issuer();
    if (issuer !== null) this.#issuers.set(call, issuer);
    this.#made += 1;
    try {
      return await run({ signal: controller.signal, progress: (value) => void progress(value) });
    } finally {
      if (this.#calls.get(call) === controller) {
        this.#calls.delete(call);
        this.#issuers.delete(call);
      }
    }
  }
}
