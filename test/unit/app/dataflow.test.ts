import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LinkedCell, layOut } from "../../../app/workbench/panels/dataflow/layout.ts";
import { findLinks } from "../../../app/workbench/panels/dataflow/links.ts";
import { fakeSession } from "./fake-session.ts";

const cell = (id: number, ...reads: number[]): LinkedCell => ({ id, reads });

describe("The dataflow's layout", () => {
  it("has a row for each linked cell, in document order, and leaves out cells without connections", () => {
    const { rows, alone } = layOut([cell(1), cell(2, 1), cell(3, 1, 2), cell(4), cell(5, 3)]);
    expect([...rows]).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
      [5, 3],
    ]);
    expect(alone).toEqual([4]);
  });

  it("draws one edge for a cell that is read by two names, and none for a cell that is not there", () => {
    expect(layOut([cell(1), cell(2, 1, 1, 99)]).edges).toEqual([{ from: 1, to: 2 }]);
  });

  it("keeps a read of the next cell inside, and one that passes it outside", () => {
    const { lanes, width } = layOut([cell(1), cell(2), cell(3, 2), cell(4, 1)]);
    expect([lanes.get(2), lanes.get(1), width]).toEqual([0, 1, 2]);
  });

  it("draws the reads of two cells in one lane only if they do not touch, circles or not, or if there are too many", () => {
    const cells = fc
      .array(fc.array(fc.integer({ min: 0, max: 19 }), { maxLength: 4 }), { minLength: 1, maxLength: 20 })
      .map((all) => all.map((reads, id) => ({ id, reads })));
    fc.assert(
      fc.property(cells, (all) => {
        const { rows, lanes, edges, alone, width } = layOut(all);
        expect([...rows.keys(), ...alone].sort((a, b) => a - b)).toEqual(all.map(({ id }) => id));
        expect(width).toBeLessThanOrEqual(16);
        const spanOf = (from: number) => {
          const ends = [from, ...edges.filter((edge) => edge.from === from).map(({ to }) => to)].map(
            (id) => rows.get(id)!,
          );
          return [Math.min(...ends), Math.max(...ends)] as const;
        };
        for (const [a, lane] of lanes) {
          for (const [b, other] of lanes) {
            if (a === b || lane !== other || lane === 15) continue;
            const [[first, last], [begin, end]] = [spanOf(a), spanOf(b)];
            expect(last < begin || end < first).toBe(true);
          }
        }
      }),
    );
  });

  it("lays out a chain of a thousand cells in two lanes", () => {
    const chain = Array.from({ length: 1000 }, (_, i) => cell(i, ...(i > 0 ? [i - 1] : [])));
    expect(layOut(chain).width).toBe(2);
  });
});

describe("The links of cells", () => {
  it("lead from every cell that defines a name to those that read it", () => {
    const session = fakeSession({ statuses: { 1: "fresh", 2: "failed", 3: "fresh" }, outputs: { 1: ["a"], 2: ["a"] } });
    const reader = session.reports.get(3)!;
    (session.reports as Map<number, typeof reader>).set(3, { ...reader, inputs: ["a", "d3"] });
    expect(findLinks(session)).toEqual([cell(1), cell(2), cell(3, 1, 2)]);
  });
});
