import type { FoundTable, ReadTable, Sheet, SheetCells, TableFileApi } from "../../lib/files/table/table-file.ts";
import { TableFileError } from "../../lib/files/table/table-file-error.ts";
import type { TableReading } from "../../lib/files/table/table-reading.ts";
import { messages } from "../../lib/message/message.ts";
import type { Remote } from "../boundary/endpoint.ts";
import { trusted } from "../boundary/rule.ts";
import type { WorkerLike } from "../workers/running-worker.ts";
import { WorkerPool } from "../workers/worker-pool.ts";

const texts = messages("tableFile", {
  outOfMemory: {
    en: "Reading the file ran out of memory, or its worker was ended. Try a smaller file.",
    zh: "读取文件时内存不足，或其进程已被终止。请尝试较小的文件。",
  },
  tooLong: {
    en: "reading it did not end in time and was stopped. Is the file damaged, or very large?",
    zh: "未能按时读完，已停止。文件是否已损坏或过大？",
  },
});

/** How long a file may be read, in milliseconds: a damaged one may lead a library round in circles. */
const LONGEST = 180_000;

/** Reads tables from the bytes of files in a worker, which is started when it is first needed. */
export class TableFileService implements TableFileApi {
  readonly #pool: WorkerPool<TableFileApi>;
  readonly #longest: number;

  /** @param longest how long a file may be read, in milliseconds; then its worker is ended, and the next call starts another */
  constructor(create: () => WorkerLike, longest = LONGEST) {
    this.#pool = new WorkerPool<TableFileApi>(create, { size: 1, answers: trusted, stopped: texts.outOfMemory });
    this.#longest = longest;
  }

  find(name: string, bytes: Uint8Array, asked?: Partial<TableReading>): Promise<FoundTable[]> {
    return this.#run(name, (api) => api.find(name, bytes, asked));
  }

  read(name: string, bytes: Uint8Array, reading: TableReading): Promise<ReadTable> {
    return this.#run(name, (api) => api.read(name, bytes, reading));
  }

  sheets(name: string, bytes: Uint8Array): Promise<Sheet[]> {
    return this.#run(name, (api) => api.sheets(name, bytes));
  }

  cells(name: string, bytes: Uint8Array): Promise<SheetCells[]> {
    return this.#run(name, (api) => api.cells(name, bytes));
  }

  parquet(name: string, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    return this.#run(name, (api) => api.parquet(name, bytes));
  }

  async #run<T>(name: string, job: (api: Remote<TableFileApi>) => Promise<T>): Promise<T> {
    const end = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      return await this.#pool.run(
        (api) => {
          timer = setTimeout(() => end.abort(), this.#longest);
          return job(api);
        },
        { signal: end.signal },
      );
    } catch (error) {
      throw end.signal.aborted ? new TableFileError(name, texts.tooLong()) : error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the worker; the next call starts another. */
  stop(): void {
    this.#pool.stop();
  }
}
