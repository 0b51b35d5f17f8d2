import { z } from "zod";
import { messages } from "../../message/message.ts";
import { notesOut } from "../../tool/outcome.ts";
import type { DatasetColumns } from "../../tool/read.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { coverageOf } from "../../uncertainty/coverage/coverage.ts";
import { firstCarriedYear as first, lastCarriedYear as last } from "../carried/carried-year.ts";
import { type GasByPrinciple, principles, rowsByPrinciple } from "../carried/principle.ts";
import { filled, labelsOf } from "../resource/filled-column.ts";
import { TableError } from "../table.ts";

const texts = messages("mrio", {
  carriedYearOutside: {
    en: "year is {year}, but modelled tables exist for {first} to {last}.",
    zh: "year 为 {year}，而模型推算的表只覆盖 {first} 至 {last} 年。",
  },
  carriedRegionUnknown: {
    en: "region is {region}, which is none of the table's: {known}.",
    zh: "region 为 {region}，不在表的区域之列：{known}。",
  },
  carriedNote: {
    en: "Modelled: the table of 2011 carried to {year}. errorPercent is the largest error of few cases whose table is known, not an interval; it tests the structure alone: both tables of a case have the same emissions, so that the error of their totals and of the keys by which gases are divided over sectors is not in it. The difference from the Global Carbon Budget stands beside it.",
    zh: "模型推算：2011 年的表推至 {year} 年。errorPercent 取少数已有实际表案例中的最大误差，不是置信区间；它只检验投入产出结构：每个案例的两张表采用相同的排放，因此不含排放总量的误差，也不含把各气体分到部门的对照表的误差。与全球碳收支的差值并列给出。",
  },
  carriedCoverage: {
    en: "Of {of} figures of {against}, {inside} lie within errorPercent of what the table gives: it is a range.",
    zh: "{against}的 {of} 个数值中，有 {inside} 个与推算值之差在 errorPercent 以内：它是一个范围。",
  },
  carriedByPrinciple: {
    en: "By principle: income is read as an account of who earns, with fixed shares of sales; the share of the producer in a fixed sharing ({producerShare}) is a convention; direct emissions of households stay with their region in all of them.",
    zh: "按原则核算：收入端表示谁从中获得收入，销售份额固定；固定共担中生产者的份额（{producerShare}）是约定；住户直接排放在各原则下均归其所在区域。",
  },
  carriedNotUsable: {
    en: "The net transfer of CO2 is not usable in {count} of {all} regions: {names:and}.",
    zh: "{all} 个区域中有 {count} 个的 CO2 净转移不可用：{names:and}。",
  },
});

const account = z.object({
  region: z.string(),
  gas: z.string(),
  unit: z.string(),
  production: numberIn(siblingUnit),
  consumption: numberIn(siblingUnit),
  imports: numberIn(siblingUnit).describe("Embodied in imports for final use."),
  exports: numberIn(siblingUnit).describe("Embodied in exports for final use."),
  transferPercent: numberIn("%").describe("Consumption less production, relative to production."),
  errorPercent: numberIn("%").describe(
    "Largest absolute error of consumption in known cases up to a span as long. It tests the structure alone: both tables of a case have the same emissions by sector.",
  ),
  budgetProduction: numberIn("Mt CO2")
    .nullable()
    .describe("Global Carbon Budget, territorial; null where it has none."),
  budgetConsumption: numberIn("Mt CO2").nullable(),
  budgetTransferPercent: numberIn("%")
    .nullable()
    .describe("Consumption less production by the Global Carbon Budget, relative to its production."),
  budgetDifferencePoints: numberIn("%")
    .nullable()
    .describe(
      "transferPercent less budgetTransferPercent, percentage points: another source, which errorPercent does not test.",
    ),
  verdict: z
    .string()
    .describe(
      "usable, model_error_above_transfer or, for CO2, budget_differs_by_more_than_transfer: by more than either of the two transfers.",
    ),
});

const byPrinciple = z.object({
  region: z.string(),
  gas: z.string().describe("A gas, or all for the four together."),
  unit: z.string(),
  principle: z.enum(principles),
  production: numberIn(siblingUnit),
  value: numberIn(siblingUnit),
  differencePercent: numberIn("%").describe("Value less production, relative to production."),
  errorPercent: numberIn("%").describe(
    "Largest absolute error in known cases, relative to production, as differencePercent is; it tests the structure alone, and errors of gases add end to end.",
  ),
  budgetDifferencePoints: numberIn("%")
    .nullable()
    .describe("differencePercent less that of the Global Carbon Budget, percentage points; null where there is none."),
  verdict: z
    .string()
    .describe(
      "As in accounts. For consumption and shared the budget is held against CO2 and, with the other gases as modelled, against all; for income and shared_along_chain there is none. For all gases it is no better than that of any gas.",
    ),
});

export const consumptionCarried = defineTool({
  name: "consumption.carried",
  title: { en: "Accounts of a modelled table with its errors", zh: "推算表的账户与误差" },
  summary: {
    en: "For a year from 2012 to 2022: production and consumption of four gases by the table that `consumption.table({year, modelled: true})` opens, what was known of each region, its errors in cases whose table is known, and the Global Carbon Budget beside CO2, with a verdict where the net transfer is not usable; the same emissions by consumption, income and two kinds of sharing.",
    zh: "对 2012 至 2022 年中的一年：给出 `consumption.table({year, modelled: true})` 所开推算表的四类气体生产端与消费端账户、各区域的已知量、在已有实际表案例中的误差，CO2 并列全球碳收支数据，并说明净转移在何处不可用；同一排放还按消费端、收入端和两种共担方式给出。",
  },
  input: z.object({
    year: z.int(),
    region: z.string().optional().describe("Code of one region; all when left out."),
    producerShare: ratio
      .min(0)
      .max(1)
      .optional()
      .describe("The producer's part of fixed sharing, 0 to 1. 0.5 when left out."),
  }),
  output: z.object({
    accounts: z.array(account),
    principles: z
      .array(byPrinciple)
      .describe(
        "The same emissions by consumption, income (Ghosh, by value added), a fixed share of producer and consumer, and shared along the chain; by gas and for all gases.",
      ),
    known: z
      .array(
        z.object({ region: z.string(), quantity: z.string(), basis: z.string(), dataset: z.string(), until: ratio }),
      )
      .describe("What the totals of a region follow, from which dataset, up to which year."),
    errors: z
      .array(
        z.object({
          region: z.string(),
          gas: z.string(),
          unit: z.string(),
          from: ratio.describe("Year of the table that was carried to 2011."),
          known: z.string().describe("What was known of 2011."),
          published: numberIn(siblingUnit),
          modelled: numberIn(siblingUnit),
          errorPercent: numberIn("%"),
          salesPercent: numberIn("%").describe("Σ|modelled − published| over Σ published of intermediate sales."),
          purchasesPercent: numberIn("%"),
          demandPercent: numberIn("%"),
        }),
      )
      .describe("The cases: emissions of consumption of 2011, with the same satellite account in both tables."),
    sectors: z
      .array(
        z.object({
          sector: z.string(),
          from: ratio,
          known: z.string(),
          salesPercent: numberIn("%"),
          purchasesPercent: numberIn("%"),
        }),
      )
      .describe("The same by sector of all regions, of intermediate deliveries."),
    flows: z
      .array(
        z.object({
          origin: z.string(),
          consumer: z.string(),
          from: ratio,
          known: z.string(),
          published: numberIn("Mt CO2"),
          modelled: numberIn("Mt CO2"),
        }),
      )
      .describe(
        "CO2 of 2011 emitted in one region for the final demand of another, in the cases; of `region`, or none without it.",
      ),
    notes: notesOut,
  }),
  formula:
    "GRAS of the table of 2011 to x, x − v and demand of the year; with t = (D_cba − D_pba) / D_pba, a transfer is usable if |error of consumption| ≤ |t| and |t of the budget − t| ≤ min(|t|, |t of the budget|). Income: v̂ G Sᵀ + F_Y; shared: α D_pba + (1 − α) D_cba; along the chain 1 − α_i = v_i / (x_i − z_ii).",
  assumptions: [
    "Without a national table, output, value added and demand of a region follow its GDP in current US$, with the shares of 2011.",
    "CO2 of countries is divided by the sector shares of the last JRC accounts, other gases by keys from EDGAR's sectors.",
    "The error of the structure is that found in other years; that of the emissions and of their division over sectors is not tested.",
    "Income: sales shares are fixed, and value added is output less inputs, with taxes and margins. Direct emissions of households stay with their region.",
    "The share of the producer is a convention, not a measurement.",
  ],
  references: [
    "Lenzen, Wood & Gallego (2007), Econ. Syst. Res. 19: 461–465.",
    "Temurshoev, Miller & Bouwmeester (2013), doi:10.1080/09535314.2012.746645.",
    "Friedlingstein et al. (2025), doi:10.18160/gcp-2025.",
    "Marques et al. (2012), doi:10.1016/j.ecolecon.2012.09.010.",
    "Lenzen, Murray, Sack & Wiedmann (2007), doi:10.1016/j.ecolecon.2006.05.018.",
    "Peters (2008), doi:10.1016/j.ecolecon.2007.10.014.",
  ],
  datasets: ["carried_accounts", "carried_known", "carried_errors", "carried_errors_sectors", "carried_errors_flows"],
  async run({ year, region, producerShare = 0.5 }, _work, read) {
    if (year < first || year > last) throw new TableError("year", texts.carriedYearOutside({ year, first, last }));
    const part = { year, ...(region === undefined ? {} : { region }) };
    const [accounts, known, errors, sectors, flows] = await Promise.all([
      read("carried_accounts", part),
      read("carried_known", part),
      read("carried_errors", region === undefined ? {} : { region }),
      read("carried_errors_sectors"),
      region === undefined ? undefined : read("carried_errors_flows"),
    ]);
    const regions = [...new Set(labelsOf(accounts, "region"))];
    if (region !== undefined && !regions.includes(region))
      throw new TableError("region", texts.carriedRegionUnknown({ region: JSON.stringify(region), known: regions }));
    const rows = (columns: DatasetColumns, hasYear = true) => {
      const [codes, years] = [labelsOf(columns, "region"), hasYear ? filled(columns, "year") : undefined];
      return Array.from(codes.keys()).filter(
        (i) => (region === undefined || codes[i] === region) && (years === undefined || years[i] === year),
      );
    };
    const list = rows(accounts).map(accountsOf(accounts));
    const judged = list.filter(({ gas }) => gas === "CO2");
    const failed = judged.filter(({ verdict }) => verdict !== "usable");
    return {
      accounts: list,
      principles: principlesOf(accounts, rows(accounts), producerShare),
      known: rows(known).map(knownOf(known)),
      errors: rows(errors, false).map(errorsOf(errors)),
      sectors: sectorErrorsOf(sectors),
      flows: flows ? flowErrorsOf(flows, region!) : [],
      notes: [
        texts.carriedNote({ year }),
        ...(failed.length > 0
          ? [
              texts.carriedNotUsable({
                count: failed.length,
                all: judged.length,
                names: failed.map((row) => row.region),
              }),
            ]
          : []),
        texts.carriedCoverage({ ...coverageOf(["largest error of a carried table"])! }),
        texts.carriedByPrinciple({ producerShare }),
      ],
    };
  },
});

function accountsOf(columns: DatasetColumns) {
  const [region, gas, unit] = ["region", "gas", "unit"].map((name) => labelsOf(columns, name));
  const verdict = labelsOf(columns, "verdict");
  const [production, consumption, imports, exports, error] = [
    "production_mt",
    "consumption_mt",
    "imports_mt",
    "exports_mt",
    "error_percent",
  ].map((name) => filled(columns, name));
  const [made, used] = ["budget_production_mtco2", "budget_consumption_mtco2"].map((name) => columns.numbers(name));
  return (i: number) => {
    const transferPercent = (consumption![i]! / production![i]! - 1) * 100;
    const [budgetProduction, budgetConsumption] = [made![i] ?? null, used![i] ?? null];
    const budgetTransferPercent =
      budgetProduction === null || budgetConsumption === null ? null : (budgetConsumption / budgetProduction - 1) * 100;
    return {
      region: region![i]!,
      gas: gas![i]!,
      unit: unit![i]!,
      production: production![i]!,
      consumption: consumption![i]!,
      imports: imports![i]!,
      exports: exports![i]!,
      transferPercent,
      errorPercent: error![i]!,
      budgetProduction,
      budgetConsumption,
      budgetTransferPercent,
      budgetDifferencePoints: budgetTransferPercent === null ? null : transferPercent - budgetTransferPercent,
      verdict: verdict[i]!,
    };
  };
}

/** Every region's gases by every principle; the gases have one unit but CO2, which is a mass of the same number. */
function principlesOf(columns: DatasetColumns, rows: readonly number[], producerShare: number) {
  const [region, gas, unit] = ["region", "gas", "unit"].map((name) => labelsOf(columns, name));
  const [production, consumption, income, alongChain] = [
    "production_mt",
    "consumption_mt",
    "income_mt",
    "shared_along_chain_mt",
  ].map((name) => filled(columns, name));
  const [ofConsumption, ofIncome, ofChain] = [
    "error_percent",
    "income_error_percent",
    "shared_along_chain_error_percent",
  ].map((name) => filled(columns, name));
  const [made, used] = ["budget_production_mtco2", "budget_consumption_mtco2"].map((name) => columns.numbers(name));
  const gasOf = (i: number): GasByPrinciple => ({
    gas: gas![i]!,
    production: production![i]!,
    values: { consumption: consumption![i]!, income: income![i]!, shared_along_chain: alongChain![i]! },
    errors: {
      consumption: ofConsumption![i]! / 100,
      income: ofIncome![i]! / 100,
      shared_along_chain: ofChain![i]! / 100,
    },
    budget: typeof used![i] === "number" ? used![i]! / made![i]! - 1 : null,
  });
  return [...new Set(rows.map((i) => region![i]!))].flatMap((code) => {
    const own = rows.filter((i) => region![i] === code);
    const units = new Map(own.map((i) => [gas![i]!, unit![i]!]));
    const equivalents = own.map((i) => unit![i]!).find((each) => each !== "Mt CO2")!;
    return rowsByPrinciple(own.map(gasOf), producerShare).map(({ difference, error, budgetGap, ...row }) => ({
      region: code,
      ...row,
      unit: units.get(row.gas) ?? equivalents,
      differencePercent: difference * 100,
      errorPercent: error * 100,
      budgetDifferencePoints: budgetGap === null ? null : budgetGap * 100,
    }));
  });
}

function knownOf(columns: DatasetColumns) {
  const [region, quantity, basis, dataset] = ["region", "quantity", "basis", "dataset"].map((name) =>
    labelsOf(columns, name),
  );
  const until = filled(columns, "until");
  return (i: number) => ({
    region: region![i]!,
    quantity: quantity![i]!,
    basis: basis![i]!,
    dataset: dataset![i]!,
    until: until[i]!,
  });
}

function errorsOf(columns: DatasetColumns) {
  const [region, known, gas, unit] = ["region", "known", "gas", "unit"].map((name) => labelsOf(columns, name));
  const [from, published, modelled, error, sales, purchases, demand] = [
    "from_year",
    "consumption_mt",
    "modelled_mt",
    "error_percent",
    "sales_error_percent",
    "purchases_error_percent",
    "demand_error_percent",
  ].map((name) => filled(columns, name));
  return (i: number) => ({
    region: region![i]!,
    gas: gas![i]!,
    unit: unit![i]!,
    from: from![i]!,
    known: known![i]!,
    published: published![i]!,
    modelled: modelled![i]!,
    errorPercent: error![i]!,
    salesPercent: sales![i]!,
    purchasesPercent: purchases![i]!,
    demandPercent: demand![i]!,
  });
}

function sectorErrorsOf(columns: DatasetColumns) {
  const [sector, known] = [labelsOf(columns, "sector"), labelsOf(columns, "known")];
  const [from, sales, purchases] = ["from_year", "sales_error_percent", "purchases_error_percent"].map((name) =>
    filled(columns, name),
  );
  return sector.map((code, i) => ({
    sector: code,
    from: from![i]!,
    known: known[i]!,
    salesPercent: sales![i]!,
    purchasesPercent: purchases![i]!,
  }));
}

/** The flows from and to a region. */
function flowErrorsOf(columns: DatasetColumns, region: string) {
  const [origin, consumer, known] = ["origin", "consumer", "known"].map((name) => labelsOf(columns, name));
  const [from, published, modelled] = ["from_year", "published_mtco2", "modelled_mtco2"].map((name) =>
    filled(columns, name),
  );
  return origin!.flatMap((code, i) =>
    code === region || consumer![i] === region
      ? [
          {
            origin: code,
            consumer: consumer![i]!,
            from: from![i]!,
            known: known![i]!,
            published: published![i]!,
            modelled: modelled![i]!,
          },
        ]
      : [],
  );
}
