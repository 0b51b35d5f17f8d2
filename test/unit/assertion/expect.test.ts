import { describe, test, expect as that } from "vitest";
import { expect } from "../../../kernel/assertion/expect.ts";
import { amount } from "../../../kernel/values/amount.ts";

/** What an expectation says when it does not hold; null where it does. */
function said(body: () => void): string | null {
  try {
    body();
    return null;
  } catch (error) {
    that((error as Error).name).toBe("ExpectationError");
    return (error as Error).message;
  }
}

describe("expect in a notebook", () => {
  test("holds for what is as expected", () => {
    that(
      said(() => {
        expect(3).toBe(3);
        expect({ a: [1, 2] }).toEqual({ a: [1, 2] });
        expect(0.1 + 0.2).toBeCloseTo(0.3, 10);
        expect(101).toBeCloseTo(100, { relative: 0.01 });
        expect(Float64Array.of(1, 2)).toBeCloseTo([1, 2.001], { absolute: 0.01 });
        expect([[1], [2]]).not.toBeCloseTo([[1], [3]], { relative: 0.1 });
        expect(amount(1, "Mt CO2")).toBeCloseTo(amount(1000, "kt CO2"), { relative: 1e-12 });
        expect(amount(2, "kt CO2")).toBeGreaterThan(amount(1999, "t CO2"));
        expect(2).toBeLessThanOrEqual(2);
        expect("CO2 of China").toMatch(/China$/);
        expect([{ a: 1 }]).toContain({ a: 1 });
        expect(new Map([[1, 2]])).toHaveLength(1);
        expect(() => JSON.parse("{")).toThrow();
        expect(Number.NaN).toBeNaN();
        expect(1).not.toBe(2);
      }),
    ).toBeNull();
  });

  test("says what was expected and what was found", () => {
    that(said(() => expect(3).toBe(4))).toBe("Expected 4, but found 3.");
    that(said(() => expect(3).not.toBe(3))).toBe("Expected anything but 3.");
    that(said(() => expect(101).toBeCloseTo(100, { relative: 0.001 }))).toBe(
      "Expected a value close to 100, but found 101: it is off by 1 (1 %).",
    );
    that(
      said(() =>
        expect([
          [1, 2],
          [3, 5],
        ]).toBeCloseTo(
          [
            [1, 2],
            [3, 4],
          ],
          { relative: 0.1 },
        ),
      ),
    ).toBe("Expected 4 at [1][1], but found 5: it is off by 1 (25 %).");
    that(said(() => expect([1]).toBeCloseTo([1, 2]))).toBe("Expected a value close to [1,2], but found [1].");
    that(said(() => expect(amount(1, "t CO2")).toBeCloseTo(amount(1, "kt CO2")))).toBe(
      "Expected a value close to 1 kt CO2, but found 1 t CO2: it is off by 0.999 (99.9 %).",
    );
    that(said(() => expect(5).toBeLessThan(4))).toBe("Expected a value less than 4, but found 5.");
    that(said(() => expect(5).toBeLessThanOrEqual(4))).toBe("Expected a value not greater than 4, but found 5.");
    that(said(() => expect(0).toBeTruthy())).toBe("Expected something true, but found 0.");
    that(said(() => expect(() => 1).toThrow())).toBe("Expected the function to throw, but it did not.");
  });

  test("does not compare a number with an amount, nor amounts of different things", () => {
    that(said(() => expect(1).toBeCloseTo(amount(1, "t CO2")))).toContain("but found 1.");
    that(() => expect(amount(1, "t CO2")).toBeLessThan(amount(1, "TJ"))).toThrow(/t CO2|TJ/);
  });

  test("waits for promises", async () => {
    await expect(Promise.resolve(2)).resolves.toBe(2);
    await expect(Promise.reject(new Error("no"))).rejects.toThrow("no");
    await that(expect(Promise.resolve(1)).rejects.toThrow()).rejects.toThrow(
      "Expected a promise that is rejected, but it was kept.",
    );
  });
});
