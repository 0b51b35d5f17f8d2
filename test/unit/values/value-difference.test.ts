import { beforeAll, describe, expect, test } from "vitest";
import { openRealm } from "../../../kernel/headless/dom/realm.ts";
import { amount } from "../../../kernel/values/amount.ts";
import type { TableDifference } from "../../../kernel/values/table-difference.ts";
import { valueDifference } from "../../../kernel/values/value-difference.ts";

beforeAll(() => openRealm());

describe("The difference of two values", () => {
  test("of numbers is absolute and relative, and none within the tolerance", () => {
    expect(valueDifference(4, 5)).toEqual({
      kind: "number",
      unit: "",
      before: 4,
      after: 5,
      absolute: 1,
      relative: 0.25,
    });
    expect(valueDifference(1, 1 + 1e-12)).toBeNull();
    expect(valueDifference(100, 101, 0.02)).toBeNull();
    expect(valueDifference(0, 5)).toMatchObject({ relative: null });
    expect(valueDifference(Number.NaN, Number.NaN)).toBeNull();
    expect(valueDifference(amount(1, "t CO2"), amount(2, "t CO2"))).toMatchObject({ unit: "t CO2", absolute: 1 });
  });

  test("of tables finds rows again by the fewest columns that tell them apart, in whatever order", () => {
    const before = [
      { region: "CHN", year: 2010, kt: 1 },
      { region: "CHN", year: 2011, kt: 2 },
      { region: "USA", year: 2010, kt: 3 },
    ];
    const after = [
      { region: "USA", year: 2011, kt: 9, note: "" },
      { region: "CHN", year: 2011, kt: 4, note: "" },
      { region: "CHN", year: 2010, kt: 1, note: "" },
    ];
    const table = valueDifference(before, after) as TableDifference;
    expect(table).toMatchObject({
      key: ["region", "year"],
      rows: [3, 3],
      addedColumns: ["note"],
      addedRows: ["USA · 2011"],
      removedRows: ["USA · 2010"],
      changedRows: 1,
    });
    expect(table.entries).toMatchObject([
      { row: "CHN · 2011", column: "kt", difference: { absolute: 2, relative: 1 } },
    ]);
  });

  test("of matrices and records names the places, the largest first", () => {
    expect(
      valueDifference(
        {
          D: [
            [1, 2],
            [3, 4],
          ],
        },
        {
          D: [
            [1, 3],
            [3, 4.04],
          ],
        },
      ),
    ).toMatchObject({
      kind: "numbers",
      changed: 2,
      of: 4,
      largest: [{ at: "D[0][1]" }, { at: "D[1][1]" }],
    });
  });

  test("of what has another shape is both values; what is no data has none", () => {
    expect(valueDifference([1], [1, 2])).toEqual({ kind: "other", before: [1], after: [1, 2] });
    expect(valueDifference("a", "a")).toBeNull();
    expect(
      valueDifference(
        () => 1,
        () => 2,
      ),
    ).toBeNull();
  });
});
