import { describe, expect, it } from "vitest";
import { inChinese } from "../../../../app/language/sentence.ts";

describe("A sentence of the library, in Chinese", () => {
  it("leaves a name alone where its pattern says so, also where it is a word of ours", () => {
    expect(inChinese().translate("Row 3, column plant: it is empty; a unit such as kg CO2/TJ is expected.")).toBe(
      "第 3 行，“plant”列：此处为空；应填单位，如 kg CO2/TJ。",
    );
  });

  it("that begins with a value is found behind the place it is told of", () => {
    const say = (text: string) => inChinese().translate(text);
    expect(
      say(
        "inventory.keyCategories: CH4 of 1.A has no uncertainty; Approach 2 needs half of its 95 % interval in per cent.",
      ),
    ).toBe("inventory.keyCategories：1.A 的 CH4 没有不确定性；方法2 需要其 95 % 区间的一半（百分数）。");
    expect(
      say(
        "Row 4, column activity: kt of coal times the factor of kg CO2/head gives kt kg CO2/head and not a mass of CO2; the unit does not fit the factor.",
      ),
    ).toBe(
      "第 4 行，“activity”列：以 kt 计的 coal 乘以单位为 kg CO2/head 的因子得到 kt kg CO2/head，而不是 CO2 的质量；单位与因子不相配。",
    );
    expect(
      say('classification.category: There is no category "1.Z" in the IPCC 2006 Guidelines. 1 (Energy) has 1.A, 1.B.'),
    ).toBe("classification.category：《IPCC 2006 指南》中没有类别“1.Z”。1（Energy）下有：1.A, 1.B。");
  });

  it("leaves names of sectors, factors and files alone that are words of the inventory", () => {
    const say = (text: string) => inChinese().translate(text);
    expect(say('"fuel" is none of the sectors.')).toBe("部门中没有“fuel”。");
    expect(say('Factor "growth" has 2 values before, but 3 are needed.')).toBe(
      "因素“growth”前一期有 2 个值，应为 3 个。",
    );
    expect(say("before[1] (production) holds a negative value; LMDI needs 0 or more.")).toBe(
      "before[1]（production）含有负值；LMDI 要求不小于 0。",
    );
  });

  it("names dimensions, gases and metrics of units that do not fit", () => {
    const say = (text: string) => inChinese().translate(text);
    expect(
      say(
        '"t CO2/t clinker" does not convert to "head": the one is a mass of CO2 per mass of clinker, the other a head.',
      ),
    ).toBe("“t CO2/t clinker”不能换算为“head”：前者为CO2 的质量（每clinker 质量），后者为头数。");
    expect(
      say(
        '"m3 CH4/head/yr" does not convert to "m": the one is a volume of CH4 per head and time, the other a length.',
      ),
    ).toBe("“m3 CH4/head/yr”不能换算为“m”：前者为CH4 的体积（每头和时间），后者为长度。");
    expect(say('"kg" does not convert to "TJ": the one is a mass, the other an energy.')).toBe(
      "“kg”不能换算为“TJ”：前者为质量，后者为能量。",
    );
  });
});
