import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ReadOutcome } from "../../../lib/account/line-shape.ts";
import { makers } from "../../../lib/account/makers.ts";
import { openSheets } from "../../../lib/account/reading/open-sheets.ts";
import { readSheets } from "../../../lib/account/reading/read-sheets.ts";
import { type Judgement, judged, type RightFile } from "./messy/judgement.ts";

/** Three outsiders' files: the second and third were held out until the reader had been judged by them. */
const sets = ["first", "second", "third"];
const folderOf = (set: string) => join(import.meta.dirname, "messy", set);
const rightOf = (set: string): Record<string, RightFile> =>
  JSON.parse(readFileSync(join(folderOf(set), "right.json"), "utf8"));

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

/**
 * What is not as the author of a file wrote it: months and quarters are summed to a year where they wrote each; of bills they named parts, and
 * the reader names materials.
 */
const known: Record<string, { readonly lost?: number; readonly twice?: number; readonly right: number }> = {
  "school_trust_energy_by_month.csv": { lost: 33, right: 0 },
  "BOM_cordless_drill_CD18_revF.xlsx": { right: 3 },
  "电饭煲物料清单_RC40.xlsx": { right: 0 },
  "task chair bill of materials.tsv": { right: 0 },
  "Interior emulsion paint formulation - 20kg pail.xlsx": { right: 2 },
  "plant_pune_monthly_consumption.tsv": { twice: 1, right: 13 },
  "Staff travel log 2023-24 Univ of Aldbourne.xlsx": { right: 10 },
  "临江市2021年温室气体清单活动水平.xlsx": { right: 22 },
  "云栖大酒店能耗季报.csv": { lost: 21, twice: 1, right: 0 },
  "gastos_y_consumos_planta_Monterrey_2023.xlsx": { lost: 6, right: 1 },
};

const said = (results: Judgement[]) => {
  const sum = (count: (result: Judgement) => number) => results.reduce((total, each) => total + count(each), 0);
  const silent = sum((each) => each.silentTraps.length);
  return `${sum((each) => each.right)} right (${sum((each) => each.amounts)} but for year and site) of ${sum((each) => each.lines)} lines, ${sum((each) => each.lost.length)} lost, ${sum((each) => each.twice.length)} twice, ${silent} traps in silence`;
};

const readings = new Map<string, Promise<ReadOutcome>>();
function readFileOf(set: string, file: string): Promise<ReadOutcome> {
  const reading = readings.get(file) ?? readAnew(set, file);
  readings.set(file, reading);
  return reading;
}

async function readAnew(set: string, file: string): Promise<ReadOutcome> {
  const sheets = await openSheets(file, new Uint8Array(readFileSync(join(folderOf(set), file))));
  return readSheets(sheets, {});
}

const judgements = new Map<string, Promise<Judgement>>();
function judgementOf(set: string, file: string, right: RightFile): Promise<Judgement> {
  const isText = [".csv", ".tsv", ".txt"].includes(extname(file));
  const judgement = judgements.get(file) ?? readFileOf(set, file).then((outcome) => judged(right, outcome, isText));
  judgements.set(file, judgement);
  return judgement;
}

describe.each(sets)("files of strangers, the %s set", (set) => {
  const right = rightOf(set);
  test("each has its right lines beside it", () => {
    const files = readdirSync(folderOf(set)).filter((file) => file !== "right.json");
    expect(files.sort()).toEqual(Object.keys(right).sort());
  });

  for (const [file, expected] of Object.entries(right)) {
    if (expected.refused !== undefined) {
      test(`${file} is refused with a reason: ${expected.refused}`, async () => {
        await expect(readFileOf(set, file)).rejects.toThrow(/\S+ \S+/);
      });
      continue;
    }
    test(`${file} is read without a row lost or counted twice, but for what is known`, async ({ annotate }) => {
      const result = await judgementOf(set, file, expected);
      await annotate(said([result]));
      const { lost = 0, twice = 0, right: floor = floors[file] ?? result.lines } = known[file] ?? {};
      expect(result.lost.length, result.lost.join("\n")).toBeLessThanOrEqual(lost);
      expect(result.twice.length, result.twice.join("\n")).toBeLessThanOrEqual(twice);
      expect(result.right, result.wrong.join("\n")).toBeGreaterThanOrEqual(floor);
    });
    test(`${file} becomes the account that its author meant: ${expected.kind}`, async () => {
      const { lines } = await readFileOf(set, file);
      expect(Object.fromEntries(makers.map((maker) => [maker.kind, maker.fit(lines)]))).toSatisfy(
        (fits: Record<string, number>) => Object.values(fits).filter((fit) => fit >= fits[expected.kind]!).length === 1,
      );
    });
  }
});

test("the files have 1,400 lines or more together, and no floor is of a file that is gone", async ({ annotate }) => {
  const files = sets.flatMap((set) =>
    Object.entries(rightOf(set)).flatMap(([file, right]) =>
      right.refused === undefined ? [{ set, file, right }] : [],
    ),
  );
  const all = await Promise.all(files.map(({ set, file, right }) => judgementOf(set, file, right)));
  await annotate(said(all));
  expect(all.reduce((sum, each) => sum + each.lines, 0)).toBeGreaterThanOrEqual(1400);
  const names = new Set(files.map(({ file }) => file));
  expect([...Object.keys(floors), ...Object.keys(known)].filter((file) => !names.has(file))).toEqual([]);
});
