import { type Intent, refuse } from "../intent.ts";
import type { Matter } from "../matter.ts";
import type { Step } from "../plan.ts";
import { figureDraft, wanted } from "./one-figure.ts";
import { askMethod } from "./purchased-energy.ts";

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

const source = { en: "Ministry of Ecology and Environment of China", zh: "中国生态环境部" };

interface Area {
  readonly name: string;
  readonly label: { readonly en: string; readonly zh: string };
  readonly level: "province" | "country";
}

/** The province that the words name, or China where they name the ministry that publishes the factors. */
function areaOf(matter: Matter): Area | null {
  for (const { link } of matter.find("absent")) {
    const words = link.words.replace(/[省市]$/, "").toLowerCase();
    const found = Object.entries(provinces).find(([zh, en]) => zh === words || en.toLowerCase() === words);
    if (!found) continue;
    matter.use(link);
    return { name: found[1], label: { en: found[1], zh: found[0] }, level: "province" };
  }
  if (!matter.takes("database", "MEE")) return null;
  matter.takes("place", "CHN");
  return { name: "China", label: { en: "China", zh: "中国" }, level: "country" };
}

/** The factor of a Chinese province's grid, and what electricity bought there emits by it. */
export const regionalGridIntent: Intent = {
  id: "grid of a province",
  title: { en: "grid factor of a Chinese province", zh: "中国省级电网因子" },
  read(matter) {
    const asksFactor = matter
      .find("measure")
      .some(({ meaning }) => (meaning.value as readonly string[]).includes("electricity intensity"));
    const spoken = matter.takes("operation", "scope 2");
    const [amount, ...others] = matter
      .quantities()
      .filter(({ quantity }) => /Wh$/.test(quantity.measured) && quantity.per === null);
    const hasFactor = asksFactor || matter.has("operation", "factor");
    if (others.length > 0 || !(amount ? spoken || hasFactor || matter.has("process", "grid") : hasFactor)) return null;
    const area = areaOf(matter);
    if (!area) return null;
    for (const kind of ["measure", "material", "sector", "gas", "fuel", "database"] as const) matter.all(kind);
    matter.takes("process", "grid");
    matter.takes("place", "CHN");
    matter.takes("operation", "factor", "spend", "mean", "total", "convert");
    matter.unit();
    const [year, ...more] = matter.years();
    matter.newest();
    if (more.length > 0 || matter.span()) return null;
    const method = matter.all("method")[0]?.meaning.value;
    if (amount && method === "market") return null;
    if (amount && method === undefined && spoken) return askMethod();
    const factor: Step = {
      id: "gridFactor",
      tool: "data.query",
      args: {
        dataset: "grid_factors_china",
        select: ["year", { column: "factor_kg_per_kwh", as: "value" }],
        where: { level: area.level, name: area.name, ...(year === undefined ? {} : { year }) },
        order: "-year",
        limit: 1,
      },
    };
    const emissions: Step | null = amount
      ? {
          id: "emissions",
          tool: "quantity.multiply",
          args: {
            left: { value: amount.quantity.value, unit: amount.quantity.measured },
            right: {
              value: { $from: factor.id, path: "rows.0.value" },
              unit: { $from: factor.id, path: "units.value" },
            },
            unit: "t CO2",
          },
        }
      : null;
    const draft = figureDraft({
      steps: [factor, ...(emissions ? [emissions] : [])],
      source,
      wants: [
        ...(emissions
          ? [wanted(emissions.id, "value", { path: "unit" }, { en: "CO2 of electricity", zh: "用电 CO2" })]
          : []),
        wanted(factor.id, "rows.0.value", { path: "units.value" }, { en: "factor", zh: "因子" }, !emissions),
        wanted(factor.id, "rows.0.year", "year", { en: "of", zh: "年份" }, false),
      ],
      subject: emissions
        ? {
            en: [
              { name: "CO2" },
              " of ",
              { quoted: amount!.words },
              " bought in ",
              { name: area.label.en },
              ", location-based",
            ],
            zh: [
              "在",
              { name: area.label.zh },
              "购电 ",
              { quoted: amount!.words },
              " 的 ",
              { name: "CO2" },
              "（基于位置）",
            ],
          }
        : {
            en: ["Mean ", { name: "CO2" }, " factor of electricity in ", { name: area.label.en }],
            zh: [{ name: area.label.zh }, "电力平均 ", { name: "CO2" }, " 排放因子"],
          },
    });
    return {
      ...draft,
      finish(results, look) {
        const { rows } = (results.get(factor.id)?.result ?? { rows: [] }) as { rows: readonly unknown[] };
        if (rows.length > 0) return draft.finish(results, look);
        return refuse("no such year", {
          en: [{ source: source.en }, " has no factor of ", { name: area.label.en }, " for that year here."],
          zh: ["这里没有", { source: source.zh }, "公布的", { name: area.label.zh }, "该年份因子。"],
        });
      },
    };
  },
};
