import { z } from "zod";
import { factorDatasets, factorsAtHand, ownFactors } from "../../factors/shipped-factors.ts";
import { findMetric } from "../../quantity/substance.ts";
import { sheetRows, sheetRowsOf } from "../../tool/sheet-rows.ts";
import { defineTool } from "../../tool/tool.ts";
import { ratio } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { approaches } from "../boundary.ts";
import { companyInventory } from "../company-inventory.ts";
import { energyDatasets, scopeDatasets, shippedScopes } from "../shipped-factors.ts";
import { companyOut, lineOf, totalsOf } from "./output.ts";
import { totalsTables } from "./totals-tables.ts";

const metricOfCompany = z
  .string()
  .default("AR5.GWP100")
  .describe("The shipped factors of scope 3 are by AR5.GWP100; CO2e of two metrics is not added");

const CORPORATE = "GHG Protocol, A Corporate Accounting and Reporting Standard, revised edition (2004)";
const SCOPE2 = "GHG Protocol, Scope 2 Guidance (2015)";
const SCOPE3 = "GHG Protocol, Corporate Value Chain (Scope 3) Accounting and Reporting Standard (2011)";

/** The columns that are read, so that a misspelt one is noticed. */
const columns = {
  rows: [
    "scope",
    "category",
    "activity",
    "amount",
    "unit",
    "facility",
    "country",
    "province",
    "supplier",
    "item",
    "method",
    "technology",
    "year",
    "factor",
    "factor_source",
    "factor_basis",
  ],
  facilities: ["name", "country", "province", "equity_share", "financial_control", "operational_control", "held"],
  instruments: [
    "kind",
    "country",
    "volume",
    "unit",
    "factor",
    "factor_unit",
    "source",
    "name",
    "energy",
    "facility",
    "year",
    "biogenic",
  ],
  factors: [
    "scope",
    "category",
    "activity",
    "value",
    "unit",
    "source",
    "country",
    "province",
    "supplier",
    "year",
    "biogenic",
    "value_status",
  ],
  prices: ["from", "to", "rate", "source"],
} as const;

const tableOf = (name: keyof typeof columns) => sheetRowsOf(columns[name]);

export const inventoryCompany = defineTool({
  name: "inventory.company",
  title: { en: "Inventory of a company by scopes 1, 2 and 3", zh: "企业温室气体清单（范围一、二、三）" },
  summary: {
    en: "A sheet of activities of one year to emissions by scope: scope 2 by location and by market side by side, the 15 categories of scope 3, biogenic CO2 separately, by operational control, financial control or equity share. Every line has its factor and the reason for it; every total lists what is missing.",
    zh: "将企业一年的活动数据表换算为分范围排放：范围二同时给出基于位置和基于市场的两个合计，范围三分15类，生物源二氧化碳单列，组织边界按运营控制、财务控制或股权比例。每行列出所用因子及理由，每个合计说明缺少什么。",
  },
  input: z.object({
    year: yearIn.describe("The year of the inventory"),
    rows: tableOf("rows").describe(
      "Columns scope (1, 2, 3, outside), category, activity, amount, unit; as wished facility, country, province (ISO 3166-2, for scope 2), supplier, item, method, technology, year, and an own factor of the row: factor (0.42 kg CO2e/kWh; gases as 56.1 kg CO2/GJ + 1 g CH4/GJ), factor_source, factor_basis (market: a supplier's rate, which counts in scope 2 by market alone)",
    ),
    approach: z.enum(approaches).default("operational control"),
    facilities: tableOf("facilities")
      .default([])
      .describe(
        "Columns name, country, province (ISO 3166-2), equity_share, financial_control (true, false, joint), operational_control, held (owned, leased in, leased out, franchise, investment)",
      ),
    instruments: tableOf("instruments")
      .default([])
      .describe(
        "Certificates, contracts and suppliers' rates: columns kind, country, volume, unit, factor, factor_unit, source; as wished name, energy, facility, year, biogenic",
      ),
    factors: tableOf("factors")
      .default([])
      .describe(
        "Own factors of scopes 2 and 3: columns scope, category, activity (grid average or residual mix for scope 2), value, unit, source; as wished country, province, supplier, year, biogenic, value_status",
      ),
    ownDirect: sheetRows.default([]).describe("Own factors of scope 1, with the columns of factors.select"),
    directFactors: sheetRows.optional().describe("Factors of scope 1; the shipped tables if left out"),
    prices: tableOf("prices").default([]).describe("Columns from (CNY 2024), to (USD 2022), rate, source"),
    excluded: z
      .array(z.object({ category: z.int().min(1).max(15), reason: z.string().min(1) }))
      .default([])
      .describe("Categories of scope 3 left out on purpose"),
    metric: metricOfCompany,
    acceptMetrics: z.array(z.string()).default([]).describe("Other metrics whose CO2e may stand beside"),
  }),
  output: companyOut,
  tablesOut: totalsTables,
  formula:
    "E = Σ share × activity × factor × GWP; scope 2 by market: certificates, contracts, suppliers' rates, then the residual mix.",
  datasets: [...factorDatasets, ...scopeDatasets],
  assumptions: [
    "Without facilities every row lies wholly within the boundary.",
    "Where no residual mix is known the grid average stands in for it, which the total says. Where a country discloses the origin of all electricity there is none, and the supplier's factor is required.",
    "Grid averages of China are of consumption, CO2 alone, by province, regional grid and country; those of other countries are life-cycle ones of generation, and their source says no metric.",
    "Factors of another country stand in where there are none of the country's own, which the line says.",
    "Biogenic CO2, offsets and avoided emissions are in no total.",
  ],
  references: [CORPORATE, SCOPE2, SCOPE3],
  async run(input, _work, read) {
    const metric = findMetric(input.metric);
    const scopes = input.rows.map((row) =>
      String(row.scope ?? "")
        .toLowerCase()
        .replace(/^scope\s*/, ""),
    );
    const direct = input.rows.filter((_, i) => scopes[i] === "1").map((row) => sectorOf(String(row.category ?? "")));
    const chain = scopes.some((scope) => scope === "3" || scope.startsWith("outside"));
    const needed = { energy: scopes.includes("2"), activity: chain, money: chain };
    const [shippedDirect, scope] = await Promise.all([
      factorsAtHand(input.directFactors, direct, read),
      shippedScopes(needed, metric, read),
    ]);
    const own = ownFactors(input.ownDirect);
    const inventory = companyInventory({
      ...input,
      metric,
      shipped: { direct: shippedDirect.factors, scope: scope.factors, prices: scope.prices },
      residual: scope.residual,
      ownDirect: own.factors,
    });
    return {
      totals: totalsOf(inventory.totals),
      lines: inventory.lines.map(lineOf),
      outside: inventory.outside.map((of) => ({ ...of })),
      problems: [...inventory.problems.map(({ message }) => message), ...own.problems, ...shippedDirect.problems],
    };
  },
});

/** A code of the sector whose factors apply to a category of scope 1; combustion by its name is energy. */
function sectorOf(category: string): string {
  return /^[1-4]/.test(category.trim()) ? category : /combustion/i.test(category) ? "1" : "2";
}

export const inventoryPurchasedEnergy = defineTool({
  name: "inventory.purchasedEnergy",
  title: { en: "Scope 2 by location and by market", zh: "范围二：基于位置与基于市场" },
  summary: {
    en: "Purchased electricity, steam, heat and cooling by both methods side by side: grid averages, and certificates, contracts, suppliers' rates and residual mixes; no kilowatt-hour is claimed twice.",
    zh: "外购电力、蒸汽、热和冷按两种方法并列核算：电网平均因子，以及证书、合同、供应商因子和剩余组合；任何一度电都不会被重复主张。",
  },
  input: z.object({
    year: yearIn,
    uses: tableOf("rows").describe(
      "Columns category (electricity, steam, heat, cooling), country, amount, unit; as wished province (ISO 3166-2), facility, supplier",
    ),
    instruments: tableOf("instruments").default([]),
    factors: tableOf("factors")
      .default([])
      .describe("Own grid averages and residual mixes, with the columns of inventory.company"),
    metric: metricOfCompany,
    acceptMetrics: z.array(z.string()).default([]),
  }),
  output: companyOut.pick({ lines: true, problems: true }).extend({
    location: companyOut.shape.totals.shape.scope2.shape.location,
    market: companyOut.shape.totals.shape.scope2.shape.market,
    covered: ratio.describe("Part of the energy that instruments cover"),
  }),
  formula: "E_location = Σ use × grid average; E_market = Σ covered × instrument + Σ rest × residual mix.",
  datasets: energyDatasets,
  assumptions: [
    "An instrument covers the year and the market that it is of, and no more than is used there.",
    "A grid average or residual mix may be up to three years older than the year, which the line says.",
    "The grid average is that of the province, else of its regional grid, else of the country, which the line says.",
    "Where a country discloses the origin of all electricity, there is no residual mix: what no instrument covers stops the calculation.",
  ],
  references: [SCOPE2],
  async run({ year, uses, instruments, factors, metric: written, acceptMetrics }, _work, read) {
    const metric = findMetric(written);
    const scope = await shippedScopes({ energy: true, activity: false, money: false }, metric, read);
    const { lines, totals, problems } = companyInventory({
      year,
      metric,
      acceptMetrics,
      approach: "operational control",
      rows: uses.map((use) => ({ category: "electricity", ...use, scope: 2 })),
      facilities: [],
      instruments,
      factors,
      prices: [],
      excluded: [],
      shipped: { direct: [], scope: scope.factors, prices: [] },
      residual: scope.residual,
      ownDirect: [],
    });
    // A use given as an emission has no energy.
    const market = lines.filter(({ basis, unit }) => basis === "market" && unit === "kWh");
    const energy = market.reduce((sum, { amount }) => sum + amount, 0);
    const claimed = market.filter(({ way }) => way === "supplier").reduce((sum, { amount }) => sum + amount, 0);
    const { location, market: byMarket } = totalsOf(totals).scope2;
    return {
      location,
      market: byMarket,
      covered: energy === 0 ? 0 : claimed / energy,
      lines: lines.map(lineOf),
      problems: problems.map(({ message }) => message),
    };
  },
});
