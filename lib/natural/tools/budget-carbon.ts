import { z } from "zod";
import { messages } from "../../message/message.ts";
import { keyedRows } from "../../tool/keyed-rows.ts";
import { sentenceOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import {
  type CarbonBudget,
  type CarbonSigma,
  type CarbonTerms,
  closeBudget,
  inCarbonDioxide,
  overYears,
  publishedSigma,
} from "../carbon-budget.ts";
import { ensembleOf, ensembleShape, modelRowShape } from "../carbon-ensemble.ts";
import { estimateShape, NaturalInputError } from "../estimate.ts";
import { carbonBudgetTables, ensembleTables } from "./carbon-budget-tables.ts";

const texts = messages("natural", {
  firstYear: { en: "the first year", zh: "首年" },
  lastYear: { en: "the last", zh: "末年" },
  closes: {
    en: "E_FF + E_LUC = G_ATM + S_OCEAN + S_LAND + S_CEMENT + B_IM, every year",
    zh: "E_FF + E_LUC = G_ATM + S_OCEAN + S_LAND + S_CEMENT + B_IM，每年",
  },
  asPublished: { en: "B_IM = B_IM as published, every year", zh: "B_IM = 公布的 B_IM，每年" },

  noRowsInPeriod: {
    en: "No row is between {from} and {to}.",
    zh: "{from}与{to}之间没有数据行。",
  },
});

const term = estimateShape.extend({
  term: z.enum(["E_FF", "E_LUC", "G_ATM", "S_OCEAN", "S_LAND", "S_CEMENT", "B_IM"]),
  side: z.enum(["source", "sink", "growth", "imbalance"]),
});
const budget = z.object({
  year: z.number(),
  terms: z.array(term),
  closure: numberIn("Gt C/yr").describe("Sources less everything else, B_IM included: zero but for rounding"),
  airborneFraction: ratio,
});

export const budgetCarbon = defineTool({
  name: "budget.carbon",
  title: { en: "The global carbon budget that closes", zh: "闭合的全球碳收支" },
  summary: {
    en: "E_FF + E_LUC = G_ATM + S_OCEAN + S_LAND + B_IM for every year, for the mean of a period and cumulated, with cement carbonation where it is given, uncertainties and the closure of each.",
    zh: "逐年、时段平均与累计的 E_FF + E_LUC = G_ATM + S_OCEAN + S_LAND + B_IM，含水泥碳化（如有）、不确定性与闭合检验。",
  },
  input: z.object({
    rows: keyedRows(
      z.object({
        year: yearIn,
        fossil_gtc: numberIn("Gt C/yr"),
        land_use_change_gtc: numberIn("Gt C/yr"),
        atmospheric_growth_gtc: numberIn("Gt C/yr"),
        ocean_sink_gtc: numberIn("Gt C/yr"),
        land_sink_gtc: numberIn("Gt C/yr"),
        cement_carbonation_gtc: numberIn("Gt C/yr").optional(),
        imbalance_gtc: numberIn("Gt C/yr").optional().describe("As published, to compare with"),
      }),
      ["year"],
    )
      .min(1)
      .describe("Rows of the dataset carbon_budget_global, Gt C/yr"),
    from: yearIn.optional(),
    to: yearIn.optional(),
    carbonation: z.enum(["apart", "deducted", "omitted"]).default("apart"),
    unit: z.enum(["Gt C/yr", "Gt CO2/yr"]).default("Gt C/yr"),
    sigma: z
      .object({
        fossilRelative: ratio.min(0),
        landUseChange: numberIn("Gt C/yr").min(0),
        atmosphericGrowth: numberIn("Gt C/yr").min(0),
        oceanSink: numberIn("Gt C/yr").min(0),
        landSink: numberIn("Gt C/yr").min(0),
      })
      .partial()
      .optional()
      .describe("One standard deviation, Gt C/yr; as the budget of 2025 states them where left out"),
  }),
  output: z.object({
    years: z.array(budget),
    mean: budget.describe("Mean over the period"),
    cumulative: z
      .array(z.object({ term: z.string(), value: numberIn(siblingUnit), unit: z.string() }))
      .describe("Sums over the period"),
    identities: z.array(z.object({ identity: sentenceOut, largest: numberIn(siblingUnit), unit: z.string() })),
  }),
  tablesOut: carbonBudgetTables,
  assumptions: [
    "Sinks and growth are positive where carbon is taken up.",
    "The sigma of B_IM is that of the five terms in quadrature, as if they were independent; that of a mean is not reduced, since faults persist over years.",
    "Before 1980 the growth of the atmosphere is less certain than the stated sigma.",
  ],
  references: [
    "Friedlingstein et al. (2026), Global Carbon Budget 2025, doi:10.5194/essd-18-3211-2026: terms and their sigmas.",
    "Friedlingstein et al. (2025), Global Carbon Budget 2024, doi:10.5194/essd-17-965-2025, eq. 1 and 2.",
  ],
  run({ rows, from, to, carbonation, unit, sigma }) {
    const inside = rows.filter(({ year }) => (from === undefined || year >= from) && (to === undefined || year <= to));
    if (inside.length === 0)
      throw new NaturalInputError(
        "from",
        texts.noRowsInPeriod({ from: from ?? texts.firstYear(), to: to ?? texts.lastYear() }),
      );
    const given: CarbonSigma = {
      ...publishedSigma,
      ...Object.fromEntries(Object.entries(sigma ?? {}).filter(([, value]) => value !== undefined)),
    };
    const convert = (closed: CarbonBudget) => (unit === "Gt CO2/yr" ? inCarbonDioxide(closed) : closed);
    const close = (terms: CarbonTerms) => {
      const closed = convert(closeBudget(terms, carbonation, given));
      return { ...closed, terms: closed.terms.map((each) => ({ ...each })) };
    };
    const terms = inside.map(termsOf);
    const years = terms.map(close);
    const cumulative = close(overYears(terms, "sum"));
    const apart = inside.flatMap((row) => {
      if (row.imbalance_gtc === undefined) return [];
      const { terms: closed } = closeBudget(termsOf(row), "apart", given);
      return [Math.abs(closed.at(-1)!.value - row.imbalance_gtc)];
    });
    return {
      years,
      mean: close(overYears(terms, "mean")),
      cumulative: cumulative.terms.map(({ term: name, value }) => ({
        term: name,
        value,
        unit: unit.replace("/yr", ""),
      })),
      identities: [
        {
          identity: texts.closes(),
          largest: Math.max(...years.map(({ closure }) => Math.abs(closure))),
          unit,
        },
        ...(apart.length > 0 ? [{ identity: texts.asPublished(), largest: Math.max(...apart), unit: "Gt C/yr" }] : []),
      ],
    };
  },
});

function termsOf(row: {
  year: number;
  fossil_gtc: number;
  land_use_change_gtc: number;
  atmospheric_growth_gtc: number;
  ocean_sink_gtc: number;
  land_sink_gtc: number;
  cement_carbonation_gtc?: number | undefined;
}): CarbonTerms {
  return {
    year: row.year,
    fossil: row.fossil_gtc,
    landUseChange: row.land_use_change_gtc,
    atmosphericGrowth: row.atmospheric_growth_gtc,
    oceanSink: row.ocean_sink_gtc,
    landSink: row.land_sink_gtc,
    cementCarbonation: row.cement_carbonation_gtc,
  };
}

export const budgetEnsemble = defineTool({
  name: "budget.ensemble",
  title: {
    en: "Every model of the carbon budget, and what B_IM would be by each",
    zh: "碳收支的全部模型及各自对应的不平衡项",
  },
  summary: {
    en: "The mean of every ocean, land and bookkeeping model over a period, their spread, how much B_IM changes when a model replaces the budget's own term, and the same for all combinations.",
    zh: "各海洋、陆地与簿记模型的时段平均及其离散度，以单个模型替换相应项时不平衡项的变化，以及全部组合的分布。",
  },
  input: z.object({
    rows: keyedRows(modelRowShape, ["component", "role", "model", "year"]).describe(
      "Rows of the dataset carbon_budget_models, Gt C/yr",
    ),
    from: yearIn,
    to: yearIn,
  }),
  output: ensembleShape,
  tablesOut: ensembleTables,
  assumptions: [
    "Models are set beside the best estimate of their own edition, as shifts.",
    "A model must cover every year of the period.",
    "Bookkeeping models hold drained peat already; the estimates of peat alone are no alternatives to them.",
    "All combinations count alike; models are not independent.",
  ],
  references: ["Friedlingstein et al. (2025), Global Carbon Budget 2024, doi:10.5194/essd-17-965-2025, tables 4 to 6."],
  run({ rows, from, to }) {
    const { components, combinations } = ensembleOf(rows, from, to);
    return {
      from,
      to,
      components: components.map((each) => ({ ...each, models: each.models.map((model) => ({ ...model })) })),
      combinations,
    };
  },
});
