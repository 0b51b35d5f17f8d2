import { describe, expect, it } from "vitest";
import type { Value } from "../../../../lib/dialogue/reply.ts";
import { writeRange, writeRanged } from "../../../../lib/dialogue/write-range.ts";

const figure = (more: Partial<Value>): Value => ({
  name: { en: "mean", zh: "均值" },
  value: 971,
  unit: "Mt CO2/yr",
  cell: "models",
  path: "value",
  hash: "",
  source: [],
  ...more,
});

describe("The bounds of a figure", () => {
  it("are written as charts write them, with the unit and what they are", () => {
    const value = figure({ lo: 435.86, hi: 1364.54, range: "models" });
    expect(writeRange(value, "en")).toBe("440–1360\u00a0Mt CO₂/yr, range of the models");
    expect(writeRange(value, "zh")).toBe("440–1360\u00a0Mt CO₂/yr，各模型的范围");
    expect(writeRanged(value, "en")).toBe("971\u00a0Mt CO₂/yr (440–1360\u00a0Mt CO₂/yr, range of the models)");
  });

  it("are in the unit of the figure, and have a word between them where a dash could be a minus", () => {
    const large = figure({ value: 2e6, unit: "t CO2", lo: 1e6, hi: 3e6, range: "interval" });
    expect(writeRange(large, "en")).toBe("1000–3000\u00a0kt CO₂, 95 % of the draws");
    const negative = figure({ lo: -20, hi: 40 });
    expect(writeRange(negative, "en")).toBe("−20\u00a0to\u00a040\u00a0Mt CO₂/yr, a range and not an interval");
    expect(writeRange(negative, "zh")).toMatch(/^−20\u00a0至\u00a040/);
  });

  it("are not written where there are none, or only one", () => {
    expect(writeRange(figure({}), "en")).toBeNull();
    expect(writeRange(figure({ lo: 1 }), "en")).toBeNull();
    expect(writeRanged(figure({}), "en")).toBe("971\u00a0Mt CO₂/yr");
  });
});
