import type { Graph } from "./graph.ts";

/**
 * The dormant cells: their output was kept from an earlier run, so they do not run before something needs them or they are
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

  /** Wakes cells and the cells that they read; returns those that were dormant. */
  wake(cells: Iterable<number>, { reads }: Graph): number[] {
    const woken: number[] = [];
    const open = [...cells];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (!this.#cells.delete(id)) continue;
      woken.push(id);
      open.push(...(reads.get(id)?.values() ?? []));
    }
    return woken;
  }

  /** Dormant cells that active cells depend on, directly or indirectly. */
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
