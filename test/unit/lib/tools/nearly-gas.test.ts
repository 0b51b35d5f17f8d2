import { describe, expect, test } from "vitest";
import { writeMessage } from "../../../../lib/message/write.ts";
import { nearestGas, nearlyGas } from "../../../../lib/tool/nearly-gas.ts";
import { call } from "../../inventory/company/calling.ts";

describe("A unit of what is nearly a gas", () => {
  test.each([
    ["HCF-134a", "HFC134a"],
    ["SF6e", undefined],
    ["C02", "CO2"],
    ["N20", "N2O"],
    // These are substances of their own, or gases.
    ["H2O", undefined],
    ["SO4", undefined],
    ["HNO3", undefined],
    ["P2O5", undefined],
    ["HFC-134a", undefined],
    ["R-410A", undefined],
    ["clinker", undefined],
    ["BOD", undefined],
  ])("%s is nearest to %s", (written, gas) => {
    expect(nearestGas(written)).toBe(gas);
  });

  test("is named with the field, in both languages", () => {
    const [note] = nearlyGas("kg HCF-134a", "leaks[0].amount");
    expect(writeMessage(note!)).toBe(
      'leaks[0].amount is in "kg HCF-134a": there is no gas "HCF-134a", so that it counts as a material. Did you mean HFC134a?',
    );
    expect(writeMessage(note!, { tag: "zh-CN" })).toContain("没有名为“HCF-134a”的气体");
    expect(nearlyGas("kg HFC-134a/yr", "amount")).toEqual([]);
  });

  test("is noted by the tools that take it", async () => {
    const leak = {
      scope: 1,
      category: "fugitive",
      activity: "cooling",
      amount: 5,
      unit: "kg HCF-134a",
      country: "DEU",
    };
    const { notes } = await call("inventory.company", { year: 2022, rows: [leak] });
    expect(notes).toEqual([expect.stringMatching(/^rows\[0\]\.amount .* Did you mean HFC134a\?$/)]);
  });
});
