import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { baseYear, type Change } from "../../../../lib/company/base-year.ts";
import { call } from "./calling.ts";

const before = { scope1: 600, scope2Location: 300, scope2Market: 200, scope3: 200 };
const change = (kind: Change["kind"], effect: Change["effect"], existedInBaseYear = true): Change => ({
  kind,
  name: kind,
  effect,
  existedInBaseYear,
});

describe("the base year", () => {
  test("is recalculated where what counts passes the threshold, with all of it", () => {
    const kept = baseYear(before, [change("acquisition", { scope1: 50 })]);
    expect([kept.recalculate, kept.significance, kept.base]).toEqual([false, 0.05, before]);
    const moved = baseYear(before, [change("acquisition", { scope1: 50 }), change("error", { scope3: 1 })]);
    expect([moved.recalculate, moved.base.scope1, moved.base.scope3]).toEqual([true, 650, 201]);
  });

  test("adds sizes without sign, so that a purchase and a sale do not hide one another", () => {
    const { significance, recalculate, base } = baseYear(before, [
      change("acquisition", { scope1: 100 }),
      change("divestment", { scope1: -100 }),
    ]);
    expect([significance, recalculate, base]).toEqual([0.2, true, before]);
  });

  test("is not recalculated for growth, nor for what was not there in the base year", () => {
    const { changes, recalculate } = baseYear(before, [
      change("organic growth", { scope1: 500 }),
      change("organic decline", { scope1: -500 }),
      change("acquisition", { scope1: 500 }, false),
    ]);
    expect(changes.map(({ counts }) => counts)).toEqual([false, false, false]);
    expect(recalculate).toBe(false);
  });

  test("is not recalculated for outsourcing between scopes that are all reported, but for what leaves them", () => {
    const counts = (effect: Change["effect"]) => baseYear(before, [change("outsourcing", effect)]).changes[0]!.counts;
    expect(counts({ scope1: -100, scope3: 100 })).toBe(false);
    expect(counts({ scope1: -100 })).toBe(true);
  });

  test("tells sizes by the method of scope 2 that is asked for", () => {
    const effect = [change("factors", { scope2Location: 100, scope2Market: 10 })];
    expect(baseYear(before, effect).significance).toBe(0.01);
    expect(baseYear(before, effect, { test: "location" }).significance).toBeCloseTo(100 / 1100, 15);
  });

  test("is what a later year is compared with, scope by scope", async () => {
    const { change: relative, base } = await call("inventory.baseYear", {
      before,
      changes: [change("divestment", { scope1: -100 })],
      later: { scope1: 400, scope2Location: 330, scope2Market: 100, scope3: 200 },
    });
    expect(base.scope1).toBe(500);
    expect(relative.scope1).toBeCloseTo(-0.2, 15);
    expect(relative.scope2Location).toBeCloseTo(0.1, 15);
    expect(relative).toMatchObject({ scope2Market: -0.5, scope3: 0 });
  });

  test("refuses an effect of the wrong sign, a threshold of nothing and a base year of nothing", () => {
    expect(() => baseYear(before, [change("divestment", { scope1: 5 })])).toThrow(
      /changes, row 1, column effect: .*with a minus/,
    );
    expect(() => baseYear(before, [change("acquisition", { scope1: -5 })])).toThrow(
      /changes, row 1, column effect: .*above 0/,
    );
    expect(() => baseYear(before, [], { threshold: 0 })).toThrow(/threshold is 0; a part of the base year above 0/);
    expect(() => baseYear({ ...before, scope1: -400 }, [])).toThrow(/base year's total is 0 t CO2e/);
  });

  test("is never recalculated by changes that add to no more than the threshold", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 100 }), { maxLength: 8 }), (effects) => {
        const { significance, recalculate, base } = baseYear(
          before,
          effects.map((scope3) => change("error", { scope3 })),
        );
        const size = effects.reduce((sum, effect) => sum + Math.abs(effect), 0);
        expect(significance).toBeCloseTo(size / 1000, 12);
        expect(recalculate).toBe(size / 1000 > 0.05);
        expect(base.scope3).toBe(recalculate ? 200 + effects.reduce((sum, effect) => sum + effect, 0) : 200);
      }),
    );
  });
});
