import { untilAborted } from "../../workers/abort.ts";
import type { DatasetEntry } from "../catalogue.ts";
import type { CallOptions, DatasetReader } from "../datasets.ts";
import { onceFor } from "../once-for.ts";
import type { Database } from "../service-calls.ts";
import { bindLiterals } from "../sql.ts";
import type { Leeway } from "./rows.ts";
import { readSelection } from "./selection.ts";

/** Larger tables are the database's: they would keep the page busy. */
const MOST_ROWS = 50_000;
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * Answers a selection of columns of one small dataset on the page itself, as DuckDB would, and everything else by DuckDB. Its program
 * takes a second of both cores to start, so that a notebook which needs no more shows its figures without it. No name can hide a
 * dataset, and such a statement calls no function: whatever cells have created, the answer is the same.
 */
export class QuickDatabase implements Database {
  readonly #datasets: Pick<DatasetReader, "entries" | "load">;
  readonly #database: () => Promise<Database>;
  readonly #leeway: Leeway;
  readonly #tables = new Map<string, Promise<Answerer>>();

  /** @param database what answers everything else; it rejects if there is none, which `leeway` says as well */
  constructor(
    datasets: Pick<DatasetReader, "entries" | "load">,
    database: () => Promise<Database>,
    leeway: Leeway = {},
  ) {
    this.#leeway = leeway;
    this.#datasets = datasets;
    this.#database = database;
  }

  /** Loads the code that answers, which only notebooks with queries need. */
  async prepare(): Promise<void> {
    await loadCode();
  }

  async query(
    sql: string,
    parameters: readonly unknown[] = [],
    options: CallOptions = {},
  ): Promise<Uint8Array<ArrayBuffer>> {
    const quick = await untilAborted(this.#answer(sql, parameters, options), options.signal);
    return quick ?? (await this.#database()).query(sql, parameters, options);
  }

  async #answer(
    sql: string,
    parameters: readonly unknown[],
    { progress }: CallOptions,
  ): Promise<Uint8Array<ArrayBuffer> | null> {
    const selection = readSelection(bindLiterals(sql, parameters));
    if (!selection) return null;
    const table = selection.table.toLowerCase();
    const entries = await this.#datasets.entries(new Set([table]));
    const entry = entries.find(({ name }) => name === table);
    if (!entry || !isSmall(entry)) return null;
    const answer = await onceFor(this.#tables, `${entry.name} ${entry.sha256}`, async () => {
      const [[{ answerSelection }, { readArrow }], bytes] = await Promise.all([
        loadCode(),
        this.#datasets.load(entry.name, progress ? { progress } : {}),
      ]);
      const table = readArrow(bytes, entry.file);
      return (wanted) => answerSelection(wanted, table, this.#leeway);
    });
    return answer(selection);
  }
}

function loadCode() {
  return Promise.all([import("./rows.ts"), import("../../../lib/files/arrow/arrow-file.ts")]);
}

type Answerer = (selection: NonNullable<ReturnType<typeof readSelection>>) => Uint8Array<ArrayBuffer> | null;

function isSmall({ format, rows, bytes, encoding }: DatasetEntry): boolean {
  return format === "arrow" && encoding === undefined && rows <= MOST_ROWS && bytes <= MOST_BYTES;
}
