import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inEnglish } from "../../../lib/message/english.ts";
import type { AccountRow, BoundKind, Category, Principle } from "../../../lib/panorama/account.ts";
import { ladder } from "../../../lib/panorama/ladder.ts";

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
const mass = fc.double({ min: -20_000, max: 20_000, noNaN: true });
/** Rounding of sums of terms up to 1e5: 2^-53 · 1e5 · ten additions. */
const EPSILON = 1e-9;
const level = (of: ReturnType<typeof ladder>, step: string) =>
  of.rungs.find((rung) => rung.step === step && rung.kind === "level");

describe("the ladder", () => {
  test("begins where the last step ended, and every change is its row", () => {
    fc.assert(
      fc.property(mass, mass, mass, (territorial, net, land) => {
        const made = ladder("AAA", 2020, [
          row("territorial", "total", territorial),
          row("consumption", "net transfer", net),
          row("natural", "land-use change", land),
        ]);
        let height = 0;
        for (const rung of made.rungs) {
          if (rung.kind === "change") expect(rung.from).toBe(height);
          height = rung.to;
        }
        expect(level(made, "panorama")!.value).toBeCloseTo(territorial + net + land, 7);
        expect(made.checks.every(({ holds }) => holds)).toBe(true);
      }),
    );
  });

  test("reaches consumption from residence by imports less exports", () => {
    fc.assert(
      fc.property(mass, mass, mass, mass, mass, (territorial, residence, transport, imports, exports) => {
        const made = ladder("AAA", 2020, [
          row("territorial", "total", territorial),
          row("residence", "resident transport", transport),
          row("residence", "unexplained", residence - territorial - transport),
          row("residence", "total", residence),
          row("consumption", "imports", imports),
          row("consumption", "exports", exports),
          row("consumption", "total", residence + imports - exports),
        ]);
        expect(Math.abs(level(made, "consumption")!.value - (residence + imports - exports))).toBeLessThan(EPSILON);
        expect(made.checks.filter(({ holds }) => !holds)).toEqual([]);
      }),
    );
  });

  test("shows a published consumption that its steps do not reach", () => {
    const made = ladder("AAA", 2020, [
      row("territorial", "total", 100),
      row("consumption", "net transfer", 10),
      row("consumption", "total", 113),
    ]);
    expect(made.checks).toContainEqual(expect.objectContaining({ gap: -3, holds: false }));
  });

  test("has avoided emissions beside it: no amount of them changes a rung or a check", () => {
    fc.assert(
      fc.property(mass, mass, mass, mass, (territorial, net, land, avoided) => {
        const rows = [
          row("territorial", "total", territorial),
          row("consumption", "net transfer", net),
          row("natural", "land-use change", land),
        ];
        const without = ladder("AAA", 2020, rows);
        const beside = row("avoided", "exported goods", avoided, { unit: "Mt CO2e", metric: "AR5.GWP100", gas: "GHG" });
        const made = ladder("AAA", 2020, [beside, ...rows]);
        expect(made.rungs).toEqual(without.rungs);
        expect(made.checks).toEqual(without.checks);
        expect(made.beside).toEqual([beside]);
      }),
    );
  });

  test("stops where a step is missing: without a consumption there is no panorama", () => {
    const made = ladder("AAA", 2020, [row("territorial", "total", 5), row("natural", "land-use change", 1)]);
    expect(made.rungs.map(({ step }) => step)).toEqual(["territorial"]);
  });

  test("ends with consumption where a needed part of land is missing, and passes over none of it where it is there", () => {
    const rows = [
      row("territorial", "total", 100),
      row("consumption", "net transfer", -10),
      row("natural", "land-use change", 20),
    ];
    const needed: Category[] = ["managed land, indirect"];
    const without = ladder("AAA", 2020, rows, needed);
    expect(without.rungs.map(({ step }) => step)).toEqual(["territorial", "net transfer", "consumption"]);
    const made = ladder("AAA", 2020, [...rows, row("natural", "managed land, indirect", -70)], needed);
    expect(level(made, "panorama")!.value).toBe(40);
    expect(level(ladder("AAA", 2020, rows), "panorama")!.value).toBe(110);
  });

  test("refuses to add two metrics, and says which", () => {
    const gas = (name: string, metric: string) =>
      row("territorial", "total", 1, { gas: name, unit: "Mt CO2e", metric });
    expect(() => ladder("AAA", 2020, [gas("CH4", "AR5.GWP100"), gas("F-gases", "AR6.GWP100")])).toThrow(
      /AR5\.GWP100 and by AR6\.GWP100 cannot be added/,
    );
  });

  test("moves by trade the CO2 alone where other gases stand in the territory", () => {
    const made = ladder("AAA", 2020, [
      row("territorial", "total", 100),
      row("territorial", "total", 30, { gas: "CH4", unit: "Mt CO2e", metric: "AR6.GWP100" }),
      row("consumption", "net transfer", -10),
      row("consumption", "total", 90),
    ]);
    expect(level(made, "territorial")).toMatchObject({ value: 130, unit: "Mt CO2e", metric: "AR6.GWP100" });
    expect(level(made, "consumption")!.value).toBe(120);
    expect(made.checks.every(({ holds }) => holds)).toBe(true);
  });

  test("moves each gas whose transfer is known as a step of its own, and the sum still closes", () => {
    const other = (
      principle: "territorial" | "consumption",
      category: Category,
      value: number,
      gas: string,
      more = {},
    ) => row(principle, category, value, { gas, unit: "Mt CO2e", metric: "AR6.GWP100", ...more });
    const made = ladder("AAA", 2020, [
      row("territorial", "total", 100),
      row("consumption", "net transfer", -10),
      row("consumption", "total", 90),
      other("territorial", "total", 30, "CH4"),
      other("territorial", "total", 5, "N2O"),
      other("consumption", "net transfer", 4, "CH4", { lo: 1, hi: 7, bounds: "range of sources" }),
      other("consumption", "net transfer", -1, "N2O"),
    ]);
    expect(made.rungs.map(({ step }) => step)).toEqual([
      "territorial",
      "net transfer",
      "net transfer CH4",
      "net transfer N2O",
      "consumption",
    ]);
    expect(level(made, "consumption")).toMatchObject({ value: 128, lo: 125, hi: 131 });
    expect(made.checks.every(({ holds }) => holds)).toBe(true);
  });

  test("adds ranges of sources end to end, intervals by the root of squares, and never one to the other", () => {
    const up = fc.double({ min: 0, max: 1000, noNaN: true });
    fc.assert(
      fc.property(mass, mass, up, up, up, (net, land, a, b, c) => {
        const panorama = (first: BoundKind, second: BoundKind) =>
          level(
            ladder("AAA", 2020, [
              row("territorial", "total", 10),
              row("consumption", "net transfer", net, { lo: net - a, hi: net + b, bounds: first }),
              row("natural", "land-use change", land, { lo: land - c, hi: land + c, bounds: second }),
            ]),
            "panorama",
          )!;
        const ranges = panorama("range of sources", "range of sources");
        expect(ranges.bounds).toBe("range of sources");
        expect(ranges.value - ranges.lo!).toBeCloseTo(a + c, 6);
        expect(ranges.hi! - ranges.value).toBeCloseTo(b + c, 6);
        const intervals = panorama("95 % interval", "95 % interval");
        expect(intervals.bounds).toBe("95 % interval");
        expect(intervals.hi! - intervals.value).toBeCloseTo(Math.hypot(b, c), 6);
        expect(panorama("95 % interval", "range of sources")).toMatchObject({ lo: null, hi: null, bounds: "none" });
      }),
    );
  });

  test("names the gases that its range is of, where others have none", () => {
    const carbon = row("territorial", "total", 10, { lo: 8, hi: 11, bounds: "range of sources" });
    const methane = row("territorial", "total", 2, { gas: "CH4", unit: "Mt CO2e", metric: "AR6.GWP100" });
    const all = level(ladder("AAA", 2020, [carbon, methane]), "territorial")!;
    expect(all).toMatchObject({ value: 12, lo: 10, hi: 13, bounds: "range of sources" });
    expect(inEnglish(all.method)).toBe("the gases added, each by its own method; lo and hi by CO2 alone");
  });
});
