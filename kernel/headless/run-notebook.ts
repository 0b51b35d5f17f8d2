import { laterTableFiles } from "../../lib/files/table/later-table-files.ts";
import { randomStream } from "../../lib/numeric/philox.ts";
import { AttachedFiles } from "../attachment/attached-files.ts";
import { AttachedTables } from "../attachment/attached-tables.ts";
import { namedWords } from "../attachment/named-words.ts";
import { NotebookDatasets } from "../attachment/notebook-datasets.ts";
import { withCurrentCells } from "../document/exchange/older-cells.ts";
import { parseNotebook } from "../document/index.ts";
import type { ProofRecorder } from "../integrity/proof-recorder.ts";
import { type Chance, readChance } from "../random/chance.ts";
import type { CellState } from "../runtime/state.ts";
import type { Attachments } from "../services/attachment.ts";
import { openRealm, seeded } from "./dom/realm.ts";
import type { ExecutedCell, ExecutedNotebook } from "./executed-notebook.ts";
import { addNewerLanguage } from "./newer-language.ts";
import type { NodeServices } from "./node-services.ts";

/** A state change of a cell while its notebook runs. */
export interface CellChange {
  readonly cell: number;
  /** The cell's position in the notebook, from 1. */
  readonly place: number;
  readonly state: CellState;
}

export interface RunOptions {
  readonly services: Pick<NodeServices, "datasets" | "compute" | "openDatabase" | "notebook">;
  /** The notebook's own files; by default there are none. */
  readonly attachments?: Attachments;
  /** Values by name: for views, as if the reader had chosen them; for other names, instead of the values of their cells. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Seeded random numbers and a fixed clock; by default as the notebook specifies. */
  readonly reproducible?: boolean;
  readonly seed?: number;
  readonly signal?: AbortSignal;
  progress?(change: CellChange): void;
  /** `value` is called each time a name gets a value, `cell` each time a cell has finished. */
  value?(name: string, value: unknown, place: number): void;
  cell?(cell: ExecutedCell): void;
  /** Width of the reading column, in pixels. */
  readonly width?: number;
  /** The reader's language, as a tag of BCP 47; English by default. */
  readonly language?: string;
  /** Whether texts in other languages run, too, as for a page that contains them all. */
  readonly allLanguages?: boolean;
  /** How long running cells may show no activity, in milliseconds: a cell that waits for a reader would wait for ever. */
  readonly patience?: number;
  /** How long the whole run may take, in milliseconds; what has not finished by then is ended, and fails. */
  readonly timeout?: number;
  /** Records and hashes the outputs of cells, for comparison with another run. */
  readonly recorder?: ProofRecorder;
}

const noAttachments: Attachments = { list: async () => [], read: async () => null };

/** Width of the reading column on a wide page, in pixels. */
const COLUMN_PX = 740;
const PATIENCE_MS = 30_000;

/**
 * Runs a notebook in this process: the kernel of the page on its own document. Views have the values stored in the file
 * or those set by `set`; generators have their latest values when all cells have settled. Failed cells are reported in
 * the result. Rejects with ParameterError if a value of `set` does not fit, and with the signal's reason.
 */
export async function runNotebook(text: string, options: RunOptions): Promise<ExecutedNotebook> {
  // The libraries access the document when they are loaded.
  openRealm();
  await addNewerLanguage();
  const [{ HeadlessNotebook }, catalogue] = await Promise.all([
    import("./headless-notebook.ts"),
    options.services.datasets.entries(),
  ]);
  const { seed, reproducible } = options;
  const { notebook, notes } = await withCurrentCells(parseNotebook(text));
  const attachments = options.attachments ?? noAttachments;
  const tables = new AttachedTables(attachments, laterTableFiles);
  const [files, own] = await Promise.all([attachments.list(), tables.entries(namedWords(notebook.cells))]);
  const chance: Chance = {
    ...readChance(notebook.attributes),
    ...(seed === undefined ? {} : { seed }),
    ...(reproducible === undefined ? {} : { reproducible }),
  };
  const stream = chance.reproducible ? randomStream(chance.seed, 2 ** 52) : null;
  // The dataflow starts as soon as it is created, so it is created within the seeded context.
  return seeded(stream, async () =>
    new HeadlessNotebook(notebook, {
      services: { ...options.services, datasets: new NotebookDatasets(options.services.datasets, tables) },
      files: new AttachedFiles(attachments, laterTableFiles),
      known: files,
      notes,
      catalogue: [...catalogue, ...own],
      set: new Map(Object.entries(options.set ?? {})),
      chance,
      width: options.width ?? COLUMN_PX,
      language: options.language ?? "en",
      allLanguages: options.allLanguages ?? false,
      patience: options.patience ?? PATIENCE_MS,
      timeout: options.timeout ?? Number.POSITIVE_INFINITY,
      recorder: options.recorder ?? null,
      changed: (cell, place, state) => options.progress?.({ cell, place, state }),
      value: (name, value, place) => options.value?.(name, value, place),
      ...(options.cell ? { cell: (cell) => options.cell?.(cell) } : {}),
    }).run(options.signal),
  );
}
