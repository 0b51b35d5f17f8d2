import type { ColumnUncertainty } from "../../kernel/services/catalogue.ts";
import { float64, int16, label } from "./column.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import { editionYear } from "./edition.ts";
import type { Figure, Figures } from "./figures.ts";
import { spanOf } from "./year-span.ts";

const terms = {
  fossil_gtc: "E_FF: fossil fuels, cement and other industry, before cement carbonation",
  land_use_change_gtc: "E_LUC: net land-use change, mean of four bookkeeping models",
  atmospheric_growth_gtc: "G_ATM: growth of the atmosphere's content",
  ocean_sink_gtc: "S_OCEAN: taken up by the ocean",
  land_sink_gtc: "S_LAND: taken up by land, mean of the dynamic vegetation models",
  cement_carbonation_gtc: "Taken up by cement in use and in waste",
  imbalance_gtc: "B_IM as published: sources less growth and sinks",
} as const;

/** The tables of the budget by the year of their edition. */
export const budgetTables = {
  terms: /^gcb(\d{4})_global$/,
  sigma: /^gcb(\d{4})_sigma$/,
  models: /^gcb(\d{4})_ensembles$/,
};

/** The published imbalance was rounded with its six terms, each to five decimals: half a last digit seven times. */
const CLOSURE_GTC = 3.5e-5;

/** The global carbon budget, its one-sigma uncertainties, and every model of the edition before. */
export async function buildGlobalBudget(figures: Figures): Promise<TableDataset[]> {
  return Promise.all([buildBudget(figures), buildSigma(figures), buildModels(figures)]);
}

async function buildBudget(figures: Figures): Promise<TableDataset> {
  const figure = await figures.read(figures.newest(budgetTables.terms).id);
  const uncertainty = statedUncertainty(await figures.read(figures.newest(budgetTables.sigma).id));
  const years = figure.numbers("year");
  const [span, edition] = [spanOf(years), editionYear(figure.entry)];
  const column = Object.fromEntries(Object.keys(terms).map((name) => [name, figure.numbers(name)]));
  const at = (name: keyof typeof terms, row: number) => column[name]![row]!;
  for (let row = 0; row < figure.rows; row++) {
    must(
      years[row] === span.years[0] + row,
      () => `${figure.entry.file}, row ${row}: year ${years[row]} is out of order.`,
    );
    const rest =
      at("fossil_gtc", row) +
      at("land_use_change_gtc", row) -
      at("atmospheric_growth_gtc", row) -
      at("ocean_sink_gtc", row) -
      at("land_sink_gtc", row) -
      at("cement_carbonation_gtc", row);
    must(
      Math.abs(rest - at("imbalance_gtc", row)) < CLOSURE_GTC,
      () =>
        `${figure.entry.file}, ${years[row]}: the terms leave ${rest} Gt C where ${at("imbalance_gtc", row)} stands.`,
    );
  }
  return table(
    {
      name: "carbon_budget_global",
      title: `The global carbon budget, ${span.en} (Global Carbon Budget ${edition})`,
      title_zh: `全球碳收支（${span.zh}，${edition}版）`,
      kind: "natural",
      summary: "Sources, sinks, growth of the atmosphere and what remains unexplained, year by year.",
      years: span.years,
      traps: [
        "Gt of carbon: times 3.664 for CO2.",
        "Sinks and growth are positive where carbon is taken up. E_FF + E_LUC = G_ATM + S_OCEAN + S_LAND + carbonation + B_IM.",
        "Cement carbonation is a sink of its own here; publications often deduct it from the fossil emissions.",
        "The published imbalance closes within 0.00002 Gt C: all terms were rounded to five decimals.",
        "Do not mix terms of two editions: the models behind the sinks differ.",
      ],
      uncertainty,
    },
    originOf(figure.entry),
    [
      int16("year", years, "none", "Year"),
      ...Object.entries(terms).map(([name, description]) => float64(name, column[name]!, "Gt C/yr", description)),
    ],
  );
}

/** The columns of the terms with the standard deviation that the budget states for each. */
function statedUncertainty(figure: Figure): ColumnUncertainty[] {
  const edition = editionYear(figure.entry);
  const [names, kinds, units] = [figure.texts("term"), figure.texts("sigma_kind"), figure.texts("unit")];
  return figure.numbers("sigma").map((sigma, row) => {
    const column = `${names[row]}_gtc`;
    must(column in terms, () => `${figure.entry.file}, row ${row}: ${names[row]} is no term of the budget.`);
    const kind = kinds[row] === "relative" ? "relative" : "absolute";
    must(
      units[row] === (kind === "relative" ? "1" : "GtC/yr"),
      () => `${figure.entry.file}, row ${row}: the unit ${units[row]} does not fit a ${kind} standard deviation.`,
    );
    return {
      column,
      law: { kind, sigma },
      origin: {
        en: `1σ, as the Global Carbon Budget ${edition} states it`,
        zh: `《全球碳收支${edition}》给出的标准差（1σ）`,
      },
    };
  });
}

async function buildSigma(figures: Figures): Promise<TableDataset> {
  const figure = await figures.read(figures.newest(budgetTables.sigma).id);
  const edition = editionYear(figure.entry);
  const kind = figure.texts("sigma_kind");
  for (const [row, given] of kind.entries())
    must(given === "relative" || given === "absolute", () => `${figure.entry.file}, row ${row}: ${given} is no kind.`);
  return table(
    {
      name: "carbon_budget_sigma",
      title: `One standard deviation of the terms of the global carbon budget (Global Carbon Budget ${edition})`,
      title_zh: `全球碳收支各项的标准差（${edition}版）`,
      kind: "uncertainty",
      summary: "The uncertainty that the budget states for each of its five terms.",
      years: null,
      traps: [
        "One sigma, not a 95 % interval.",
        "The value of the atmosphere holds from about 1980; before that it was larger.",
        "Cement carbonation has none of its own: it is covered by the fossil term.",
      ],
    },
    originOf(figure.entry),
    [
      label("term", figure.texts("term"), "Term"),
      label("symbol", figure.texts("symbol"), "Symbol in the budget's identity"),
      label("sigma_kind", kind, "relative to the term, or absolute"),
      float64("sigma", figure.numbers("sigma"), "see column unit", "One standard deviation"),
      label("unit", figure.texts("unit"), "1, or GtC/yr"),
    ],
  );
}

/** Kinds of rows in the published sheet: a model, or a summary over models. */
function roleOf(component: string, model: string): string {
  if (model === "GCB") return "budget";
  if (/mean|average|spread|^sd /i.test(model)) return "summary";
  if (component === "ocean_sink") return products.has(model) ? "observation product" : "ocean model";
  if (component === "land_sink") return "vegetation model";
  return bookkeeping.has(model)
    ? "bookkeeping model"
    : component === "land_use_change" && peat.has(model)
      ? "peat"
      : "vegetation model";
}

const products = new Set([
  "LDEO-HPD",
  "Jena-MLS",
  "CMEMS-LSCE-FFNN",
  "JMA-MLR",
  "VLIZ-SOMFFN",
  "NIES-ML3",
  "OceanSODA-ETHZv2",
  "CSIR-ML6",
  "UoEX-UEPFFNU (former called Watson)",
]);
const bookkeeping = new Set(["BLUE", "H&C2023", "OSCAR", "LUCE"]);
/** Drained peat soils: already included in the bookkeeping models' columns (their mean is the budget's own value). */
const peat = new Set(["FAO", "LPX-Bern", "ORCHIDEE"]);

async function buildModels(figures: Figures): Promise<TableDataset> {
  const figure = await figures.read(figures.newest(budgetTables.models).id);
  const components = figure.texts("component");
  const models = figure.texts("model");
  const years = figure.numbers("year");
  const gtc = figure.numbers("gtc");
  const roles = models.map((model, row) => roleOf(components[row]!, model));
  assertMean(figure, components, models, roles, years, gtc);
  const [span, edition] = [spanOf(years), editionYear(figure.entry)];
  const newest = editionYear(figures.newest(budgetTables.terms));
  const count = (role: string) => new Set(models.filter((_, row) => roles[row] === role)).size;
  return table(
    {
      name: "carbon_budget_models",
      title: `Every model of the Global Carbon Budget ${edition}: ocean, land and land-use change, ${span.en}`,
      title_zh: `全球碳收支${edition}版的全部模型：海洋汇、陆地汇与土地利用变化（${span.zh}）`,
      kind: "natural",
      summary: `${count("ocean model")} ocean models and ${count("observation product")} observation products, ${count("vegetation model")} vegetation models, ${count("bookkeeping model")} bookkeeping models and ${count("peat")} estimates of drained peat, beside what the budget took.`,
      years: span.years,
      traps: [
        "Filter role before computing a spread: budget and summary rows are no models.",
        "Three peat rows (FAO, LPX-Bern, ORCHIDEE) are parts of what the bookkeeping rows hold already, not alternatives to them.",
        `The edition of ${edition}: set these beside its own best estimate (role budget)${newest === edition ? "" : `, not beside the budget of ${newest}`}.`,
        "Observation products begin in 1985 to 1990; the coverage of models differs by year.",
        "The standard deviation of models is no uncertainty of the budget: models share forcing and faults.",
      ],
    },
    originOf(figure.entry),
    [
      label("component", components, "ocean_sink, land_sink or land_use_change"),
      label(
        "role",
        roles,
        "ocean model, observation product, vegetation model, bookkeeping model, peat, budget or summary",
      ),
      label("model", models, "Name in the source"),
      int16("year", years, "none", "Year"),
      float64("gtc", gtc, "Gt C/yr", "Sink (ocean, land) or emission (land-use change)"),
    ],
  );
}

/**
 * The vegetation models' mean must equal the published one, which shows that no column is shifted and no summary is read as
 * a model.
 */
function assertMean(
  { entry }: Figure,
  components: readonly string[],
  models: readonly string[],
  roles: readonly string[],
  years: readonly number[],
  gtc: readonly number[],
): void {
  for (const year of [1960, 1990, Math.max(...years)]) {
    const rows = [...gtc.keys()].filter((row) => years[row] === year && components[row] === "land_sink");
    const members = rows.filter((row) => roles[row] === "vegetation model").map((row) => gtc[row]!);
    const published = gtc[rows.find((row) => models[row] === "Multi-model mean")!]!;
    const mean = members.reduce((sum, value) => sum + value, 0) / members.length;
    must(
      Math.abs(mean - published) < 0.005,
      () => `${entry.file}, ${year}: ${members.length} land models have the mean ${mean} where ${published} stands.`,
    );
  }
}
