import { float64, int16, label } from "./column.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import type { Figures } from "./figures.ts";
import { spanIn, spanOf } from "./year-span.ts";

/** Measurements of the atmosphere, the nitrous-oxide budget, and fires by region. */
export async function buildAtmosphere(figures: Figures): Promise<TableDataset[]> {
  return Promise.all([buildMoleFractions(figures), buildNitrousOxide(figures), buildFires(figures)]);
}

async function buildMoleFractions(figures: Figures): Promise<TableDataset> {
  const figure = await figures.read("noaa_gml_annual");
  const years = figure.numbers("year");
  const span = spanOf(years);
  const value = figure.numbers("mole_fraction");
  for (const [row, given] of value.entries())
    must(given > 0, () => `${figure.entry.file}, row ${row}: a mole fraction of ${given} is not positive.`);
  return table(
    {
      name: "atmosphere_annual",
      title: `CO2, CH4, N2O and SF6 in the air: global annual means, ${span.en}`,
      title_zh: `大气中CO2、CH4、N2O、SF6的全球年均浓度（${span.zh}）`,
      kind: "natural",
      summary: "Dry-air mole fractions at the marine surface with their uncertainty.",
      years: span.years,
      traps: ["The last year may still change.", "Units differ by gas: ppm, ppb and ppt."],
      uncertainty: [
        {
          column: "mole_fraction",
          law: { kind: "sigma", column: "uncertainty" },
          origin: { en: "1σ of each annual mean, as NOAA publishes it", zh: "NOAA 随各年均值发布的标准差（1σ）" },
        },
      ],
    },
    originOf(figure.entry),
    [
      label("gas", figure.texts("gas"), "CO2, CH4, N2O or SF6"),
      int16("year", years, "none", "Year"),
      float64("mole_fraction", value, "see column unit", "Annual mean"),
      float64("uncertainty", figure.numbers("uncertainty"), "see column unit", "One standard deviation"),
      label("unit", figure.texts("unit"), "ppm, ppb or ppt"),
    ],
  );
}

async function buildNitrousOxide(figures: Figures): Promise<TableDataset> {
  const figure = await figures.read("tian_n2o");
  const mean = figure.numbers("mean_tg_n");
  // The table has no column of years: its catalogue says which it is of.
  const span = spanIn(figure.entry);
  const parts = mean.slice(0, 4).reduce((sum, value) => sum + value, 0);
  // Four parts and their total are each rounded to 0.1.
  must(
    Math.abs(parts - mean[4]!) < 0.25,
    () => `${figure.entry.file}: the four parts add to ${parts}, not ${mean[4]}.`,
  );
  return table(
    {
      name: "nitrous_oxide_budget",
      title: `The global nitrous oxide budget: sources ${span.en}`,
      title_zh: `全球氧化亚氮收支：排放源（${span.zh}）`,
      kind: "natural",
      summary: "Anthropogenic sources and the natural total, mean and range.",
      years: null,
      traps: [
        "Tg of nitrogen: times 44/28 for N2O.",
        "The first four rows add to Anthropogenic_total, within rounding.",
        "Sinks are not in the table: the loss in the stratosphere follows from burden and lifetime.",
      ],
    },
    originOf(figure.entry),
    [
      label("source", figure.texts("source"), "Source; the totals are rows of their own"),
      float64("mean_tg_n", mean, "Tg N/yr", "Mean"),
      float64("min_tg_n", figure.numbers("min_tg_n"), "Tg N/yr", "Smallest estimate"),
      float64("max_tg_n", figure.numbers("max_tg_n"), "Tg N/yr", "Largest estimate"),
    ],
  );
}

async function buildFires(figures: Figures): Promise<TableDataset> {
  const figure = await figures.read("gfed5_fire");
  const years = figure.numbers("year");
  const span = spanOf(years);
  return table(
    {
      name: "fire_emissions",
      title: `CO2, CH4 and N2O from fires by region, ${span.en} (GFED5 beta)`,
      title_zh: `各区域火灾排放的CO2、CH4、N2O（${span.zh}，GFED5测试版）`,
      kind: "natural",
      summary: "Emissions of landscape fires in the 14 regions of the Global Fire Emissions Database and in the world.",
      years: span.years,
      traps: [
        "A beta version: the publisher may still change it.",
        "Region Globe is the world; the 14 regions add to 40 to 90 Tg CO2 less, since each was cut to 10 Tg.",
        "Most of the CO2 is taken up again as the vegetation regrows: do not add it to fossil emissions.",
        "Deforestation fires are also in land-use change: do not count them twice.",
        "The publisher's tables state no licence; citation is asked for.",
      ],
    },
    originOf(figure.entry),
    [
      label("gas", figure.texts("gas"), "CO2, CH4 or N2O"),
      label("region", figure.texts("region"), "Code of the GFED region; Globe for the world"),
      label("region_name_en", figure.texts("region_name_en"), "English name"),
      int16("year", years, "none", "Year"),
      float64("emissions_tg", figure.numbers("emissions_tg"), "Tg of the gas/yr", "Emission"),
    ],
  );
}
