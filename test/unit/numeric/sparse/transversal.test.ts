import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Candidate, transversal } from "../../../../lib/numeric/sparse/transversal.ts";

/** Every assignment of columns to rows, with its cost. */
function assignments(candidates: readonly (readonly Candidate[])[]): { rows: number[]; cost: number }[] {
  const found: { rows: number[]; cost: number }[] = [];
  const go = (rows: number[], cost: number) => {
    if (rows.length === candidates.length) found.push({ rows, cost });
    else
      for (const { row, cost: more } of candidates[rows.length]!)
        if (!rows.includes(row)) go([...rows, row], cost + more);
  };
  go([], 0);
  return found;
}

const graphs = fc.integer({ min: 1, max: 6 }).chain((n) =>
  fc.array(
    fc
      .array(fc.record({ row: fc.nat(n - 1), cost: fc.constantFrom(0 as const, 1 as const) }), { maxLength: 4 })
      .map((list) => list.filter(({ row }, at) => list.findIndex((each) => each.row === row) === at)),
    { minLength: n, maxLength: n },
  ),
);

describe("an assignment of rows to columns", () => {
  it("costs the least, and is called the only one exactly if it is", () => {
    fc.assert(
      fc.property(graphs, (candidates) => {
        const all = assignments(candidates);
        const found = transversal(candidates);
        if (all.length === 0) {
          expect(found.rowOf).toBeNull();
          return;
        }
        const least = Math.min(...all.map(({ cost }) => cost));
        const best = all.filter(({ cost }) => cost === least);
        if (found.rowOf === null) throw new Error("There is an assignment.");
        expect(best.map(({ rows }) => rows)).toContainEqual([...found.rowOf]);
        expect(found.ambiguous.length === 0).toBe(best.length === 1);
      }),
    );
  });

  it("that does not exist names the columns that compete", () => {
    const at = (...rows: number[]) => rows.map((row): Candidate => ({ row, cost: 0 }));
    expect(transversal([at(0), at(1, 2), at(1), at(2, 1)])).toEqual({ rowOf: null, competing: [1, 2, 3] });
  });
});
