import { messages } from "../../../lib/message/message.ts";
import type { InputOutputTable } from "../../../lib/mrio/table.ts";
import { type HeldTable, heldTable, keptOnce } from "../../../lib/mrio/tools/held-table.ts";
import { editsOf, whatIfOptions } from "../../../lib/mrio/tools/what-if.ts";
import { prepareWhatIf, type WhatIf } from "../../../lib/mrio/what-if.ts";
import type { Work } from "../../../lib/numeric/work.ts";
import { makeResource } from "../../../lib/tool/call.ts";
import type { Selection } from "../../../lib/tool/selection.ts";
import { findTool } from "../../../lib/tools.ts";
import { importedTable } from "./imported-table.ts";
import { accountsWithEmissions, editIntensities } from "./intensity-edit.ts";
import type { Load } from "./load.ts";
import { shippedTable } from "./shipped-table.ts";
import type { TableRequest } from "./table-handle.ts";
import { TableRequestError } from "./table-request-error.ts";

const said = messages("compute", {
  openingTable: {
    en: "opening the table",
    zh: "打开投入产出表",
  },
  unknownMaker: {
    en: "A table was made by `{tool}`, which the library does not have.",
    zh: "有一张表由 `{tool}` 生成，而库中没有该工具。",
  },
});

/** Tables are large: the ones used last are kept, by their cells, and at least one. */
const MOST_CELLS = 40_000_000;
const MOST_WHAT_IFS = 8;

interface Base {
  readonly base: HeldTable;
  readonly rest: object;
}

/** Tables decoded from the datasets and kept, with their solved accounts, while there is room for them. */
export class Tables {
  readonly #bases = new Map<string, Promise<Base>>();
  readonly #opened = new WeakMap<Promise<Base>, Base>();
  readonly #rows = new Map<string, readonly Selection[]>();
  readonly #whatIfs = new Map<string, Promise<WhatIf>>();

  /** The table of a request with its accounts, solved once for all edits of its intensities. Throws TableRequestError. */
  async held(request: TableRequest, load: Load, work: Work): Promise<HeldTable> {
    const { base } = await this.#base(request, load, work);
    const table = editIntensities(base.table, request.edits);
    if (table === base.table) return base;
    return {
      table,
      system: base.system,
      rest: base.rest,
      accounts: keptOnce(async (work) => {
        const solved = await base.accounts(work);
        return accountsWithEmissions(table, solved, await base.system(work), work);
      }),
    };
  }

  /** A what-if prepared once for its edits, whatever their factors. */
  async whatIf(request: TableRequest, edits: readonly unknown[], load: Load, work: Work): Promise<WhatIf> {
    const { edits: parsed } = whatIfOptions.parse({ edits });
    const key = JSON.stringify([request, parsed.map((edit) => ({ ...edit, factor: 1 }))]);
    const known = this.#whatIfs.get(key);
    const preparing = known ?? this.#prepare(request, parsed, load, work);
    keepLast(this.#whatIfs, key, preparing, MOST_WHAT_IFS);
    return preparing;
  }

  async #prepare(request: TableRequest, edits: Parameters<typeof editsOf>[1], load: Load, work: Work): Promise<WhatIf> {
    const held = await this.held(request, load, work);
    const { xByConsumer } = await held.accounts(work);
    const system = await held.system(work);
    return prepareWhatIf(held.table, editsOf(held.table, edits), work, { system, xByConsumer });
  }

  /** Makes the table of a request of its own, or finds it made. `rest` is what the tool says besides. */
  async make(request: TableRequest, load: Load, work: Work): Promise<{ held: HeldTable; rest: object }> {
    const { base, rest } = await this.#base(request, load, work);
    return { held: base, rest };
  }

  /**
   * The rows of datasets that the table of a request was made of; of a table that a tool made, those of what it took. Known
   * from when it was first opened on, also after it was given up to make room.
   */
  rowsOf(request: TableRequest): readonly Selection[] {
    return this.#rows.get(keyOf(request)) ?? [];
  }

  async #base(request: TableRequest, load: Load, work: Work): Promise<Base> {
    const key = keyOf(request);
    const base = this.#bases.get(key) ?? this.#open(request, load, work);
    keepLast(this.#bases, key, base, Number.POSITIVE_INFINITY);
    const opened = await base;
    if (this.#bases.get(key) === base) this.#opened.set(base, opened);
    this.#makeRoom(opened);
    return opened;
  }

  async #open(request: TableRequest, load: Load, work: Work): Promise<Base> {
    work.progress(0, said.openingTable());
    if (!request.made) {
      const open = request.source === undefined ? shippedTable : importedTable;
      const { table, rows } = await open(request, load);
      this.#rows.set(keyOf(request), rows);
      return { base: heldTable(table), rest: {} };
    }
    const { tool, tables, options } = request.made;
    const held: Record<string, HeldTable> = {};
    const rows: Selection[] = [];
    for (const [name, of] of Object.entries(tables)) {
      held[name] = await this.held(of, load, work);
      rows.push(...this.rowsOf(of));
    }
    const found = findTool(tool);
    if (!found) throw new TableRequestError(said.unknownMaker({ tool }));
    const { made, rest } = await makeResource(found, held, options, work);
    this.#rows.set(keyOf(request), rows);
    // What a tool makes of tables is a table.
    return { base: heldTable(made as InputOutputTable), rest };
  }

  /** Gives up tables that were not asked for lately until the rest fits. */
  #makeRoom(newest: Base): void {
    let cells = 0;
    for (const [key, base] of [...this.#bases].reverse()) {
      // One that is still being opened may be waiting for this very table.
      const opened = this.#opened.get(base);
      if (!opened) continue;
      cells += cellsOf(opened.base);
      if (opened === newest) continue;
      // The kernels hold the coefficients of one table at a time.
      opened.base.rest();
      if (cells > MOST_CELLS) this.#bases.delete(key);
    }
  }
}

/** What a base is known by: its request without the edits of intensities, which are laid over it. */
function keyOf({ edits: _, ...source }: TableRequest): string {
  return JSON.stringify(source, (_, value) => sorted(value));
}

/** Fields in one order, so that a request has one text. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function cellsOf({ table: { Z } }: HeldTable): number {
  return Z.kind === "csr" ? 1.5 * Z.values.length : Z.data.length;
}

/** Puts the promise last in the map, forgets it should it fail, and drops the first beyond `most`. */
function keepLast<T>(map: Map<string, Promise<T>>, key: string, promise: Promise<T>, most: number): void {
  map.delete(key);
  map.set(key, promise);
  promise.catch(() => map.get(key) === promise && map.delete(key));
  for (const oldest of map.keys()) {
    if (map.size <= most) break;
    map.delete(oldest);
  }
}
