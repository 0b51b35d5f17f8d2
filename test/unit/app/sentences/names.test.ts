import { describe, expect, it } from "vitest";
import { readActivity } from "../../../../lib/inventory/account/activity-table.ts";
import { writeMessage } from "../../../../lib/message/write.ts";
import { lmdi } from "../../../../lib/mrio/lmdi.ts";
import { splitSector } from "../../../../lib/mrio/split.ts";
import { unitFactor } from "../../../../lib/quantity/quantity.ts";
import { randomTable } from "../../lib/tables.ts";
import { chineseOf, refusalOf } from "./chinese-of.ts";

describe("A sentence of the library, in Chinese", () => {
  it("leaves a name alone where its pattern says so, also where it is a word of ours", () => {
    const mapping = { category: "category", activity: "activity", unit: "plant", year: "year" };
    const rows = [{}, {}, { category: "1.A.1.a", activity: "Coal", plant: "", year: 2020, value: 1 }];
    const third = readActivity(rows, mapping).problems.find(({ row }) => row === 3);
    expect(writeMessage(third!.message, { tag: "zh-CN" })).toBe(
      "第 3 行，“plant”列：此处为空；应填kt 或 TJ 之类的单位。",
    );
  });

  it("that begins with a value is found behind the place it is told of", async () => {
    const emissions = [{ category: "1.A", year: 2020, value: 3, unit: "kt CH4" }];
    expect(await refusalOf("inventory.keyCategories", { emissions, base: 2020, year: 2020, approach: 2 })).toBe(
      "inventory.keyCategories：1.A 的 CH4 没有不确定性；方法2 需要其 95 % 区间的一半（百分数）。",
    );
    expect(await refusalOf("quantity.convert", { value: 1, from: "t clinker", to: "head" })).toBe(
      "quantity.convert：“t clinker”不能换算为“head”：前者为clinker 的质量，后者为头数。",
    );
    expect(await refusalOf("classification.category", { code: "1.Z" })).toBe(
      "classification.category：《IPCC 2006 指南》中没有类别“1.Z”。1（Energy）下有：1.A, 1.B, 1.C。",
    );
  });

  it("leaves names of sectors, factors and files alone that are words of the inventory", async () => {
    expect(await chineseOf(() => splitSector(randomTable(3, 2, 2), "fuel", [{ name: "a", sales: 1 }]))).toBe(
      "部门中没有“fuel”。",
    );
    const three = [1, 2, 3];
    expect(await chineseOf(() => lmdi(["fuel", "growth"], [three, [1, 2]], [three, three]))).toBe(
      "因素“growth”前一期有 2 个值，应为 3 个。",
    );
    const factors = { factors: ["growth", "production"], before: [[1], [-1]], after: [[1], [1]] };
    expect(await refusalOf("consumption.lmdi", factors)).toBe(
      "consumption.lmdi：before[1]（production）含有负值；LMDI 要求不小于 0。",
    );
  });

  it("names dimensions, gases and metrics of units that do not fit", async () => {
    const refusal = (from: string, to: string) => chineseOf(() => unitFactor(from, to));
    expect(await refusal("t CO2/t clinker", "head")).toBe(
      "“t CO2/t clinker”不能换算为“head”：前者为CO2 的质量（每clinker 质量），后者为头数。",
    );
    expect(await refusal("m3 CH4/head/yr", "m")).toBe(
      "“m3 CH4/head/yr”不能换算为“m”：前者为CH4 的体积（每头和时间），后者为长度。",
    );
    expect(await refusal("kg", "TJ")).toBe("“kg”不能换算为“TJ”：前者为质量，后者为能量。");
  });
});
