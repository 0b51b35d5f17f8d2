import { describe, expect, test } from "vitest";
import { scoreByLineFactor } from "../../../lib/lifecycle/assess/line-factor.ts";
import type { Fault } from "../../../lib/message/fault.ts";
import { writeMessage } from "../../../lib/message/write.ts";

const own = (unit: string, rest: object = {}) => ({ value: 2, unit, source: "Declaration", year: 2023, ...rest });
const score = (unit: string, of: string, rest: object = {}) => scoreByLineFactor("Valve", 3, of, own(unit, rest));

describe("A line's own factor", () => {
  test("is per any unit that the line's converts to, and has the range of its uncertainty", () => {
    expect(score("kg CO2e/kg", "kg")).toEqual({ score: 6, lo: 6, hi: 6, metric: null });
    expect(score("kg CO2e/t", "kg").score).toBeCloseTo(0.006, 15);
    expect(score("kg CO2e/crate", "crate").score).toBe(6);
    expect(score("kg CO2e AR5.GWP100/kg", "kg").metric).toBe("AR5.GWP100");
    expect(score("kg CO2e AR6.GWP100/kg", "kg", { uncertainty: 0.5 })).toEqual({
      score: 6,
      lo: 3,
      hi: 9,
      metric: null,
    });
    expect(score("kg CO2e/kg", "kg", { uncertainty: 2 }).lo).toBe(0);
  });

  test.each([
    [
      "kg CO2e/m2",
      "The factor of Valve is per m2, and the line is in kg, which does not convert.",
      "Valve 的因子以每 m2 计，而该行以 kg 计，两者不能换算。",
    ],
    [
      "kg CO2/kg",
      "The factor of Valve is in kg CO2/kg; expected kg CO2e per unit of the line, such as kg CO2e/kg.",
      "Valve 的因子单位为 kg CO2/kg；应为每单位用量的 kg CO2e，如 kg CO2e/kg。",
    ],
  ])("in %s is refused with what is expected", (unit, english, chinese) => {
    const said = (tag: string) => {
      try {
        score(unit, "kg");
        return null;
      } catch (error) {
        return writeMessage((error as Fault).said, { tag });
      }
    };
    expect([said("en"), said("zh-CN")]).toEqual([english, chinese]);
  });

  test("names a metric that is known", () => {
    expect(() => score("kg CO2e AR9.GWP100/kg", "kg")).toThrow(/AR9\.GWP100/);
  });
});
