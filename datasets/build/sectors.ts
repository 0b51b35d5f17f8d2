import { int16, text } from "./column.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import type { Figures } from "./figures.ts";

/** Chinese names in table order, after the terms of the Chinese input-output tables and GB/T 4754. */
const chinese = [
  "农、林、牧、渔业",
  "采矿业",
  "食品、饮料和烟草制品业",
  "纺织业",
  "皮革和制鞋业",
  "木材加工和木制品业",
  "造纸、印刷和出版业",
  "炼焦、石油加工和核燃料加工业",
  "化学工业",
  "橡胶和塑料制品业",
  "其他非金属矿物制品业",
  "金属冶炼和金属制品业",
  "其他机械设备制造业",
  "电气和光学设备制造业",
  "交通运输设备制造业",
  "其他制造业和废弃资源回收业",
  "电力、燃气和水的供应业",
  "建筑业",
  "机动车销售、修理和燃料零售业",
  "批发业",
  "零售业",
  "住宿和餐饮业",
  "内陆运输业",
  "水上运输业",
  "航空运输业",
  "运输辅助活动和旅行社",
  "邮政和电信业",
  "金融业",
  "房地产业",
  "租赁和其他商务服务业",
  "公共管理和国防",
  "教育",
  "卫生和社会工作",
  "其他社区、社会和个人服务业",
  "有雇员的私人住户",
];

/** The sector codes of the input-output table, in table order. */
export async function sectorCodes(figures: Figures): Promise<string[]> {
  const figure = await figures.read("mrio_sector");
  const codes = figure.texts("wiod_code");
  must(codes.length === 35, () => `${figure.entry.file} has ${codes.length} sectors where the table has 35.`);
  codes.forEach((code, row) => {
    must(code === `c${row + 1}`, () => `${figure.entry.file}, row ${row}: sector ${code} stands out of table order.`);
  });
  return codes;
}

export async function buildSectors(figures: Figures): Promise<TableDataset> {
  const codes = await sectorCodes(figures);
  const figure = await figures.read("mrio_sector");
  return table(
    {
      name: "mrio_sectors",
      title: "The 35 sectors of the input-output table",
      title_zh: "多区域投入产出表的35个部门",
      kind: "consumption",
      summary: "The sectors of the WIOD 2013 table in table order, after NACE Rev. 1.1.",
      years: null,
      traps: [
        "sector_index counts from 0 and gives the position in the table; sector_number counts from 1 as WIOD does (c1 is 1).",
        "Households as emitters (code HH, sector_number 0 of mrio_co2) are no sector of the table and are not listed here.",
        "The Chinese names are a translation made for this notebook.",
      ],
    },
    originOf(figure.entry),
    [
      int16(
        "sector_index",
        codes.map((_, i) => i),
        "none",
        "Position of the sector within its region, from 0",
      ),
      int16(
        "sector_number",
        codes.map((_, i) => i + 1),
        "none",
        "WIOD number, from 1",
      ),
      text("sector", codes, "Sector code used in all tables of this model (c1 to c35)"),
      text("name_en", figure.texts("name_en"), "English name"),
      text("name_zh", chinese, "Chinese name"),
    ],
  );
}
