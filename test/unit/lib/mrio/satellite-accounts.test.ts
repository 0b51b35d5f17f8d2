import { describe, expect, test } from "vitest";
import { aggregate } from "../../../../lib/mrio/aggregation.ts";
import { inputOutputTable } from "../../../../lib/mrio/table.ts";
import { smallTable } from "../../../reference/mrio/small.ts";

describe("The satellite accounts of a table", () => {
  const table = smallTable();

  test("are those of its stressors, one for each", () => {
    const kept = inputOutputTable({ ...table, accounts: ["emissions", "land"] });
    expect(kept.accounts).toEqual(["emissions", "land"]);
    expect(inputOutputTable(table).accounts).toBeUndefined();
    expect(() => inputOutputTable({ ...table, accounts: ["emissions"] })).toThrow(
      "accounts has 1 entries, but there are 2 stressors.",
    );
  });

  test("stay what they are in an aggregated table", () => {
    const kept = inputOutputTable({ ...table, accounts: ["emissions", "land"] });
    const merged = aggregate(kept, { regions: { reg1: "all", reg2: "all" } });
    expect(merged.accounts).toEqual(["emissions", "land"]);
    expect(aggregate(table, {})).not.toHaveProperty("accounts");
  });
});
