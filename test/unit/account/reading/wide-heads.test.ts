import { describe, expect, test } from "vitest";
import { pastedSheet } from "../../../../lib/account/reading/open-sheets.ts";
import { readSheets } from "../../../../lib/account/reading/read-sheets.ts";

const read = (text: string) => {
  const { lines, leftOut, asks, notes } = readSheets([pastedSheet("data.csv", text)]);
  return {
    lines: lines.map(({ name, amount, unit }) => `${name} ${amount} ${unit}`),
    out: leftOut
      .filter(({ kind }) => kind !== "head" && kind !== "empty")
      .map(({ row, column, kind }) => `${row}${column === null ? "" : ` ${column}`} ${kind}`),
    notes: notes.map(({ code }) => code),
    asks: asks.map(({ key, assumed }) => `${key} ${assumed}`),
  };
};

describe("Rows of units below words", () => {
  test.each([
    [
      "Month,Power,Propane,Potable water,Covers served,CDD\n,MWh,gal,m3,#,K-d\nApr,12,30,5,410,12\nMay,14,31,6,402,80\nJun,15,28,7,388,93\n",
      ["Power 12 MWh", "Propane 30 gal", "Potable water 5 m3"],
    ],
    [
      "月份,电力,柴油,新鲜水,客房入住间夜,采暖度日数\n,kWh,L,吨,#,度日\n4月,1200,30,5,410,12\n5月,1300,31,6,402,80\n6月,1400,32,7,403,81\n",
      ["电力 1200 kWh", "柴油 30 L", "新鲜水 5 t"],
    ],
  ])("are the last row of the head, though some are signs", (text, lines) => {
    expect(read(text).lines.slice(0, 3)).toEqual(lines);
  });

  test("measures of size across are no activity", () => {
    const { lines, notes, out } = read(
      "Month,Power,Propane,Covers served,Degree days\n,MWh,gal,#,K-d\nApr,12,30,410,12\nMay,14,31,402,80\n",
    );
    expect(lines).toEqual(["Power 12 MWh", "Propane 30 gal", "Power 14 MWh", "Propane 31 gal"]);
    expect(out).toEqual([]);
    expect(notes).toEqual(["account.read.columnsNotUsed"]);
  });

  test.each([
    ["Month,Power,Propane\n,MWh,gal\nApr,12,30\nMay,14,31\nYear to date,26,61\nper guest,0.2,0.5\n"],
    ["月份,电力,柴油\n,MWh,gal\n4月,12,30\n5月,14,31\n全年,26,61\n每位客人,0.2,0.5\n"],
  ])("sums and intensities below them are left out", (text) => {
    const { lines, out } = read(text);
    expect(lines).toHaveLength(4);
    expect(out.map((each) => each.replace(/ .+ (?=\w+$)/, " "))).toEqual(["5 total", "6 note"]);
  });
});
