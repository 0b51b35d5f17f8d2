import type { Forms } from "./entry.ts";

/**
 * Sectors of the input–output table by the words of a supposition. They are no part of the lexicon of all questions, because
 * elsewhere the same words name goods, plants or other tables.
 */
export const branches: readonly Forms[] = [
  {
    value: "c1",
    label: { en: "agriculture", zh: "农业" },
    forms: "agriculture|agricultural|farming|farm products|forestry|fishing|农业|农林牧渔业|农产品",
  },
  {
    value: "c2",
    label: { en: "mining", zh: "采矿业" },
    forms: "mining|mining and quarrying|quarrying|采矿|采矿业|采掘业",
  },
  {
    value: "c3",
    label: { en: "food, beverages, tobacco", zh: "食品饮料烟草" },
    forms:
      "food|food industry|processed food|food and drink|food and beverages|beverages|tobacco|食品|食品工业|食品饮料|饮料|烟草",
  },
  {
    value: "c4",
    label: { en: "textiles", zh: "纺织业" },
    forms: "textiles|textile|clothing|clothes|garments|apparel|纺织|纺织品|纺织业|服装",
  },
  {
    value: "c5",
    label: { en: "leather and footwear", zh: "皮革鞋类" },
    forms: "leather|footwear|shoes|皮革|鞋类|制鞋",
  },
  { value: "c6", label: { en: "wood products", zh: "木材制品" }, forms: "wood products|木材制品|木制品" },
  {
    value: "c7",
    label: { en: "pulp, paper, printing", zh: "造纸印刷" },
    forms: "paper|pulp and paper|printing|publishing|造纸|造纸业|印刷|纸业",
  },
  {
    value: "c8",
    label: { en: "refining", zh: "炼油炼焦" },
    forms: "refining|oil refining|refineries|refined petroleum|coke and refining|炼油|石油炼制|炼焦",
  },
  {
    value: "c9",
    label: { en: "chemicals", zh: "化工" },
    forms: "chemicals|chemical|chemical products|化工|化学品|化学工业|化学",
  },
  {
    value: "c10",
    label: { en: "rubber and plastics", zh: "橡胶塑料" },
    forms: "rubber and plastics|plastics|rubber|橡胶塑料|橡胶|塑料|塑料制品",
  },
  {
    value: "c11",
    label: { en: "non-metallic minerals", zh: "非金属矿物制品" },
    forms: "non metallic minerals|cement|glass and cement|building materials|水泥|建材|非金属矿物|非金属矿物制品",
  },
  {
    value: "c12",
    label: { en: "basic and fabricated metals", zh: "金属冶炼与制品" },
    forms:
      "steel|steelmaking|steelmakers|steel making|iron and steel|metals|basic metals|metal|metal products|aluminium|aluminum|钢|钢铁|炼钢|钢铁业|金属|金属冶炼|有色金属",
  },
  { value: "c13", label: { en: "machinery", zh: "机械设备" }, forms: "machinery|machines|机械|机械设备|机械制造" },
  {
    value: "c14",
    label: { en: "electrical and optical equipment", zh: "电子电气设备" },
    forms:
      "electronics|electrical equipment|electronic goods|computers|optical equipment|电子|电子产品|电子设备|电气设备",
  },
  {
    value: "c15",
    label: { en: "transport equipment", zh: "运输设备" },
    forms:
      "transport equipment|cars|vehicles|car industry|car making|carmaking|automobiles|motor vehicles|汽车|汽车制造|运输设备|交通运输设备",
  },
  {
    value: "c17",
    label: { en: "electricity, gas, water", zh: "电力、燃气与水" },
    forms:
      "electricity|power|power sector|power generation|power plants|electric power|electricity generation|electricity sector|utilities|electricity intensity|carbon intensity of electricity|intensity of electricity|电力|发电|电|电力部门|电力行业|电力强度|电力排放强度|电力碳强度|发电排放强度|电力部门排放强度",
  },
  {
    value: "c18",
    label: { en: "construction", zh: "建筑业" },
    forms: "construction|building|buildings|construction work|建筑|建筑业|建筑施工|施工",
  },
  {
    value: "c22",
    label: { en: "hotels and restaurants", zh: "住宿餐饮" },
    forms: "hotels and restaurants|hospitality|住宿餐饮|餐饮住宿",
  },
  {
    value: "c23",
    label: { en: "inland transport", zh: "陆路运输" },
    forms: "inland transport|road and rail transport|陆路运输|陆上运输|内陆运输",
  },
  {
    value: "c24",
    label: { en: "water transport", zh: "水运" },
    forms: "water transport|shipping|水运|航运|海运|水上运输",
  },
  {
    value: "c25",
    label: { en: "air transport", zh: "航空运输" },
    forms: "air transport|aviation|airlines|航空|航空运输|民航",
  },
  { value: "c32", label: { en: "education", zh: "教育" }, forms: "education|教育" },
  { value: "c33", label: { en: "health", zh: "卫生" }, forms: "health|health care|healthcare|卫生|医疗|医疗卫生" },
];
