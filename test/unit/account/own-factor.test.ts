import { describe, expect, test } from "vitest";
import { type OwnFactor, ownFactorShape, readOwnFactor } from "../../../lib/account/own-factor.ts";
import { writeMessage } from "../../../lib/message/write.ts";

const own = (unit: string, rest: Partial<OwnFactor> = {}): OwnFactor => ({
  value: 2,
  unit,
  source: "EPD of Acme GmbH, No 12",
  year: 2022,
  ...rest,
});
const read = (factor: OwnFactor, unit: string, name = "Quux") => readOwnFactor(factor, { name, unit }, "AR5.GWP100");

describe("A person's own factor", () => {
  test.each([
    ["kg CO2e/t", "kg", "kg CO2e AR5.GWP100/t"],
    ["kgCO2e per tonne", "kg", "kg CO2e AR5.GWP100/t"],
    ["kg CO₂-eq/kg", "t", "kg CO2e AR5.GWP100/kg"],
    ["g CO2 equivalents per km", "km", "g CO2e AR5.GWP100/km"],
    ["千克二氧化碳当量/吨", "kg", "kg CO2e AR5.GWP100/t"],
    ["tCO2/MWh", "kWh", "t CO2/MWh"],
    ["kg CO2e AR6.GWP100/kg", "kg", "kg CO2e AR6.GWP100/kg"],
    ["kg CO2e/t*km", "tkm", "kg CO2e AR5.GWP100/tkm"],
    ["kg CO2e/crate", "crate", "kg CO2e AR5.GWP100/item"],
  ])("of %s goes with an amount in %s", (unit, amount, written) => {
    expect(read(own(unit), amount)).toMatchObject({ factorUnit: written, factor: 2 });
  });

  test("is per one unit where its unit is of many", () => {
    expect(read(own("t CO2e/10000 kWh"), "kWh")).toMatchObject({ factor: 0.0002, factorUnit: "t CO2e AR5.GWP100/kWh" });
  });

  test.each([
    [
      "kg CO2/MWh",
      "m3",
      "Your factor of “Quux” is per MWh, and the amount is in m3, which does not convert: a factor per m3 is needed, or a conversion to MWh in the mapping.",
      "您为“Quux”给出的因子以每 MWh 计，而数量以 m3 计，两者不能换算：需要每 m3 的因子，或在映射表中换算为 MWh。",
    ],
    [
      "euros",
      "kg",
      "Your factor of “Quux” has the unit “euros”: a mass of CO2e or of a gas per unit of the line is needed, such as kg CO2e/kg.",
      "您为“Quux”给出的因子单位为“euros”：需要单位用量的 CO2e 或气体质量，如 kg CO2e/kg。",
    ],
    [
      "kg CO2e/t",
      "",
      "“Quux” has no unit, and your factor is per t: state the unit in the file, or convert it in the mapping.",
      "“Quux”没有单位，而您的因子以每 t 计：请在文件中写明单位，或在映射表中换算。",
    ],
    [
      "kg CO2e/t",
      "t CO2e",
      "The file gives the emission of “Quux” itself, so your factor does not apply to it.",
      "文件直接给出“Quux”的排放量，您的因子不适用。",
    ],
  ])("of %s does not go with an amount in “%s”, and says what is needed", (unit, amount, english, chinese) => {
    const said = read(own(unit), amount);
    if (!("code" in said)) throw new Error("It was read.");
    expect(writeMessage(said, { tag: "en" })).toBe(english);
    expect(writeMessage(said, { tag: "zh-CN" })).toBe(chinese);
  });

  test("has a source and a year, and nothing unknown", () => {
    const { source, year, ...bare } = own("kg CO2e/t");
    for (const wrong of [
      { ...bare, year },
      { ...bare, source: " ", year },
      { ...bare, source },
      { ...bare, source, year, value: -1 },
      { ...bare, source, year, sources: source },
    ])
      expect(ownFactorShape.safeParse(wrong).success).toBe(false);
    expect(ownFactorShape.safeParse({ ...bare, source, year }).success).toBe(true);
  });
});
