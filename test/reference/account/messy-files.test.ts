import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { openSheets } from "../../../lib/account/reading/open-sheets.ts";
import { readSheets } from "../../../lib/account/reading/read-sheets.ts";
import { type Judgement, judged, type RightFile } from "./messy/judgement.ts";

const folder = join(import.meta.dirname, "messy/first");
const right: Record<string, RightFile> = JSON.parse(readFileSync(join(folder, "right.json"), "utf8"));

/** Lines of each file that are read rightly: name, amount, unit, and year and site where the file states them. */
const floors: Record<string, number> = {
  "northfield-energy-2023.csv": 35,
  "utilities-monthly.xlsx": 13,
  "us-plant-fuel-log.csv": 31,
  "business-travel-2023.xlsx": 27,
  "pump-CP40-bom.xlsx": 17,
  "toaster-bill-of-materials.tsv": 17,
  "自行车物料清单.csv": 16,
  "Verbrauchsdaten_2023.csv": 15,
  "consommations_energie_2021-2023.csv": 32,
  "inventario-energia-2022.xlsx": 34,
  "nir-activity-data-2021.xlsx": 38,
  "supplier-spend-2023.xlsx": 24,
  "harbour-terminal-two-tables.xlsx": 14,
  "quarry-activity-mixed.csv": 10,
  "2023年各分公司能源消耗统计表.csv": 38,
  "重点排放单位活动数据_三行表头.csv": 7,
  "员工差旅统计2023.xlsx": 22,
  "电动工具BOM.xls": 18,
  "保温杯产品物料清单.xlsx": 12,
  "采购支出明细（万元）.xlsx": 20,
  "各车间月度用电量.txt": 8,
  "地区能源消费活动水平2021.xlsx": 53,
  "产业园区能源台账.ods": 20,
  "空表与公式.xlsx": 11,
  "碳盘查活动数据收集表.xlsx": 19,
  "shops-one-sheet-each.xlsx": 75,
};

/** Lines that are still read beside the right ones in their row: assemblies whose parts are read, too. */
const ceilings: Record<string, number> = {};

const said = (results: Judgement[]) => {
  const sum = (count: (result: Judgement) => number) => results.reduce((total, each) => total + count(each), 0);
  const silent = sum((each) => each.silentTraps.length);
  return `${sum((each) => each.right)} right (${sum((each) => each.amounts)} but for year and site) of ${sum((each) => each.lines)} lines, ${sum((each) => each.lost.length)} lost, ${sum((each) => each.twice.length)} twice, ${silent} traps in silence`;
};

async function readFileOf(file: string) {
  const sheets = await openSheets(file, new Uint8Array(readFileSync(join(folder, file))));
  return readSheets(sheets, {});
}

const judgements = new Map<string, Promise<Judgement>>();
function judgementOf(file: string): Promise<Judgement> {
  const isText = [".csv", ".tsv", ".txt"].includes(extname(file));
  const judgement = judgements.get(file) ?? readFileOf(file).then((outcome) => judged(right[file]!, outcome, isText));
  judgements.set(file, judgement);
  return judgement;
}

describe("files of strangers", () => {
  test("each has its right lines beside it", () => {
    const files = readdirSync(folder).filter((file) => file !== "right.json");
    expect(files.sort()).toEqual(Object.keys(right).sort());
  });

  for (const [file, expected] of Object.entries(right)) {
    if (expected.refused !== undefined) {
      test(`${file} is refused with a reason: ${expected.refused}`, async () => {
        await expect(readFileOf(file)).rejects.toThrow(/\S+ \S+/);
      });
      continue;
    }
    test(`${file} is read without a row lost or counted twice`, async ({ annotate }) => {
      const result = await judgementOf(file);
      await annotate(said([result]));
      expect(result.lost).toEqual([]);
      expect(result.twice.length, result.twice.join("\n")).toBeLessThanOrEqual(ceilings[file] ?? 0);
      expect(result.right, result.wrong.join("\n")).toBeGreaterThanOrEqual(floors[file] ?? 0);
    });
  }

  test("have 550 lines or more together, of which the floors hold as many as they say", async ({ annotate }) => {
    const files = Object.keys(right).filter((file) => right[file]!.refused === undefined);
    const all = await Promise.all(files.map(judgementOf));
    await annotate(said(all));
    expect(all.reduce((sum, each) => sum + each.lines, 0)).toBeGreaterThanOrEqual(550);
    expect(Object.keys(floors).filter((file) => !files.includes(file))).toEqual([]);
  });
});
