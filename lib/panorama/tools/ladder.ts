import { z } from "zod";
import { distinct } from "../../message/distinct.ts";
import { type Message, messages, type Sentence } from "../../message/message.ts";
import { step as workStep } from "../../numeric/step.ts";
import { metricOut, notesOut, sentenceOut } from "../../tool/outcome.ts";
import type { Read } from "../../tool/read.ts";
import { tableYear } from "../../tool/table-year.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { coverageOut } from "../../uncertainty/coverage/coverage-schema.ts";
import { distributionIn } from "../../uncertainty/distributions/distribution-schema.ts";
import { figureIn, seedIn } from "../../uncertainty/tools/variables.ts";
import { boundKinds, categories, LAW_RANGE, principles } from "../account.ts";
import { type DrawnRung, drawnLadder, PARTIAL } from "../drawn-ladder.ts";
import { checkShape } from "../ladder.ts";
import { boundaries } from "../land-accounts.ts";
import { panorama } from "../panorama.ts";
import { editionDatasets, editionOf } from "./editions.ts";
import { modelErrorsOf, statedErrorsOf } from "./error-laws.ts";
import { ladderTables } from "./ladder-tables.ts";
import {
  cedsOf,
  gasesOf,
  landEdition,
  landUseOf,
  noResidence,
  nothingReported,
  regionsOf,
  reportedLandOf,
  residenceOf,
} from "./sources.ts";

const texts = messages("panorama", {
  methodRange: {
    en: "range of sources: the lowest and highest that the method names",
    zh: "来源范围：方法中所列来源的最低与最高值",
  },
  statedInterval: { en: "stated 95 % interval", zh: "给出的 95 % 区间" },
  quantiles: { en: "2.5 % and 97.5 % quantile of {draws} draws", zh: "{draws} 次抽样的 2.5 % 与 97.5 % 分位数" },
  quantilesAsRange: {
    en: "{quantiles}: a range by these laws and not an interval of 95 %, since {inside} of {of} figures of {against} are inside such bounds",
    zh: "{quantiles}：这是按这些误差分布的范围，不是 95 % 区间，因为{against}的 {of} 个数值中有 {inside} 个在这样的上下限之内",
  },
  quantilesInPart: {
    en: "2.5 % and 97.5 % quantile of {draws} draws, in which {undrawn} did not move",
    zh: "{draws} 次抽样的 2.5 % 与 97.5 % 分位数，其中 {undrawn} 未变动",
  },
});

const year = yearIn;
/** A year of the Global Carbon Budget; own rows may be of another. */
const budgetYear = tableYear(Object.values(editionDatasets), "rows");
const perRegion = z.array(numberIn(siblingUnit));

export const accountRow = z.object({
  region: z.string(),
  year,
  category: z.enum(categories),
  gas: z.string(),
  principle: z.enum(principles),
  value: numberIn(siblingUnit),
  unit: z.string(),
  metric: metricOut.describe("Empty for a mass of CO2."),
  lo: numberIn(siblingUnit).nullable(),
  hi: numberIn(siblingUnit).nullable(),
  bounds: z
    .enum(boundKinds)
    .describe("What lo and hi are: the lowest and highest of the sources that method names, or a 95 % interval"),
  source: z.string(),
  method: sentenceOut,
});

/** A row of the user. Unlabelled lo and hi are a range, not an interval. */
const rowIn = accountRow.extend({
  method: z.string(),
  bounds: z.enum(boundKinds).optional().describe("A range of sources, unless it is said to be a 95 % interval"),
});

const trade = z.object({
  year,
  source: z.string().default("MRIO"),
  unit: z.enum(["kt", "Mt"]).default("kt"),
  regions: z.array(z.string()),
  production: perRegion.describe("D_pba of CO2, one value a region."),
  consumption: perRegion.describe("D_cba."),
  imports: perRegion.describe("D_imp."),
  exports: perRegion.describe("D_exp."),
  income: perRegion.optional(),
});

export const question = z.object({
  regions: z
    .union([z.array(z.string()), z.literal("all")])
    .describe("ISO 3166 alpha-3 codes, WORLD, groups such as EU27 by their members of the year, or all countries."),
  year: z.union([budgetYear, z.array(budgetYear).min(1)]).describe("One year or several."),
  gas: z
    .enum(["CO2", "GHG"])
    .optional()
    .describe("GHG: CO2, CH4, N2O and fluorinated gases, by AR6.GWP100 unless a metric is named."),
  metric: z
    .string()
    .optional()
    .describe("e.g. AR6.GWP100, AR5.GWP100, AR6.GWP20; makes the account one of greenhouse gases."),
  edition: z.enum(["GCB 2025", "GCB 2024"]).default("GCB 2025").describe("Of the Global Carbon Budget; never mixed."),
  boundary: z
    .enum(boundaries)
    .default("land-use change")
    .describe("Where land ends: nowhere, at land-use change, or at all managed land as inventories have it."),
  trade: z
    .array(trade)
    .optional()
    .describe("Results of consumption.accounts: consumption then follows from residence by imports and exports."),
  rows: z.array(rowIn).default([]).describe("Rows of your own, in the place of the same account, or beside it."),
});

export const panoramaDatasets = [
  ...Object.values(editionDatasets),
  "ceds_countries",
  "land_use_change_countries",
  "land_use_reported",
  "mrio_co2",
  "fluorinated_gases_countries",
  "nitrous_oxide_countries",
  "carried_accounts",
];

/** Read for an account of greenhouse gases alone. */
const ofGases = new Set(["fluorinated_gases_countries", "nitrous_oxide_countries", "carried_accounts"]);

export async function answer(input: z.output<typeof question>, read: Read) {
  const metric = input.metric ?? (input.gas === "GHG" ? "AR6.GWP100" : undefined);
  const years = typeof input.year === "number" ? [input.year] : input.year;
  const query = { regions: input.regions, years };
  const [edition, other] = await Promise.all([
    editionOf(input.edition, query, read),
    editionOf(input.edition === "GCB 2025" ? "GCB 2024" : "GCB 2025", query, read),
  ]);
  const sources = {
    fossil: { edition, otherEditions: [other], otherProduction: [await cedsOf(query, read)] },
    land: {
      edition: landEdition,
      models: input.boundary === "fossil" ? [] : await landUseOf(query, read),
      reported: input.boundary === "managed land" ? await reportedLandOf(query, read) : nothingReported,
    },
    residence: input.trade === undefined ? noResidence : await residenceOf(query, read),
    gases: metric === undefined ? undefined : await gasesOf(metric, query, read),
    trade: input.trade?.map(({ unit, income, ...table }) => {
      const inMt = (values: readonly number[]) => (unit === "kt" ? values.map((value) => value / 1000) : values);
      return {
        ...table,
        production: inMt(table.production),
        consumption: inMt(table.consumption),
        imports: inMt(table.imports),
        exports: inMt(table.exports),
        ...(income ? { income: inMt(income) } : {}),
      };
    }),
  };
  const own = input.rows.map((row) => {
    const bounds = row.bounds ?? (row.lo === null && row.hi === null ? "none" : "range of sources");
    return { ...row, bounds } as const;
  });
  const result = panorama(regionsOf(input.regions, edition), years, input.boundary, sources, own);
  const used = panoramaDatasets.filter(
    (name) =>
      (!ofGases.has(name) || metric !== undefined) &&
      (name !== "mrio_co2" || input.trade !== undefined) &&
      (name !== "land_use_reported" || input.boundary === "managed land") &&
      (name !== "land_use_change_countries" || input.boundary !== "fossil"),
  );
  return { ...result, datasets: used };
}

const rowError = z.strictObject({
  region: z.string().optional(),
  principle: z.enum(principles).optional(),
  category: z.enum(categories).optional(),
  gas: z.string().optional(),
  source: z.string().optional().describe("As the row says it, e.g. Global Carbon Budget 2025"),
  factor: distributionIn.optional().describe("Law of what the value is multiplied with, about 1"),
  difference: distributionIn.optional().describe("Law of what is added to it, Mt, about 0"),
  group: z.string().optional().describe("Rows of one group share a source and move together"),
  r: ratio.optional().describe("Correlation within the group, 0 to 1; 1 if left out"),
});

const uncertain = z
  .strictObject({
    errors: z
      .array(rowError)
      .default([])
      .describe(
        "The first that fits a row counts; then what a source states of itself. A range of sources is not drawn from.",
      ),
    draws: ratio.max(1_000_000).default(4096),
    seed: seedIn,
  })
  .describe(
    "Climb the ladder in every draw: a step with an error law in it has the quantiles of 2.5 % and 97.5 % of the draws, the share of published figures inside such bounds, and its distribution.",
  );

const distribution = figureIn(siblingUnit).extend({
  median: numberIn(siblingUnit),
  skewness: ratio,
  made: sentenceOut.describe("How the law came about"),
  share: ratio.nullable().describe("Of the variance of the last level; null for a level"),
  histogram: z.object({ edges: z.array(numberIn(siblingUnit)), counts: z.array(ratio) }),
});

const step = accountRow.extend({
  bounds: z
    .enum([...boundKinds, PARTIAL, LAW_RANGE])
    .describe(
      "What lo and hi are: the lowest and highest of the sources that method names, or quantiles of the draws: an interval of 95 %, or, where coverage is below 0.85, a range",
    ),
  coverage: coverageOut,
  kind: z.enum(["level", "change"]),
  step: z.string(),
  from: numberIn(siblingUnit),
  to: numberIn(siblingUnit),
  interval: sentenceOut.describe("How lo and hi were made; empty where there are none"),
  distribution: distribution.optional().describe("Where uncertainty was asked for and an error law is stated"),
  undrawn: z.array(sentenceOut).describe("What is in the step and has no error law: its value is in every draw"),
});

const adjustment = figureIn("%").extend({
  region: z.string(),
  year,
  from: z.string(),
  to: z.string(),
  quantiles: z.array(z.object({ probability: ratio, value: numberIn("%") })),
  bounds: z.enum(["95 % interval", PARTIAL, LAW_RANGE]),
  coverage: coverageOut,
  undrawn: z.array(sentenceOut),
});

export const panoramaLadder = defineTool({
  name: "panorama.ladder",
  title: { en: "The panoramic ladder", zh: "全景核算阶梯" },
  summary: {
    en: "For regions and years: territorial → residence → + imports − exports = consumption → + land → panorama, each step a row with range, source and method; avoided emissions separately, and every identity as a check.",
    zh: "按地区和年份给出：属地 → 常住单位 → 加进口减出口得消费端 → 加土地得全景，每一步附范围、来源与方法；避免排放单列、不计入；各恒等式均给出校验。",
  },
  input: question.extend({ uncertainty: uncertain.optional() }),
  output: z.object({
    rows: z.array(step).describe("The steps of every region and year, in order."),
    beside: z.array(accountRow).describe("Avoided emissions and the income principle: in no sum."),
    checks: z.array(checkShape),
    adjustments: z.array(adjustment).describe("Levels against the first, per cent; where uncertainty was asked for"),
    lacks: z.array(sentenceOut).describe("What is missing, as sentences: a level that needs it is not given."),
    notes: notesOut.describe("What was not drawn, and why, as sentences."),
    datasets: z.array(z.string()),
  }),
  tablesOut: ladderTables,
  formula: "C = T + M − X (or T + net transfer); P = C + E_LUC (+ indirect flux of managed land); avoided ∉ P.",
  assumptions: [
    "bounds says what lo and hi are. A range of sources holds the lowest and highest of the sources that method names: it is no interval, is added end to end, and is not drawn from.",
    "With uncertainty, drawn is what has an error law: one of yours, a 95 % interval that a row states, or one σ of the Global Carbon Budget 2025: 5 % of fossil CO2, one error for a vintage in all regions, years and in what trade moves; for the world's land-use change in Gt C; and in what trade moves besides, the region's own revisions between the two editions. All else has its value in every draw, and is named.",
    "No source states an error of the net transfer by itself. Its share of production has the normal error of the region's own revisions between the editions of 2024 and 2025: their root mean square over the common years, widened by Student's t since adjacent years resemble each other. An error of production is in both sides and leaves the share as it is; an error that both editions share is in none of it.",
    "Bounds of draws are called a 95 % interval only where at least 85 % of the published figures that they were held against lie inside (npm run coverage); else a range by error laws.",
    "Production and net transfer follow the territory (bunkers apart); with trade given, consumption follows the resident.",
    "Land follows the territory: land embodied in trade is in no table at hand.",
    "At managed land, a year that no inventory reports has no panorama: no other year and no other boundary stands in for it.",
    "By a metric, trade moves CO2 by the Global Carbon Budget, and CH4, N2O and fluorinated gases by the share that a table of trade moves of each: of 2011, or carried to a year until 2022 (modelled). Where no table has the region and year, or its error is larger than what it moves, nothing of the gas is moved, and that is said.",
    "With uncertainty, a modelled transfer is drawn by a normal error of the largest error of consumption found in known cases, one for all gases of a region and year.",
    "Avoided emissions and the income principle stand beside the ladder and are in none of its sums.",
  ],
  references: [
    "Friedlingstein et al. (2025), Global Carbon Budget 2025, doi:10.18160/gcp-2025: fossil CO2, transfers and σ.",
    "Friedlingstein et al. (2025), Global Carbon Budget 2024, doi:10.5194/essd-17-965-2025: the edition of 2024.",
    "Peters et al. (2011), doi:10.1073/pnas.1006388108.",
    "Grassi et al. (2021), doi:10.1038/s41558-021-01033-6.",
    "Andrew, R. M. (CICERO), Country energy and emissions charts, robbieandrew.github.io/country: managed land as reported to the UNFCCC.",
    "United Nations (2014), System of Environmental-Economic Accounting, Central Framework: residence and territory.",
  ],
  datasets: [...panoramaDatasets, "carbon_budget_sigma"],
  async run({ uncertainty, ...input }, work, read) {
    const { rows, ladders, lacks, datasets } = await answer(input, read);
    const whole = {
      beside: ladders.flatMap(({ beside }) => beside),
      checks: ladders.flatMap(({ checks }) => checks),
      lacks: [...lacks],
      datasets,
    };
    if (!uncertainty) {
      const steps = ladders.flatMap(({ rungs }) =>
        rungs.map((rung) => ({ ...rung, interval: intervalOf(rung), coverage: null, undrawn: [] })),
      );
      return { ...whole, rows: steps, adjustments: [], notes: [] };
    }
    const statedOf = await statedErrorsOf(input.edition, read);
    const drawn = [];
    for (const [at, each] of ladders.entries()) {
      const own = rows.filter(({ region, year: of }) => region === each.region && of === each.year);
      const errors = [...uncertainty.errors, ...statedOf(own), ...modelErrorsOf(own)];
      drawn.push(drawnLadder(each, own, errors, uncertainty));
      work.progress((at + 1) / ladders.length, workStep.draws());
      await work.pause();
    }
    const { draws } = uncertainty;
    return {
      ...whole,
      datasets: [...datasets, "carbon_budget_sigma"],
      rows: drawn.flatMap(({ rungs }) =>
        rungs.map(({ distribution, undrawn, ...rung }) => ({
          ...rung,
          ...(distribution ? { distribution } : {}),
          undrawn: [...undrawn],
          interval: distribution ? drawnInterval(draws, undrawn, rung) : intervalOf(rung),
        })),
      ),
      adjustments: drawn.flatMap(({ adjustments }) =>
        adjustments.map(({ undrawn, ...each }) => ({ ...each, undrawn: [...undrawn] })),
      ),
      notes: distinct(drawn.flatMap(({ notes }) => notes)),
    };
  },
});

function intervalOf({ bounds }: Pick<DrawnRung, "bounds">): Sentence {
  if (bounds === "none") return "";
  return bounds === "range of sources" ? texts.methodRange() : texts.statedInterval();
}

function drawnInterval(
  draws: number,
  undrawn: readonly Message[],
  { bounds, coverage }: Pick<DrawnRung, "bounds" | "coverage">,
): Message {
  const quantiles = undrawn.length === 0 ? texts.quantiles({ draws }) : texts.quantilesInPart({ draws, undrawn });
  if (bounds !== LAW_RANGE || coverage === null) return quantiles;
  const { inside, of, against } = coverage;
  return texts.quantilesAsRange({ quantiles, inside, of, against });
}
