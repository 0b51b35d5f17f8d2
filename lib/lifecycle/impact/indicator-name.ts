import type { IndicatorKind } from "./impact-method.ts";

/**
 * What the shipped table's indicators are. Its energy, land, water and mineral indicators sum what is taken from nature
 * ("FEDEFL inventory"): inventories, not impacts.
 */
export function indicatorKind(method: string): IndicatorKind {
  return method === "FEDEFL inventory" ? "inventory" : "impact";
}

/** Chinese names of the shipped table's indicators. */
const chinese: Readonly<Record<string, string>> = {
  ACID: "酸化潜势",
  ENRG: "能源使用量",
  ETOX: "淡水生态毒性潜势",
  EUTR: "富营养化潜势",
  GHG: "温室气体（AR4）",
  GWP100_AR5: "全球增温潜势，100 年，AR5",
  GWP100_AR6: "全球增温潜势，100 年，AR6",
  GWP20_AR6: "全球增温潜势，20 年，AR6",
  HCAN: "人体健康：致癌",
  HNCN: "人体健康：非致癌",
  HRSP: "人体健康：呼吸系统影响",
  HTOX: "人体健康毒性",
  LAND: "土地利用",
  MNRL: "矿物与金属使用量",
  NNRG: "不可再生能源使用量",
  OZON: "臭氧层破坏潜势",
  RNRG: "可再生能源使用量",
  SMOG: "光化学烟雾形成潜势",
  WATR: "淡水取用量",
};

/** The Chinese name of an indicator; its English one if none is known. */
export function chineseName(code: string, english: string): string {
  return chinese[code] ?? english;
}
