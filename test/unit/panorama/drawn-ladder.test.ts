import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inEnglish } from "../../../lib/message/english.ts";
import type { AccountRow, Category, Principle } from "../../../lib/panorama/account.ts";
import { drawnLadder } from "../../../lib/panorama/drawn-ladder.ts";
import { ladder } from "../../../lib/panorama/ladder.ts";
import type { RowError } from "../../../lib/panorama/row-error.ts";

const row = (principle: Principle, category: Category, value: number, more: Partial<AccountRow> = {}): AccountRow => ({
  region: "AAA",
  year: 2020,
  gas: "CO2",
  unit: "Mt CO2",
  metric: "",
  lo: null,
  hi: null,
  bounds: "none",
  source: "test",
  method: "given",
  principle,
  category,
  value,
  ...more,
});

const draw = (rows: readonly AccountRow[], errors: readonly RowError[] = [], draws = 20_000) => {
  const made = drawnLadder(ladder("AAA", 2020, rows), rows, errors, { draws, seed: 1 });
  const of = (step: string) => made.rungs.find((rung) => rung.step === step)!;
  return { ...made, of, drawn: (step: string) => of(step).distribution! };
};

const simple = [
  row("territorial", "total", 1000),
  row("consumption", "net transfer", -100),
  row("natural", "land-use change", 50),
];
const normal = (percent: number) => ({ type: "normal", mean: 1, halfWidthPercent: percent }) as const;

describe("a ladder in draws", () => {
  test("never draws from a range of sources, which stays what it is", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 50, noNaN: true }), fc.double({ min: 0, max: 50, noNaN: true }), (a, b) => {
        const ranged = { lo: 100 - a, hi: 100 + b, bounds: "range of sources" } as const;
        const { rungs, notes, adjustments } = draw(
          [row("territorial", "total", 100, ranged), ...simple.slice(1)],
          [],
          50,
        );
        for (const { distribution } of rungs) expect(distribution).toBe(null);
        expect(rungs[0]).toMatchObject(ranged);
        expect(adjustments).toEqual([]);
        expect(inEnglish(notes[0])).toBe(
          "The range of sources for territorial (CO2) of AAA in 2020 is not a probability distribution: nothing was drawn from it.",
        );
      }),
    );
  });

  test("draws from a 95 % interval that a row states, far on one side and near on the other", () => {
    const { of, drawn, notes } = draw([row("territorial", "total", 100, { lo: 60, hi: 105, bounds: "95 % interval" })]);
    const { lo, hi, bounds } = of("territorial");
    expect(bounds).toBe("95 % interval");
    expect(lo).toBeGreaterThan(59);
    expect(lo).toBeLessThan(61.5);
    expect(hi).toBeCloseTo(105, 0);
    expect(drawn("territorial").median).toBeCloseTo(100, 0);
    expect(drawn("territorial").skewness).toBeLessThan(-0.5);
    expect(notes).toEqual([]);
  });

  test("says of each step what did not move in the draws, and gives a step that none reaches no distribution", () => {
    const { of, drawn, adjustments } = draw(
      [...simple.slice(0, 2), row("natural", "land-use change", 50, { lo: 10, hi: 90, bounds: "range of sources" })],
      [{ principle: "territorial", factor: normal(10) }],
    );
    expect(of("territorial").undrawn).toEqual([]);
    expect(inEnglish(of("consumption").undrawn)).toEqual(["net transfer (CO2)"]);
    expect(inEnglish(of("panorama").undrawn)).toEqual(["net transfer (CO2)", "land-use change (CO2)"]);
    expect(of("territorial").bounds).toBe("95 % interval");
    expect(of("panorama").bounds).toBe("95 % interval of what was drawn");
    expect(of("land-use change")).toMatchObject({ lo: 10, hi: 90, bounds: "range of sources", distribution: null });
    expect(drawn("panorama").sd).toBeCloseTo(100 / 1.96, 0);
    expect(adjustments.map(({ to, undrawn }) => [to, undrawn.length])).toEqual([
      ["consumption", 1],
      ["panorama", 2],
    ]);
  });

  test("lays the error that a source states on the rows of that source alone", () => {
    const error = { principle: "territorial", source: "test", factor: normal(10), made: "stated by test" } as const;
    expect(draw(simple, [error]).drawn("territorial").made).toBe("stated by test");
    expect(draw([row("territorial", "total", 1000, { source: "mine" })], [error]).of("territorial").distribution).toBe(
      null,
    );
  });

  test("adds the variances of rows that have nothing to do with each other, and shares them out", () => {
    const { drawn } = draw(simple, [
      { principle: "territorial", factor: normal(10) },
      { category: "net transfer", factor: normal(40) },
      { category: "land-use change", difference: { type: "normal", mean: 0, sd: 20 } },
    ]);
    const [a, b, c] = [100 / 1.96, 40 / 1.96, 20];
    const sd = Math.hypot(a, b, c);
    expect(drawn("panorama").sd / sd).toBeCloseTo(1, 1);
    expect(drawn("territorial").share).toBeCloseTo(a ** 2 / sd ** 2, 1);
    const shares = ["territorial", "net transfer", "land-use change"].map((step) => drawn(step).share!);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(drawn("panorama").share).toBe(null);
  });

  test("lets steps that share a source move together: what is exported falls with what is emitted", () => {
    const errors = (group?: string) =>
      [
        { principle: "territorial", factor: normal(10), group },
        { category: "net transfer", factor: normal(10), group },
      ] as const satisfies RowError[];
    const [apart, together] = [draw(simple, errors()), draw(simple, errors("fossil statistics"))];
    // −100 follows +1000 in the opposite direction: the sum is sure to 10 % of 900.
    expect(together.drawn("consumption").sd).toBeCloseTo(90 / 1.96, 0);
    expect(apart.drawn("consumption").sd).toBeCloseTo(Math.hypot(100, 10) / 1.96, 0);
    // The ratio of the two does not move at all.
    const adjusted = together.adjustments.find(({ to }) => to === "consumption")!;
    expect(adjusted.value).toBeCloseTo(-10, 12);
    expect(adjusted.hi - adjusted.lo).toBeLessThan(1e-10);
    const [low, high] = [apart, together].map(({ adjustments }) => adjustments[0]!.sd);
    expect(low!).toBeGreaterThan(high!);
  });

  test("has the correlation within a group that was asked for", () => {
    const correlated = (r: number) =>
      draw(simple, [
        { principle: "territorial", factor: normal(10), group: "g", r },
        { category: "net transfer", difference: { type: "normal", mean: 0, sd: 100 / 1.96 }, group: "g", r },
      ]).drawn("consumption").sd;
    const sd = 100 / 1.96;
    for (const r of [0, 0.5, 1]) expect(correlated(r) / (sd * Math.sqrt(2 + 2 * r))).toBeCloseTo(1, 1);
  });

  test("keeps a lognormal law lopsided to the top", () => {
    const { of, drawn } = draw(simple, [
      { principle: "territorial", factor: { type: "lognormal", mean: 1, geometricSd: 1.5 } },
    ]);
    const { value, lo, hi } = of("panorama");
    expect(hi! - value).toBeGreaterThan(1.5 * (value - lo!));
    expect(drawn("panorama").skewness).toBeGreaterThan(0.8);
    expect(inEnglish(drawn("panorama").made)).toBe("follows from the steps before");
  });

  test("knows that what is reported of managed land stays, whichever model splits it", () => {
    const { drawn } = draw([
      ...simple.slice(0, 2),
      row("natural", "land-use change", 50, { lo: 10, hi: 90, bounds: "95 % interval" }),
      row("natural", "managed land, indirect", -300, { lo: -340, hi: -260, bounds: "range of sources" }),
    ]);
    expect(drawn("land-use change").sd).toBeGreaterThan(15);
    expect(drawn("managed land, indirect").sd).toBeGreaterThan(15);
    expect(drawn("panorama").sd).toBeLessThan(1e-9);
  });

  test("gives the unexplained what residence and territory leave", () => {
    const { drawn } = draw(
      [
        row("territorial", "total", 1000),
        row("residence", "resident transport", 30),
        row("residence", "unexplained", -10),
        row("residence", "total", 1020),
        row("consumption", "imports", 200),
        row("consumption", "exports", 300),
        row("consumption", "total", 920),
      ],
      [
        { principle: "territorial", factor: normal(10) },
        { principle: "residence", category: "total", factor: normal(5) },
        { category: "exports", factor: normal(20) },
      ],
    );
    expect(drawn("unexplained").sd).toBeCloseTo(Math.hypot(100, 51) / 1.96, 0);
    expect(drawn("residence").sd).toBeCloseTo(51 / 1.96, 0);
    expect(drawn("consumption").sd).toBeCloseTo(Math.hypot(51, 60) / 1.96, 0);
    expect(drawn("exports").share!).toBeGreaterThan(0.5);
  });

  test("names what it does not draw, and draws the same twice", () => {
    const [once, twice] = [
      draw(simple, [{ principle: "territorial", factor: normal(10) }]),
      draw(simple, [{ principle: "territorial", factor: normal(10) }]),
    ];
    expect(inEnglish(once.notes)).toEqual([
      "No error distribution of net transfer (CO2) of AAA in 2020 is stated: it was not drawn.",
      "No error distribution of land-use change (CO2) of AAA in 2020 is stated: it was not drawn.",
    ]);
    expect(JSON.stringify(once.rungs)).toBe(JSON.stringify(twice.rungs));
  });

  test("is nothing without a territory", () => {
    expect(draw([]).rungs).toEqual([]);
  });

  test("refuses what cannot be, naming the error and its field", () => {
    const refused = (error: RowError, draws?: number) => () => draw(simple, [error], draws);
    expect(refused({})).toThrow("errors[0] takes one distribution, as factor or as difference.");
    expect(refused({ factor: normal(10), r: 1.2 })).toThrow("errors[0].r is 1.2");
    expect(refused({ factor: { type: "normal", mean: 1, sd: -1 } })).toThrow(
      "errors[0].factor: sd is -1; expected a number > 0",
    );
    expect(refused({ factor: { type: "normal", mean: 100, sd: 1 } })).toThrow("a factor should be about 1");
    expect(refused({ difference: { type: "uniform", lo: 5, hi: 1 } })).toThrow("errors[0].difference");
    expect(refused({ factor: normal(10) }, 0)).toThrow("draws is 0; expected an integer ≥ 2");
  });
});
