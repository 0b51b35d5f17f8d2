import { tableFromArrays, tableToIPC } from "apache-arrow";
import { describe, expect, test } from "vitest";
import { checkedStream } from "../../../kernel/services/checked-stream.ts";

const whole = tableToIPC(tableFromArrays({ a: Float64Array.of(1, 2, 3), b: ["x", "y", "z"] }), "stream").slice();

describe("The result of a query", () => {
  test("is handed on as it is where it is whole", () => {
    expect(checkedStream(whole)).toBe(whole);
  });

  test("is refused with a sentence where it is cut, or is no Arrow stream", () => {
    for (const bytes of [
      new Uint8Array(0),
      Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8),
      whole.slice(0, 40),
      whole.slice(0, whole.length - 60),
    ]) {
      expect(() => checkedStream(bytes)).toThrow("The result of this query is damaged");
    }
  });

  test("is refused with a sentence wherever its frame is damaged, and nothing is decoded for it", () => {
    let refused = 0;
    for (let at = 0; at < whole.length; ++at) {
      const bytes = whole.slice();
      bytes[at]! ^= 0xff;
      try {
        checkedStream(bytes);
      } catch (error) {
        ++refused;
        expect(error).toMatchObject({ name: "QueryError" });
      }
    }
    expect(refused).toBeGreaterThan(100);
  });
});
