import type { Graph } from "./graph.ts";

/**
 * The resting cells: what they show was kept from an earlier run, so they do not run before something needs them or they are
 * woken.
 */
export class DormantCells {
  readonly #cells = new Set<number>();

  has(cell: number): boolean {
    return this.#cells.has(cell);
  }

  add(cell: number): void {
    this.#cells.add(cell);
  }

  delete(cell: number): void {
    this.#cells.delete(cell);
  }

  /** Ends the rest of cells, and of those that they read; gives those that rested until now. */
  rouse(cells: Iterable<number>, { reads }: Graph): number[] {
    const roused: number[] = [];
    const open = [...cells];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (!this.#cells.delete(id)) continue;
      roused.push(id);
      open.push(...(reads.get(id)?.values() ?? []));
    }
    return roused;
  }

  /** Resting cells that awake ones read, directly or through others. */
  neededBy(cells: Iterable<number>, { reads }: Graph): Set<number> {
    const needed = new Set<number>();
    const open = [...cells].filter((id) => !this.has(id));
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const read of reads.get(id)?.values() ?? []) {
        if (needed.has(read) || !this.has(read)) continue;
        needed.add(read);
        open.push(read);
      }
    }
    return needed;
  }
}
