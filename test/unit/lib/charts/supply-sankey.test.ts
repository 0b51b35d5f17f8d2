import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SupplyChain, supplyFlows, supplyLayout } from "../../../../lib/charts/supply-sankey.ts";

const chain = (path: string, value: number, direct: number): SupplyChain => ({ path: path.split("/"), value, direct });

/** Chains of a random tree, in which each value is the own part, those of the children, and a remainder. */
const tree: fc.Arbitrary<SupplyChain[]> = fc
  .array(fc.tuple(fc.nat(1000), fc.constantFrom("a", "b", "c", "d"), fc.integer({ min: -3, max: 20 }), fc.nat(5)), {
    maxLength: 25,
  })
  .map((drafts) => {
    const nodes = [{ path: ["product"], own: 1, rest: 0 }];
    for (const [parent, name, own, rest] of drafts) {
      const path = [...nodes[parent % nodes.length]!.path, name];
      if (!nodes.some((node) => node.path.join("/") === path.join("/"))) nodes.push({ path, own, rest });
    }
    const scoreOf = (path: readonly string[]): number =>
      nodes.reduce((sum, node) => {
        const isBelow = path.every((name, i) => node.path[i] === name);
        return isBelow ? sum + node.own + node.rest : sum;
      }, 0);
    return nodes.map(({ path, own }) => ({ path, value: scoreOf(path), direct: own }));
  });

describe("Supply chains between levels", () => {
  it("are one node for all suppliers of a name at a level, and one for all others", () => {
    const { nodes, links } = supplyFlows(
      [
        chain("car", 100, 5),
        chain("car/steel", 60, 20),
        chain("car/glass", 30, 10),
        chain("car/paint", 3, 3),
        chain("car/steel/power", 30, 30),
        chain("car/glass/power", 20, 20),
      ],
      3,
      2,
    );
    expect(nodes).toEqual([
      { name: "car", level: 0, value: 100, direct: 5 },
      { name: "steel", level: 1, value: 60, direct: 20 },
      { name: "glass", level: 1, value: 30, direct: 10 },
      // Paint, and the 2 that the chains leave as a remainder.
      { name: null, level: 1, value: 5, direct: null },
      { name: "power", level: 2, value: 50, direct: null },
      { name: null, level: 2, value: 10, direct: null },
    ]);
    expect(links.map(({ from, to, value }) => [nodes[from]!.name, nodes[to]!.name, value])).toEqual([
      ["steel", "car", 60],
      ["glass", "car", 30],
      [null, "car", 5],
      ["power", "steel", 30],
      [null, "steel", 10],
      ["power", "glass", 20],
    ]);
  });

  it("keep the value of each node that is followed: its own and what comes to it", () => {
    fc.assert(
      fc.property(tree, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }), (chains, levels, most) => {
        const { nodes, links } = supplyFlows(chains, levels, most);
        for (const [n, { value, direct, name, level }] of nodes.entries()) {
          expect(level).toBeLessThan(levels);
          if (direct === null) continue;
          const received = links.filter(({ to }) => to === n).reduce((sum, link) => sum + link.value, direct);
          // Sums of whole numbers below 2^53 are exact.
          expect(received, String(name)).toBe(value);
        }
      }),
    );
  });

  it("are laid out within the height, with the room that labels need, in one scale", () => {
    fc.assert(
      fc.property(tree, (chains) => {
        const flows = supplyFlows(chains, 4, 3);
        const height = 400;
        const rooms = flows.nodes.map(() => 30);
        const { nodes, links, scale } = supplyLayout(flows, height, rooms, 6);
        // Roundings of sums of pixels.
        const slack = 1e-6;
        for (const { level } of nodes) {
          const column = nodes.filter((node) => node.level === level).sort((a, b) => a.middle - b.middle);
          for (const [i, { top, bottom, middle }] of column.entries()) {
            expect(Math.min(top, middle - 15)).toBeGreaterThanOrEqual(-slack);
            expect(Math.max(bottom, middle + 15)).toBeLessThanOrEqual(height + slack);
            if (i > 0) expect(middle - column[i - 1]!.middle).toBeGreaterThanOrEqual(30 - slack);
          }
        }
        for (const { from, to, value, start, end } of links) {
          expect(start[1] - start[0]).toBeCloseTo(Math.abs(value) * scale, 6);
          expect(end[1] - end[0]).toBeCloseTo(Math.abs(value) * scale, 6);
          for (const [[top, bottom], node] of [
            [start, nodes[from]!],
            [end, nodes[to]!],
          ] as const) {
            expect(top).toBeGreaterThanOrEqual(node.top - slack);
            expect(bottom).toBeLessThanOrEqual(node.bottom + slack);
          }
        }
      }),
    );
  });
});
