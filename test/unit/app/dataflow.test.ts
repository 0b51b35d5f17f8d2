import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LinkedCell, layOut } from "../../../app/workbench/panels/dataflow/layout.ts";
import { findLinks } from "../../../app/workbench/panels/dataflow/links.ts";
import { fakeSession } from "./fake-session.ts";

const cell = (id: number, ...reads: number[]): LinkedCell => ({ id, reads });

describe("The dataflow's layout", () => {
  it("puts each cell right of what it reads, in as many layers as the longest chain has cells", () => {
    const { places, layers, alone } = layOut([cell(1), cell(2, 1), cell(3, 1, 2), cell(4), cell(5, 3)]);
    expect([1, 2, 3, 5].map((id) => places.get(id)?.layer)).toEqual([0, 1, 2, 3]);
    expect(layers).toBe(4);
    expect(alone).toEqual([4]);
  });

  it("draws one edge for a cell that is read by two names, and none for a cell that is not there", () => {
    expect(layOut([cell(1), cell(2, 1, 1, 99)]).edges).toEqual([{ from: 1, to: 2 }]);
  });

  it("puts readers beside what they read, so that parallel chains do not cross", () => {
    const { places } = layOut([cell(1), cell(2), cell(3, 2), cell(4, 1)]);
    expect(places.get(4)?.row).toBe(places.get(1)?.row);
    expect(places.get(3)?.row).toBe(places.get(2)?.row);
  });

  it("gives every linked cell a place of its own, circles or not", () => {
    const cells = fc
      .array(fc.array(fc.integer({ min: 0, max: 19 }), { maxLength: 4 }), { minLength: 1, maxLength: 20 })
      .map((all) => all.map((reads, id) => ({ id, reads })));
    fc.assert(
      fc.property(cells, (all) => {
        const { places, alone, edges } = layOut(all);
        const spots = [...places.values()].map(({ layer, row }) => `${layer}/${row}`);
        expect(new Set(spots).size).toBe(spots.length);
        expect([...places.keys(), ...alone].sort((a, b) => a - b)).toEqual(all.map(({ id }) => id));
        for (const { from, to } of edges) expect(places.has(from) && places.has(to)).toBe(true);
      }),
    );
  });

  it("lays out a chain of a thousand cells", () => {
    const chain = Array.from({ length: 1000 }, (_, i) => cell(i, ...(i > 0 ? [i - 1] : [])));
    expect(layOut(chain).layers).toBe(1000);
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
