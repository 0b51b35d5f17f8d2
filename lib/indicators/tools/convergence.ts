import { z } from "zod";
import { messages } from "../../message/message.ts";
import { WORLD } from "../../panorama/national-series.ts";
import { metricOut, notesOut, sentenceOut, unitOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { type CountryPath, convergence } from "../convergence.ts";
import { dispersionShape } from "../dispersion.ts";
import { IndicatorError } from "../indicator-error.ts";
import { convergenceTables } from "./convergence-tables.ts";
import { accountIn } from "./national.ts";
import { accountOf, populationOf, queryOf } from "./sources.ts";

const texts = messages("indicators", {
  yearOutside: {
    en: "{year} is not among the years for which both tables have values: {source} has {first} to {last}.",
    zh: "{year} 年不在两张表均有数值的年份之内：{source} 的数据为 {first}—{last} 年。",
  },
  leftOut: {
    en: "Left out, because emissions or persons are missing or not positive in one of the years: {regions}.",
    zh: "因其中某年缺少排放或人口数据或数值不为正而未计入：{regions}。",
  },
  sharedCancels: {
    en: "An error that all countries share, such as that of the vintage of fossil CO2, changes none of the measures of dispersion: no ± follows from it.",
    zh: "所有国家共有的误差（如化石 CO2 同一版本的误差）不改变任何离散程度指标，因此没有由此而来的 ±。",
  },
  oneYear: {
    en: "One year has no trend: give several for the years of convergence.",
    zh: "只有一个年份时没有趋势：要得到趋同年份，请给出多个年份。",
  },
  pastTarget: {
    en: "The target year {target} is not after the last year {last}: no needed change is given.",
    zh: "目标年份 {target} 不晚于最后一年 {last}：不给出所需变化。",
  },
});

const perHead = { unitIn: "unit" };

export const convergenceTool = defineTool({
  name: "indicators.convergence",
  title: { en: "Convergence of emissions per head", zh: "人均排放的趋同" },
  summary: {
    en: "How unequal emissions per head are between countries in each year (Gini and Theil weighted by population, σ of logarithms), when the straight line of each country meets the mean, and what it would take to be there in a target year.",
    zh: "各年各国人均排放的不平等程度（按人口加权的基尼系数与泰尔指数、对数标准差），各国直线趋势何时与平均值相交，以及要在目标年份达到平均值所需的变化。",
  },
  input: z.object({
    years: z.array(yearIn).min(1).describe("Years to compare, e.g. [1990, 2000, 2010, 2022]"),
    account: accountIn,
    target: yearIn.optional().describe("A year in which all countries stand at the mean of the last of the years."),
  }),
  output: z.object({
    unit: unitOut.describe("Of emissions per head"),
    massUnit: z.string().describe("Of emissions"),
    metric: metricOut,
    years: z.array(
      z.object({
        year: yearIn,
        mean: numberIn(perHead).describe("Σ emissions / Σ persons of the countries"),
        ...dispersionShape.shape,
        personsShare: numberIn("%").nullable().describe("The countries' share in the world's population"),
      }),
    ),
    countries: z.array(
      z.object({
        region: z.string(),
        emissions: numberIn({ unitIn: "massUnit" }).describe("In the last year"),
        persons: numberIn("person").describe("In the last year"),
        perHead: numberIn(perHead).describe("In the last year"),
        ratio: ratio.describe("To the mean of the last year"),
        trend: numberIn(perHead).nullable().describe("Per year: slope of the line of least squares"),
        gapTrend: numberIn(perHead).nullable().describe("Per year: slope of the distance to the mean"),
        reaches: z
          .int()
          .nullable()
          .describe("The year in which the line of the distance is at zero; null where it does not shrink"),
        byTarget: z.boolean().nullable().describe("Whether that is in the target year or before"),
        needed: numberIn(perHead).nullable().describe("Change per year to stand at the last year's mean in the target"),
      }),
    ),
    giniReaches: z
      .int()
      .nullable()
      .describe("The year in which the line through the Gini coefficients is at zero; null where they do not fall"),
    personsByTarget: numberIn("%")
      .nullable()
      .describe("Share of the persons of the last year in countries whose line meets the mean by the target year"),
    lacks: z.array(sentenceOut),
    notes: notesOut,
    datasets: z.array(z.string()),
  }),
  tablesOut: convergenceTables,
  formula:
    "G = 1 − Σ (p_i − p_{i−1})(S_i + S_{i−1}); T = Σ s_i ln(s_i/p_i); σ = sd(ln e_i); d_i(t) = e_i(t) − Σe/Σp = 0",
  assumptions: [
    "People within a country count as equal: inequality within countries is not in it.",
    "The same countries in all years: those with emissions and persons in each of them. Bunkers are in no country.",
    "A straight line of least squares through the given years, continued: an extrapolation, no forecast.",
    "What is needed for the target year is to reach the mean of the last year, which is taken to stay.",
  ],
  references: [
    "Gini, C. (1914), Sulla misura della concentrazione e della variabilità dei caratteri; Lorenz, M. O. (1905), Methods of measuring the concentration of wealth.",
    "Theil, H. (1967), Economics and Information Theory.",
    "Barro, R. J. and Sala-i-Martin, X. (1992), Convergence, Journal of Political Economy 100: 223–251.",
    "Meyer, A. (2000), Contraction and Convergence: The Global Solution to Climate Change.",
    "Friedlingstein et al. (2025), Global Carbon Budget 2025, doi:10.18160/gcp-2025; UN World Population Prospects (2024).",
  ],
  datasets: ["carbon_budget_countries", "nonco2_countries", "population"],
  async run({ years: asked, account, target }, _work, read) {
    const years = [...new Set(asked)].sort((a, b) => a - b);
    const query = queryOf("all", years);
    const { emissions, unit, metric, datasets } = await accountOf(account, "GCB 2025", query, read);
    const persons = await populationOf(query, read);
    for (const year of years)
      for (const series of [emissions, persons]) {
        const [first, last] = series.span;
        if (year < first || year > last)
          throw new IndicatorError("years", texts.yearOutside({ year, source: series.name, first, last }));
      }
    const paths: CountryPath[] = [];
    const leftOut: string[] = [];
    for (const region of emissions.countries) {
      const endowments = years.map((year) => ({
        // Mt over persons is 10⁶ t per person.
        emissions: 1e6 * (emissions.at(region, year) ?? 0),
        persons: persons.at(region, year) ?? 0,
      }));
      if (endowments.every((each) => each.emissions > 0 && each.persons > 0)) paths.push({ region, endowments });
      else leftOut.push(region);
    }
    const result = convergence(years, paths, target);
    const last = years.at(-1)!;
    const peopleOf = (region: string, year: number) => persons.at(region, year)!;
    const countries = result.countries.map(({ reaches, ...each }) => {
      const year = reaches === null ? null : yearReached(reaches);
      const { region } = each;
      const [mass, people] = [emissions.at(region, last)!, peopleOf(region, last)];
      return {
        ...each,
        emissions: mass,
        persons: people,
        reaches: year,
        byTarget: target === undefined ? null : year !== null && year <= target,
      };
    });
    const people = countries.reduce((sum, { region }) => sum + peopleOf(region, last), 0);
    const inTime = countries.filter(({ byTarget }) => byTarget);
    return {
      unit: unit === "Mt CO2" ? "t CO2/person" : "t CO2e/person",
      massUnit: unit,
      metric,
      years: result.years.map((each) => {
        const world = persons.at(WORLD, each.year);
        const sum = countries.reduce((total, { region }) => total + peopleOf(region, each.year), 0);
        return { ...each, personsShare: world === null ? null : (100 * sum) / world };
      }),
      countries,
      giniReaches: result.giniZero === null ? null : yearReached(result.giniZero),
      personsByTarget:
        target === undefined
          ? null
          : (100 * inTime.reduce((sum, { region }) => sum + peopleOf(region, last), 0)) / people,
      lacks: leftOut.length > 0 ? [texts.leftOut({ regions: leftOut })] : [],
      notes: [
        texts.sharedCancels(),
        ...(years.length === 1 ? [texts.oneYear()] : []),
        ...(target !== undefined && target <= last ? [texts.pastTarget({ target, last })] : []),
      ],
      datasets: [...datasets, "population"],
    };
  },
});

/** The first full year in which a line is at zero; null if it hardly falls. */
function yearReached(year: number): number | null {
  return year < FARTHEST ? Math.ceil(year) : null;
}

/** The last year of `yearIn`: a line that meets zero later practically does not shrink. */
const FARTHEST = 9999;
