import { randomStream } from "../../lib/numeric/philox.ts";
import { parseNotebook } from "../document/index.ts";
import type { ProofRecorder } from "../integrity/proof-recorder.ts";
import type { CellState } from "../runtime/state.ts";
import { type Chance, readChance } from "../stdlib/chance.ts";
import { openRealm, seeded } from "./dom/realm.ts";
import type { ExecutedCell, ExecutedNotebook } from "./executed-notebook.ts";
import type { NodeServices } from "./node-services.ts";

/** What happens to a cell while its notebook runs. */
export interface CellChange {
  readonly cell: number;
  /** The cell's place in the notebook, from 1. */
  readonly place: number;
  readonly state: CellState;
}

export interface RunOptions {
  readonly services: Pick<NodeServices, "datasets" | "compute" | "openDatabase" | "notebook">;
  /** Values by name: of views, as if a reader had chosen them; of other names, in place of what their cells say. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Chance and time as the seed says; left out, as the notebook says. */
  readonly reproducible?: boolean;
  readonly seed?: number;
  readonly signal?: AbortSignal;
  progress?(change: CellChange): void;
  /** Hears what a name stands for, each time that it has a value, and a cell each time that it is done. */
  value?(name: string, value: unknown, place: number): void;
  cell?(cell: ExecutedCell): void;
  /** Of the reading column, in pixels. */
  readonly width?: number;
  /** How long nothing may happen while cells still run, in milliseconds: a cell that waits for a reader waits for ever. */
  readonly patience?: number;
  /** Hears what cells show, and hashes it: what another run is held against. */
  readonly recorder?: ProofRecorder;
}

/** Width of the reading column on a page that has room for it, in pixels. */
const COLUMN_PX = 740;
const PATIENCE_MS = 30_000;

/**
 * Runs a notebook in this process: the kernel of the page on a document of its own. Views have the values that the file
 * keeps, or those that are set; generators what they have come to when all cells have settled. A cell that fails is told in
 * the result. Rejects with ParameterError where a value that is set has no place, and with the signal's reason.
 */
export async function runNotebook(text: string, options: RunOptions): Promise<ExecutedNotebook> {
  // The libraries look for a document when they are loaded.
  openRealm();
  const [{ HeadlessNotebook }, catalogue] = await Promise.all([
    import("./headless-notebook.ts"),
    options.services.datasets.entries(),
  ]);
  const { seed, reproducible } = options;
  const notebook = parseNotebook(text);
  const chance: Chance = {
    ...readChance(notebook.attributes),
    ...(seed === undefined ? {} : { seed }),
    ...(reproducible === undefined ? {} : { reproducible }),
  };
  const stream = chance.reproducible ? randomStream(chance.seed, 2 ** 52) : null;
  // The dataflow begins to turn as soon as it is made.
  return seeded(stream, async () =>
    new HeadlessNotebook(notebook, {
      services: options.services,
      catalogue,
      set: new Map(Object.entries(options.set ?? {})),
      chance,
      width: options.width ?? COLUMN_PX,
      patience: options.patience ?? PATIENCE_MS,
      recorder: options.recorder ?? null,
      changed: (cell, place, state) => options.progress?.({ cell, place, state }),
      value: (name, value, place) => options.value?.(name, value, place),
      ...(options.cell ? { cell: (cell) => options.cell?.(cell) } : {}),
    }).run(options.signal),
  );
}
