import { Table, tableToIPC, Utf8, vectorFromArray } from "apache-arrow";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { queryTable } from "../../../kernel/stdlib/query-table.ts";
import { equalData } from "../../../kernel/values/equal.ts";

function stream(values: readonly number[]): Uint8Array {
  const places = values.map((_, i) => `at ${i}`);
  const columns = { value: vectorFromArray(Float64Array.from(values)), place: vectorFromArray(places, new Utf8()) };
  return tableToIPC(new Table(columns), "stream");
}

/** The same bytes at another place of another buffer, as a transfer may leave them. */
function moved(bytes: Uint8Array, by: number): Uint8Array {
  const room = new Uint8Array(bytes.length + by);
  room.set(bytes, by);
  return room.subarray(by);
}

describe("the table of a query", () => {
  it("is equal data to another exactly where its rows are the same", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double(), { minLength: 1 }),
        fc.nat(15),
        fc.nat(),
        fc.double(),
        (values, by, at, other) => {
          const changed = values.with(at % values.length, other);
          const same = changed.every((value, i) => Object.is(value, values[i]));
          expect(equalData(queryTable(stream(values)), queryTable(moved(stream(values), by & ~7)))).toBe(true);
          expect(equalData(queryTable(stream(values)), queryTable(stream(changed)))).toBe(same);
        },
      ),
    );
  });

  it("is not equal to a table that no query made", () => {
    expect(equalData(queryTable(stream([1])), new Table({ value: vectorFromArray(Float64Array.of(1)) }))).toBe(false);
  });
});
