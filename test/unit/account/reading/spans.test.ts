import { describe, expect, test } from "vitest";
import type { Sheet } from "../../../../lib/account/line-shape.ts";
import { pastedSheet } from "../../../../lib/account/reading/open-sheets.ts";
import type { Asked } from "../../../../lib/account/reading/read-request.ts";
import { readSheets } from "../../../../lib/account/reading/read-sheets.ts";

const read = (text: string, asked: Asked = {}) => {
  const sheet: Sheet = pastedSheet("data.csv", text);
  const { lines, asks, notes } = readSheets([sheet], asked);
  return {
    lines: lines.map(({ name, amount, unit, year }) => `${name} ${amount} ${unit} ${year}`),
    asks: asks.map(({ key, assumed }) => `${key} ${assumed}`),
    notes: notes.map(({ code }) => code.replace("account.read.", "")),
  };
};

describe("A month beside the year to date and the year before", () => {
  test.each([
    [
      "Energy report\nPeriod: December 2024\nNo,Energy,Unit,This month,Year to date,Same period last year\n1,Diesel,l,10,130,110\n2,Propane,kg,5,61,70\n",
      ["Diesel 130 L 2024", "Propane 61 kg 2024"],
    ],
    [
      "能耗月报\n统计期：2024年12月\n单位：见各行,,,本月,,本年累计,,去年同期累计,同比%\n序号,指标,计量单位,实物量,折标煤,实物量,折标煤,实物量,\n1,柴油,升,10,1,130,12,110,18\n2,天然气,m3,5,1,61,7,70,-12\n",
      ["柴油 130 L 2024", "天然气 61 m3 2024"],
    ],
    [
      "Bericht 12/2024\nEnergieträger,Einheit,Monat,Kumuliert,Vorjahr\nDiesel,l,10,130,110\nErdgas,m3,5,61,70\n",
      ["Diesel 130 L 2024", "Erdgas 61 m3 2024"],
    ],
    [
      "Energy report December 2024\n,,December,,YTD,\nEnergy,Unit,Actual,Budget,Actual,Prior year\nDiesel,l,10,11,130,110\nPropane,kg,5,6,61,70\n",
      ["Diesel 130 L 2024", "Propane 61 kg 2024"],
    ],
  ])("the year to date is the year", (text, lines) => {
    expect(read(text)).toMatchObject({ lines, asks: [] });
    expect(read(text).notes).toContain("spans");
  });

  test.each([
    ["Report September 2024\nEnergy,Unit,This month,Year to date\nDiesel,l,10,130\nPropane,kg,5,61\n"],
    ["2024年9月能耗月报\n能源,单位,本月,本年累计\n柴油,升,10,130\n汽油,升,5,61\n"],
  ])("of another month it is asked what is meant", (text) => {
    expect(read(text)).toMatchObject({ asks: ["span:data ytd"] });
    expect(read(text, { answers: { "span:data": "month" } }).lines.join()).toMatch(/10 L/);
  });

  test.each([
    [
      "Energy,Unit,2023 total,Last year\nDiesel,l,130,110\nPropane,kg,61,70\n",
      ["Diesel 130 L 2023", "Propane 61 kg 2023"],
    ],
    ["能源,单位,本年,上年\n柴油,升,130,110\n汽油,升,61,70\n", ["柴油 130 L null", "汽油 61 L null"]],
  ])("a column of the year before is none of this year", (text, lines) => {
    expect(read(text).lines).toEqual(lines);
    expect(read(text).notes).toContain("spans");
  });
});
