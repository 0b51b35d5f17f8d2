import { describe, expect, it } from "vitest";
import { chanceOf } from "../../../kernel/random/chance.ts";

const reproducible = { seed: 5, reproducible: true, now: Date.UTC(2026, 0, 1) };

describe("Chance and time in a cell", () => {
  it("draw the same in every run of a cell, and differ from cell to cell", () => {
    const draw = (cell: number) => {
      const { random, Math: math } = chanceOf(reproducible, cell);
      return [random(), random(), math.random()];
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(new Set(draw(1)).size).toBe(3);
  });

  it("leave the rest of Math and Date as they are", () => {
    const { Math: math, Date: date } = chanceOf(reproducible, 1);
    expect(math.max(1, 2)).toBe(2);
    expect(math.PI).toBe(Math.PI);
    expect(date.UTC(2000, 0)).toBe(Date.UTC(2000, 0));
    expect(new date(0).toISOString()).toBe("1970-01-01T00:00:00.000Z");
    expect(new date("2011-06-01T00:00Z").getUTCMonth()).toBe(5);
    expect(new date() instanceof Date).toBe(true);
    expect(new Date(3) instanceof date).toBe(true);
  });

  it("stop the clock in reproducible mode only", () => {
    const { Date: date } = chanceOf(reproducible, 1);
    expect(date.now()).toBe(reproducible.now);
    expect(new date().getTime()).toBe(reproducible.now);
    expect(chanceOf({ ...reproducible, reproducible: false }, 1).Date).toBe(Date);
  });
});
