import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { abatementCurve } from "../../../../lib/charts/abatement-curve.ts";
import { classLimits } from "../../../../lib/charts/class-limits.ts";
import { histogram } from "../../../../lib/charts/histogram.ts";
import { lorenzCurve, shareOfTop } from "../../../../lib/charts/lorenz-curve.ts";
import {
  commonDecimals,
  decimalsOf,
  writeChange,
  writeFormulas,
  writeInterval,
  writeNumber,
  writePercent,
  writeQuantity,
  writeTick,
} from "../../../../lib/charts/number-text.ts";
import { pathTree } from "../../../../lib/charts/path-tree.ts";
import { largestFlows, sankey } from "../../../../lib/charts/sankey.ts";
import { spreadLabels } from "../../../../lib/charts/spread-labels.ts";
import { shortened, textWidth, wrapped } from "../../../../lib/charts/text-width.ts";
import { waterfall } from "../../../../lib/charts/waterfall.ts";
import { quantileOf } from "../../../../lib/numeric/quantile.ts";

describe("Numbers in figures", () => {
  it.each([
    [9999, "9999"],
    [10427.4, "10\u202f427"],
    [-1285, "−1285"],
    [12.34, "12.3"],
    [0.01234, "0.0123"],
    [0, "0"],
    [-0.0004, "−0.000400"],
  ])("%d is written %s", (value, text) => expect(writeNumber(value)).toBe(text));

  it.each([
    [
      [0, 0.5, 1, 1.5],
      ["0.0", "0.5", "1.0", "1.5"],
    ],
    [
      [-50, 0, 50],
      ["−50", "0", "50"],
    ],
    [
      [0, 0.05, 0.1, 0.15000000000000002],
      ["0.00", "0.05", "0.10", "0.15"],
    ],
    [
      [0, 20000],
      ["0", "20\u202f000"],
    ],
  ])("as ticks %j have the same decimals", (ticks, texts) => expect(ticks.map(writeTick)).toEqual(texts));

  it("have a sign where they are changes, and none where they round to zero", () => {
    expect([writeChange(255), writeChange(-0.01, 1), writeChange(0)]).toEqual(["+255", "0.0", "0"]);
  });

  it("have no more decimals than their uncertainty allows", () => {
    expect([decimalsOf(12.34, 0.05), decimalsOf(12.34, 3), decimalsOf(12.34, 40)]).toEqual([1, 1, 0]);
    expect(writeInterval(6812, 10634)).toBe("6800–10\u202f600");
    expect(writeInterval(-2.94, 4.86)).toBe("−2.9\u00a0to\u00a04.9");
    expect(writeInterval(-2.94, 4.86, "至")).toBe("−2.9\u00a0至\u00a04.9");
  });

  it("share their decimals in a column", () => expect(commonDecimals([3.2718, 120.5])).toBe(0));

  it("stand before their unit with a space that does not break", () => {
    expect([
      writePercent(12.34),
      writeQuantity("8", "Mt CO2e"),
      writeFormulas("CH4 and N2O, XCO21"),
      writeFormulas("Mt CO2e AR6.GWP100/yr"),
    ]).toEqual(["12.3\u00a0%", "8\u00a0Mt CO₂e", "CH₄ and N₂O, XCO21", "Mt CO₂e (AR6 GWP100)/yr"]);
  });
});

describe("Labels", () => {
  it("do not overlap, keep their order, and stay within bounds that have room", () => {
    const labels = fc.array(
      fc.record({ at: fc.double({ min: 0, max: 400, noNaN: true }), size: fc.integer({ min: 1, max: 20 }) }),
      { minLength: 1, maxLength: 18 },
    );
    fc.assert(
      fc.property(labels, (all) => {
        const sizes = all.map(({ size }) => size);
        const placed = spreadLabels(
          all.map(({ at }) => at),
          sizes,
          [0, 400],
        );
        const order = all.map((_, i) => i).sort((a, b) => placed[a]! - placed[b]!);
        order.forEach((label, i) => {
          expect(placed[label]! - sizes[label]! / 2).toBeGreaterThanOrEqual(-1e-9);
          expect(placed[label]! + sizes[label]! / 2).toBeLessThanOrEqual(400 + 1e-9);
          const before = order[i - 1];
          if (before === undefined) return;
          expect(placed[label]! - placed[before]!).toBeGreaterThanOrEqual((sizes[label]! + sizes[before]!) / 2 - 1e-9);
          expect(all[label]!.at).toBeGreaterThanOrEqual(all[before]!.at);
        });
      }),
    );
  });

  it("stay where they are if there is room", () => expect(spreadLabels([30, 10], [5, 5], [0, 100])).toEqual([30, 10]));

  it("are wrapped and cut to a width", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 30, max: 300 }), (text, width) => {
        for (const line of wrapped(text, width, 12))
          expect(textWidth(line, 12)).toBeLessThanOrEqual(Math.max(width, textWidth("W…", 12)));
      }),
    );
    expect(wrapped("Land-use change by three bookkeeping models", 140, 12)).toEqual([
      "Land-use change by",
      "three bookkeeping mo…",
    ]);
    expect(wrapped("其他受管理土地的间接通量", 72, 12)).toEqual(["其他受管理土", "地的间接通量"]);
    expect(shortened("China", 100, 12)).toBe("China");
  });
});

describe("Layouts", () => {
  it("carry a waterfall from level to level, with bounds where its bars are", () => {
    const placed = waterfall([
      { kind: "level", value: 10, lo: 9, hi: 12 },
      { kind: "change", value: -4, lo: -5, hi: -3 },
      { kind: "change", value: 1 },
      { kind: "level", value: 7 },
    ]);
    expect(placed).toEqual([
      { from: 0, to: 10, lo: 9, hi: 12 },
      { from: 10, to: 6, lo: 5, hi: 7 },
      { from: 6, to: 7, lo: null, hi: null },
      { from: 0, to: 7, lo: null, hi: null },
    ]);
  });

  it("keep the thickness of a flow proportional to its value, and bands within their places", () => {
    const flow = fc.record({
      origin: fc.constantFrom("a", "b", "c"),
      destination: fc.constantFrom("a", "b", "d"),
      value: fc.integer({ min: 1, max: 900 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(flow, { minLength: 1, selector: (each) => each.origin + each.destination }),
        (flows) => {
          const { nodes, bands } = sankey(flows, 400, 6, 17);
          const scale = (bands[0]!.from[1] - bands[0]!.from[0]) / bands[0]!.value;
          for (const { value, from, to, origin } of bands) {
            expect(from[1] - from[0]).toBeCloseTo(value * scale, 6);
            expect(to[1] - to[0]).toBeCloseTo(value * scale, 6);
            const node = nodes.find(({ name, side }) => name === origin && side === "origin")!;
            expect(from[0]).toBeGreaterThanOrEqual(node.top - 1e-6);
            expect(from[1]).toBeLessThanOrEqual(node.bottom + 1e-6);
          }
          for (const { top, bottom } of nodes) expect([top >= -1e-6, bottom <= 400 + 1e-6]).toEqual([true, true]);
        },
      ),
    );
  });

  it("leave out flows that go nowhere", () => {
    const flows = [
      { origin: "a", destination: "a", value: 9 },
      { origin: "a", destination: "b", value: 2 },
      { origin: "b", destination: "a", value: 5 },
      { origin: "c", destination: "a", value: -1 },
    ];
    expect(largestFlows(flows, 5).map(({ value }) => value)).toEqual([5, 2]);
  });

  it("make a tree of chains that begin alike, a parent before its children", () => {
    const rows = pathTree([
      { path: ["car", "power"], value: 5 },
      { path: ["car"], value: 2 },
      { path: ["car", "steel", "power"], value: 9 },
    ]);
    expect(rows.map(({ name, depth, parent, value, through }) => [name, depth, parent, value, through])).toEqual([
      ["car", 0, -1, 2, 16],
      ["steel", 1, 0, 0, 9],
      ["power", 2, 1, 9, 9],
      ["power", 1, 0, 5, 5],
    ]);
  });

  it("give equality a Gini coefficient of 0, and one who has all among n one of 1 − 1/n", () => {
    expect(lorenzCurve([1, 2, 3].map((weight) => ({ value: 4 * weight, weight }))).gini).toBeCloseTo(0, 12);
    const one = lorenzCurve([0, 0, 0, 7].map((value) => ({ value, weight: 1 })));
    expect(one.gini).toBeCloseTo(0.75, 12);
    expect([shareOfTop(one, 0.25), shareOfTop(one, 1)]).toEqual([1, 1]);
  });

  it("put the cheapest measure first", () => {
    const measures = [
      { amount: 5, cost: 20 },
      { amount: 3, cost: -10 },
      { amount: 0, cost: -90 },
    ];
    expect(abatementCurve(measures)).toEqual([
      { index: 1, from: 0, to: 3 },
      { index: 0, from: 3, to: 8 },
    ]);
  });

  it("count every value in one bin", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        expect(histogram(values).reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
      }),
    );
    expect(quantileOf([1, 2, 3, 4], 0.5)).toBe(2.5);
  });

  it("set class limits about zero in pairs", () => {
    const limits = classLimits([-30, -12, -3, 1, 4, 9, 22, 60]);
    expect(limits.map((limit) => -limit).reverse()).toEqual(limits);
    expect(classLimits([1, 2, 3, 50, 900]).every((limit, i, all) => limit > (all[i - 1] ?? 0))).toBe(true);
  });
});
