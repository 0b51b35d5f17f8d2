import { float64, int16, label } from "./column.ts";
import type { CountryKey } from "./countries.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import type { Figure, Figures } from "./figures.ts";
import { spanIn, spanOf } from "./year-span.ts";

/** The global methane budget: its table, its models, and national results of inversions. */
export async function buildMethaneBudget(figures: Figures, countries: CountryKey): Promise<TableDataset[]> {
  return Promise.all([buildSummary(figures), buildModels(figures), buildInversions(figures, countries)]);
}

async function buildSummary(figures: Figures): Promise<TableDataset> {
  const figure = await figures.read("methane_budget_summary");
  const span = spanIn(figure.entry);
  const [mean, lo, hi] = [figure.numbers("mean_tg"), figure.maybeNumbers("min_tg"), figure.maybeNumbers("max_tg")];
  for (let row = 0; row < figure.rows; row++)
    must(
      lo[row] === null || hi[row] === null || (lo[row]! <= mean[row]! && mean[row]! <= hi[row]!),
      () => `${figure.entry.file}, row ${row}: ${mean[row]} is not between ${lo[row]} and ${hi[row]}.`,
    );
  return table(
    {
      name: "methane_budget",
      title: `The global methane budget: sources and sinks with their ranges, ${span.en}`,
      title_zh: `全球甲烷收支：源与汇及其范围（${span.zh}）`,
      kind: "natural",
      summary: "Table 3 of the Global Methane Budget: bottom-up and top-down means with the range over models.",
      years: null,
      traps: [
        "lo and hi are the smallest and the largest model, no confidence interval.",
        "Categories nest (fossil fuels hold coal, oil and gas): never sum all rows.",
        "Bottom-up natural sources count some waters twice, as wetlands and as inland waters: their sum exceeds what the atmosphere allows.",
        "Some natural sub-categories are given for 2000–2009 only.",
        "Total sinks stands in two sections.",
      ],
    },
    originOf(figure.entry),
    [
      label("section", figure.texts("section"), "Natural or anthropogenic sources, sinks, imbalance"),
      label("category", figure.texts("category"), "Source or sink"),
      label("period", figure.texts("period"), periodsOf(figure)),
      label("approach", figure.texts("approach"), "bottom_up (inventories, process models) or top_down (inversions)"),
      label("edition", figure.texts("edition"), "Publication"),
      float64("mean_tg", mean, "Tg CH4/yr", "Mean over models"),
      float64("min_tg", lo, "Tg CH4/yr", "Smallest model; null where none is given"),
      float64("max_tg", hi, "Tg CH4/yr", "Largest model; null where none is given"),
    ],
  );
}

/** "2000-2009, 2008-2017 or 2017" */
function periodsOf(figure: Figure): string {
  const periods = [...new Set(figure.texts("period"))].sort();
  return [periods.slice(0, -1).join(", "), ...periods.slice(-1)].filter((part) => part !== "").join(" or ");
}

async function buildModels(figures: Figures): Promise<TableDataset> {
  const figure = await figures.read("methane_budget_model");
  const span = spanIn(figure.entry);
  return table(
    {
      name: "methane_budget_models",
      title: `The global methane budget: every model by category and region, ${span.en}`,
      title_zh: `全球甲烷收支：各模型分类别、分区域（${span.zh}）`,
      kind: "natural",
      summary:
        "Inventories, process models and inversions, means of three periods, for 18 regions and four bands of latitude.",
      years: null,
      traps: [
        "GLOBAL, bands of latitude and regions overlap: never sum over region.",
        "Categories overlap too: Fossil fuel holds Coal mining and Oil and Gas.",
        "Prior is what an inversion began with, Posterior what the atmosphere made of it.",
      ],
    },
    originOf(figure.entry),
    [
      label("period", figure.texts("period"), periodsOf(figure)),
      label("approach", figure.texts("approach"), "bottom_up or top_down"),
      label("block", figure.texts("block"), "Block of the source's sheet"),
      label("category", figure.texts("category"), "Source or sink"),
      label("model", figure.texts("model"), "Model or inventory"),
      label("region", figure.texts("region"), "GLOBAL, a band of latitude, or a region"),
      float64("ch4_tg", figure.numbers("ch4_tg"), "Tg CH4/yr", "Emission or, in the block SINK, uptake"),
    ],
  );
}

async function buildInversions(figures: Figures, countries: CountryKey): Promise<TableDataset> {
  const figure = await figures.read("deng_ch4_inversion");
  const iso3 = figure.maybeTexts("iso3");
  const years = figure.numbers("year");
  const span = spanOf(years);
  const [model, statistic] = [figure.texts("model"), figure.texts("statistic")];
  const inversions = new Set(model.filter((_, row) => statistic[row] === "inversion")).size;
  const areas = new Set(figure.texts("area")).size;
  for (const [row, code] of iso3.entries())
    must(!code || countries.has(code), () => `${figure.entry.file}, row ${row}: ${code} is not in the country table.`);
  return table(
    {
      name: "methane_inversions",
      title: `Methane of ${areas} countries and areas by atmospheric inversions, ${span.en}`,
      title_zh: `${areas}个国家和地区的甲烷排放：大气反演（${span.zh}）`,
      kind: "natural",
      summary: `${inversions} inversions with their median and range, by sector, and four ways to separate the anthropogenic part.`,
      years: span.years,
      traps: [
        "The four anthropogenic methods are alternatives, never parts: do not sum them.",
        "Rows with statistic = 'summary' are medians and ranges over inversions.",
        "The unit was inferred from the magnitude of the values: the source's file states none.",
      ],
    },
    originOf(figure.entry),
    [
      label("iso3", iso3, "ISO 3166 alpha-3; null for groups of countries"),
      label("area", figure.texts("area"), "Code in the source (EUR: EU27 and United Kingdom)"),
      int16("year", years, "none", "Year"),
      label("sector", figure.texts("sector"), "Sector, or a way to separate the anthropogenic part"),
      label("model", model, "Inversion; SURF uses surface stations, GOSAT the satellite"),
      label("statistic", statistic, "inversion or summary"),
      float64("ch4_tg", figure.numbers("ch4_tg"), "Tg CH4/yr", "Emission"),
    ],
  );
}
