import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeLeft } from "../../../app/language/work-facts.ts";
import { shownStatus } from "../../../kernel/runtime/state.ts";

describe("the time that a run will still take", () => {
  it("follows from its pace", () => {
    expect(timeLeft(30_000, 0.75)).toBe(10_000);
    expect(timeLeft(8000, 1)).toBe(0);
  });

  it("is not told from a total that is not known, a first step, or a moment", () => {
    expect(timeLeft(60_000, null)).toBeNull();
    expect(timeLeft(60_000, 0.01)).toBeNull();
    expect(timeLeft(500, 0.5)).toBeNull();
  });

  it("is never negative, whatever a run reports", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (elapsed, fraction) => {
          expect(timeLeft(elapsed, fraction) ?? 0).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe("what a person sees of a cell's state", () => {
  it("tells a cell that was stopped from one that failed", () => {
    expect(shownStatus({ status: "failed", error: { name: "stopped", message: "" } })).toBe("stopped");
    expect(shownStatus({ status: "failed", error: { name: "RangeError", message: "" } })).toBe("failed");
    expect(shownStatus({ status: "running" })).toBe("running");
  });
});
