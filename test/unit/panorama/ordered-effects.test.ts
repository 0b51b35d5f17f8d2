import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inEnglish } from "../../../lib/message/english.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import { effectsInOrder } from "../../../lib/panorama/ordered-effects.ts";
import { panoramaReconcile } from "../../../lib/panorama/tools/reconcile.ts";
import { callTool } from "../../../lib/tool/call.ts";

const named = (...names: string[]) => names.map((effect) => ({ effect, source: "s", method: "m" }));

/** All figures of effects, by a function of which are in. */
function allFigures(names: readonly string[], value: (held: readonly string[]) => number) {
  return Array.from({ length: 2 ** names.length - 1 }, (_, at) => {
    const effects = names.filter((_, e) => (at + 1) & (1 << e));
    return { effects, value: value(effects) };
  });
}

describe("effects that may lie between two figures", () => {
  test("add up in every order to the same figure, and alone but for their interaction", () => {
    const number = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.array(number, { minLength: 7, maxLength: 7 }), (from, to, values) => {
        const names = ["gas", "edition", "year"];
        const figures = allFigures(
          names,
          (held) => values[held.reduce((sum, name) => sum + 2 ** names.indexOf(name), 0) - 1]!,
        );
        const orders = [names, [...names].reverse(), ["edition", "year", "gas"]];
        const results = orders.map((order) => effectsInOrder(from, to, named(...order), figures));
        for (const { effects, reached, interaction, unexplained } of results) {
          const inOrder = effects.reduce((sum, { value }) => sum + value!, 0);
          const alone = effects.reduce((sum, each) => sum + each.alone!, 0);
          expect(reached).toBe(values[6]);
          expect(from + inOrder).toBeCloseTo(values[6]!, 9);
          expect(from + alone + interaction!).toBeCloseTo(values[6]!, 9);
          expect(unexplained).toBeCloseTo(to - values[6]!, 9);
          for (const { value, alone, low, high } of effects)
            for (const each of [value!, alone!]) {
              expect(each).toBeGreaterThanOrEqual(low!);
              expect(each).toBeLessThanOrEqual(high!);
            }
        }
      }),
    );
  });

  test("explain nothing where steps only lead from one figure to another", () => {
    // Another source is known for 2011 alone: "year" and "source" telescope from ours to that figure, whatever stands between.
    const figures = [
      { effects: ["year"], value: -14.6 },
      { effects: ["year", "source"], value: -17.7 },
    ];
    for (const order of [
      ["year", "source"],
      ["source", "year"],
    ]) {
      const result = effectsInOrder(-11, -17.7, named(...order), figures);
      expect(result.reached).toBe(-17.7);
      expect(result.unexplained).toBeNull();
      expect(result.unexplainedShare).toBeNull();
      expect(result.interaction).toBeNull();
      expect(inEnglish(result.reading)).toContain("No figure has only source in it");
      expect(inEnglish(result.reading)).toContain("explain nothing");
    }
    const inOrder = effectsInOrder(-11, -17.7, named("year", "source"), figures).effects;
    expect(inOrder.map(({ value }) => value)).toEqual([expect.closeTo(-3.6, 9), expect.closeTo(-3.1, 9)]);
    const other = effectsInOrder(-11, -17.7, named("source", "year"), figures).effects;
    expect(other.map(({ value }) => value)).toEqual([null, null]);
  });

  test("never are said to explain the other figure, even where they reach it", () => {
    const result = effectsInOrder(-11, -17.7, named("gas"), [{ effects: ["gas"], value: -17.7 }]);
    expect(result.unexplained).toBe(0);
    expect(inEnglish(result.reading)).toContain("would not show that they are");
  });

  test("say nothing together where no figure has all of them", () => {
    const figures = [
      { effects: ["gas"], value: 2 },
      { effects: ["land"], value: 3 },
    ];
    const { unexplained, reached, effects } = effectsInOrder(1, 5, named("gas", "land"), figures);
    expect([unexplained, reached]).toEqual([null, null]);
    expect(effects.map(({ alone }) => alone)).toEqual([1, 2]);
  });

  test("are refused where one is named twice or a figure is no number", () => {
    expect(() => effectsInOrder(1, 2, named("gas", "gas"), [])).toThrow('names "gas" twice');
    expect(() => effectsInOrder(1, 2, named("gas"), [{ effects: ["gas"], value: Number.NaN }])).toThrow("figures[0]");
    expect(() => effectsInOrder(Number.NaN, 2, [], [])).toThrow("from is NaN; expected a finite number");
  });
});

describe("panorama.reconcile", () => {
  const call = (input: object) =>
    callTool(panoramaReconcile, input, uninterrupted, () => Promise.reject(new Error("no data")));
  const effects = [
    { effect: "a", value: 1, source: "s", method: "m" },
    { effect: "b", value: 2, source: "s", method: "m" },
  ];

  test("without figures takes effects to add up, and says that it does", async () => {
    const result = await call({ from: 10, to: 15, effects });
    expect(result.unexplained).toBe(2);
    expect(result.interaction).toBeNull();
    expect(result.reading).toContain("was not measured and is part of the remainder");
    await expect(call({ from: 1, to: 2, effects: [{ effect: "a", source: "s", method: "m" }] })).rejects.toThrow(
      "effects[0].value is missing",
    );
  });

  test("with figures measures what they do together", async () => {
    const figures = [
      { effects: ["a"], value: 11 },
      { effects: ["b"], value: 12 },
      { effects: ["a", "b"], value: 14 },
    ];
    const result = await call({ from: 10, to: 15, effects, figures });
    expect(result).toMatchObject({ interaction: 1, reached: 14, unexplained: 1, unexplainedShare: 0.2 });
  });
});
