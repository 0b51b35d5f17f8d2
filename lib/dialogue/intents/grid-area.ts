import { normalForm } from "../language/normal-text.ts";
import type { Meaning } from "../lexicon/entry.ts";
import type { Matter } from "../matter.ts";

/** Whether a measure is of what the grid delivers. */
export function isOfElectricity({ value }: Meaning): boolean {
  const ids = value as readonly string[];
  return ["electricity intensity", "electricity generation", "residual mix"].some((id) => ids.includes(id));
}

/** Provinces of China, as the table of grid factors calls them, by their Chinese names. */
const provinces: Readonly<Record<string, string>> = {
  安徽: "Anhui",
  北京: "Beijing",
  重庆: "Chongqing",
  福建: "Fujian",
  甘肃: "Gansu",
  广东: "Guangdong",
  广西: "Guangxi",
  贵州: "Guizhou",
  海南: "Hainan",
  河北: "Hebei",
  黑龙江: "Heilongjiang",
  河南: "Henan",
  湖北: "Hubei",
  湖南: "Hunan",
  内蒙古: "Inner Mongolia",
  江苏: "Jiangsu",
  江西: "Jiangxi",
  吉林: "Jilin",
  辽宁: "Liaoning",
  宁夏: "Ningxia",
  青海: "Qinghai",
  陕西: "Shaanxi",
  山东: "Shandong",
  上海: "Shanghai",
  山西: "Shanxi",
  四川: "Sichuan",
  天津: "Tianjin",
  新疆: "Xinjiang",
  云南: "Yunnan",
  浙江: "Zhejiang",
};

export const gridSource = { en: "Ministry of Ecology and Environment of China", zh: "中国生态环境部" };

export interface GridArea {
  readonly name: string;
  readonly label: { readonly en: string; readonly zh: string };
  readonly level: "province" | "country";
}

/** The provinces that the words name, each once, marked as explained. */
export function provincesOf(matter: Matter): GridArea[] {
  const areas = new Map<string, GridArea>();
  for (const { link } of matter.find("absent")) {
    const words = normalForm(link.words).replace(/(?:[省市]|'s)$/, "");
    const found = Object.entries(provinces).find(([zh, en]) => zh === words || en.toLowerCase() === words);
    if (!found) continue;
    matter.use(link);
    areas.set(found[1], { name: found[1], label: { en: found[1], zh: found[0] }, level: "province" });
  }
  return [...areas.values()];
}

/** The province that the words name, or China where they name the ministry that publishes the factors. */
export function gridAreaOf(matter: Matter): GridArea | null {
  const [province] = provincesOf(matter);
  if (province) return province;
  if (!matter.takes("database", "MEE")) return null;
  matter.takes("place", "CHN");
  return { name: "China", label: { en: "China", zh: "中国" }, level: "country" };
}
