import { messages } from "../../lib/message/message.ts";
import { trusted } from "../boundary/rule.ts";
import type { WorkerLike } from "../workers/running-worker.ts";
import { WorkerPool } from "../workers/worker-pool.ts";
import type { FoundTable, ReadTable, Sheet, TableFileApi } from "./table-file.ts";
import type { TableReading } from "./table-reading.ts";

const said = messages("tableFile", {
  outOfMemory: {
    en: "Reading the file ran out of memory, or its worker was ended. Try a smaller file.",
    zh: "读取文件时内存不足，或其进程已被终止。请尝试较小的文件。",
  },
});

/** Reads tables from the bytes of files in a worker, which is started when it is first needed. */
export class TableFileService implements TableFileApi {
  readonly #pool: WorkerPool<TableFileApi>;

  constructor(create: () => WorkerLike) {
    this.#pool = new WorkerPool<TableFileApi>(create, { size: 1, answers: trusted, stopped: said.outOfMemory });
  }

  find(name: string, bytes: Uint8Array, asked?: Partial<TableReading>): Promise<FoundTable[]> {
    return this.#pool.run((api) => api.find(name, bytes, asked));
  }

  read(name: string, bytes: Uint8Array, reading: TableReading): Promise<ReadTable> {
    return this.#pool.run((api) => api.read(name, bytes, reading));
  }

  sheets(name: string, bytes: Uint8Array): Promise<Sheet[]> {
    return this.#pool.run((api) => api.sheets(name, bytes));
  }

  parquet(name: string, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    return this.#pool.run((api) => api.parquet(name, bytes));
  }

  /** Ends the worker; the next call starts another. */
  stop(): void {
    this.#pool.stop();
  }
}
