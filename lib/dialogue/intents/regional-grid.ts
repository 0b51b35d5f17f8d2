import { type Intent, refuse } from "../intent.ts";
import type { Step } from "../plan.ts";
import { gridAreaOf, isOfElectricity, gridSource as source } from "./grid-area.ts";
import { figureDraft, wanted } from "./one-figure.ts";
import { askMethod } from "./purchased-energy.ts";

const GRID_FACTOR = /因子$|^provincial (?:grid )?factor$/i;

/** The factors are by province, and means. */
const OF_PROVINCES = /^(?:外购电?|用咗|省级电网|provincial|province|省级|省级平均|省级电力|按省级|按省|省|的省级)$/i;

/** The factor of a Chinese province's grid, and what electricity bought there emits by it. */
export const regionalGridIntent: Intent = {
  id: "grid of a province",
  ofGivenAmounts: true,
  title: { en: "grid factor of a Chinese province", zh: "中国省级电网因子" },
  read(matter) {
    const asksFactor = matter
      .find("measure")
      .some(({ meaning }) => (meaning.value as readonly string[]).includes("electricity intensity"));
    const spoken = matter.takes("operation", "scope 2");
    const [amount, ...others] = matter.quantities(({ measured, per }) => /Wh$/.test(measured) && per === null);
    const isNamed = matter.links.some(({ words }) => GRID_FACTOR.test(words));
    const hasFactor = asksFactor || isNamed || matter.has("operation", "factor");
    if (others.length > 0 || !(amount ? spoken || hasFactor || matter.has("process", "grid") : hasFactor)) return null;
    const area = gridAreaOf(matter);
    if (!area) return null;
    matter.emissions("CO2", "GHG");
    matter.all("measure", isOfElectricity);
    matter.takes("material", "energy:electricity");
    matter.takes("sector", "power");
    matter.takes("database", "MEE");
    matter.takes("process", "grid");
    matter.use(...matter.links.filter(({ words }) => OF_PROVINCES.test(words)));
    matter.takes("place", "CHN");
    matter.takes("operation", "factor", "spend", "mean", "total", "convert", "unsure");
    matter.unit();
    const [year, ...more] = matter.years();
    matter.newest();
    if (more.length > 0 || matter.span()) return null;
    const method = matter.one("method")?.meaning.value;
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
