import { describe, expect, test } from "vitest";
import { fieldWords, readLabel, writeUnit } from "../../../kernel/output/figure/label.ts";

describe("a label of an axis", () => {
  test.each([
    ["Mt CO₂ →", "", "Mt CO₂"],
    ["↑ Mt CO2", "", "Mt CO₂"],
    ["Against production (%) →", "Against production", "%"],
    ["t CO₂ per inhabitant", "", "t CO₂ per inhabitant"],
    ["Population, million", "Population", "million"],
    ["消费侧排放（百万吨 CO₂）", "消费侧排放", "百万吨 CO₂"],
    ["Year →", "Year", ""],
    ["Share of output →", "Share of output", ""],
    ["CO₂ →", "CO₂", ""],
    ["Japan (2011)", "Japan (2011)", ""],
  ])("%s is a name and a unit", (label, name, unit) => {
    expect(readLabel(label)).toEqual({ name, unit });
  });
});

test("a field is written in words, without the unit at its end", () => {
  expect(fieldWords("production_mtco2", "Mt CO₂")).toBe("Production");
  expect(fieldWords("net_import_mtco2", "Mt CO2")).toBe("Net import");
  expect(fieldWords("originName", "")).toBe("Origin name");
  expect(fieldWords("emissions_mt", "Mt")).toBe("Emissions");
  // Nothing would be left of it.
  expect(fieldWords("percent", "%")).toBe("Percent");
});

test("a unit has subscripts in formulas only", () => {
  expect(writeUnit("kg CH4/head/yr")).toBe("kg CH₄/head/yr");
  expect(writeUnit("Mt CO2e AR6.GWP100")).toBe("Mt CO₂e (AR6 GWP100)");
  expect(writeUnit("GtCO2eq")).toBe("GtCO₂eq");
  expect(writeUnit("kt SO2")).toBe("kt SO₂");
  expect(writeUnit("million m3")).toBe("million m3");
  expect(writeUnit("none")).toBe("");
});
