import { errorsOfSpan } from "../../lib/mrio/carried/carried-error.ts";
import { carriedGases } from "../../lib/mrio/carried/carried-stressors.ts";
import { firstCarriedYear, lastCarriedYear } from "../../lib/mrio/carried/carried-year.ts";
import type { KnownTotal } from "../../lib/mrio/carried/known-totals.ts";
import { type ComputedPrinciple, computedPrinciples } from "../../lib/mrio/carried/principle.ts";
import { judgeTransfer } from "../../lib/mrio/carried/usable.ts";
import { accountsByPrinciple } from "../../lib/mrio/principle-accounts.ts";
import { openCarried } from "../../lib/mrio/resource/carried-table.ts";
import { lastShippedYear } from "../../lib/mrio/resource/dataset-names.ts";
import { shippedTable } from "../../lib/mrio/resource/shipped-table.ts";
import type { InputOutputTable } from "../../lib/mrio/table.ts";
import type { Read } from "../../lib/tool/read.ts";
import { flag, float64, int16, label } from "./column.ts";
import { must, type TableDataset, table } from "./dataset.ts";
import type { PrincipleErrors } from "./mrio-carried-errors.ts";
import { gasUnit, mt, origin, percent } from "./mrio-carried-origin.ts";
import { compressed } from "./packed-arrow.ts";

const modelled = "Modelled, not observed: no table of this form was published for these years.";
/** The accounts of the carried table of every year beside the Global Carbon Budget, and what was known of each region. */
export async function buildCarriedAccounts(read: Read, found: PrincipleErrors): Promise<TableDataset[]> {
  const budget = await budgetOf(read);
  const rows: AccountRow[] = [];
  const known: (KnownTotal & { readonly year: number })[] = [];
  const published = await shippedTable({ year: lastShippedYear, edits: [] }, read);
  rows.push(...(await accountRows(published, lastShippedYear, budget)));
  for (let year = firstCarriedYear; year <= lastCarriedYear; year++) {
    const carried = await openCarried({ year, edits: [] }, read, undefined, false);
    must(
      carried.balance.converged,
      () => `The table carried to ${year} misses its totals by ${carried.balance.balanceError}.`,
    );
    known.push(...carried.known.map((row) => ({ ...row, year })));
    const { stressors: gases, regions } = carried.table;
    const errorsOf = (principle: ComputedPrinciple) =>
      errorsOfSpan(found[principle], { gases, regions }, year - lastShippedYear)!.byGas;
    const errors = Object.fromEntries(computedPrinciples.map((each) => [each, errorsOf(each)])) as StatedByGas;
    rows.push(...(await accountRows(carried.table, year, budget, errors)));
  }
  return [accountsTable(rows), knownTable(known)];
}

/** For every principle the largest error of known cases, gas × region. */
type StatedByGas = Readonly<Record<ComputedPrinciple, readonly (readonly number[])[]>>;

/** The accounts of a table; without `errors` it is a published one. */
async function accountRows(
  table: InputOutputTable,
  year: number,
  budget: ReadonlyMap<string, Budget>,
  errors?: StatedByGas,
): Promise<AccountRow[]> {
  const { regions, stressors } = table;
  const { accounts, households, income, sharedAlongChain } = await accountsByPrinciple(table);
  const { D_pba, D_cba, D_imp, D_exp } = accounts;
  return stressors.flatMap((gas, k) =>
    regions.map((region, r) => {
      const at = k * regions.length + r;
      const own = gas === "CO2" ? budget.get(`${region} ${year}`) : undefined;
      const errorOf = (principle: ComputedPrinciple) => (errors ? errors[principle][k]![r]! : 0);
      const error = errorOf("consumption");
      const [production, consumption] = [D_pba.data[at]!, D_cba.data[at]!];
      const evidence = {
        transfer: consumption / production - 1,
        // The error is one of consumption, the transfer relative to production.
        modelError: (error * consumption) / production,
        budget: own ? own.consumption / own.production - 1 : null,
      };
      return {
        year,
        region,
        gas,
        production,
        consumption,
        imports: D_imp.data[at]!,
        exports: D_exp.data[at]!,
        error,
        households: households.data[at]!,
        income: income.data[at]!,
        incomeError: errorOf("income"),
        sharedAlongChain: sharedAlongChain.data[at]!,
        sharedAlongChainError: errorOf("shared_along_chain"),
        budget: own ?? null,
        verdict: errors ? judgeTransfer(evidence) : "published",
        isModelled: errors !== undefined,
      };
    }),
  );
}

interface Budget {
  readonly production: number;
  readonly consumption: number;
}

interface AccountRow {
  readonly year: number;
  readonly region: string;
  readonly gas: string;
  readonly production: number;
  readonly consumption: number;
  readonly imports: number;
  readonly exports: number;
  readonly error: number;
  readonly households: number;
  readonly income: number;
  readonly incomeError: number;
  readonly sharedAlongChain: number;
  readonly sharedAlongChainError: number;
  readonly budget: Budget | null;
  readonly verdict: string;
  readonly isModelled: boolean;
}

/** Production and consumption of countries by the Global Carbon Budget where it has both, Mt. */
async function budgetOf(read: Read): Promise<Map<string, Budget>> {
  const columns = await read("carbon_budget_countries");
  const [iso3, year] = [columns.texts("iso3"), columns.numbers("year")];
  const [production, consumption] = [columns.numbers("production_mtco2"), columns.numbers("consumption_mtco2")];
  const found = new Map<string, Budget>();
  for (let i = 0; i < columns.rows; i++) {
    const [made, used] = [production[i] ?? null, consumption[i] ?? null];
    if (iso3[i] && made !== null && used !== null)
      found.set(`${iso3[i]} ${year[i]}`, { production: made, consumption: used });
  }
  return found;
}

function accountsTable(rows: readonly AccountRow[]): TableDataset {
  const unit = "Mt of the unit in column unit";
  return table(
    {
      name: "carried_accounts",
      title: "Production and consumption of four gases, 2012–2022, by the carried table (modelled), with 2011",
      title_zh: "推算表给出的四类温室气体生产侧与消费侧排放，2012—2022年（模型结果），附2011年",
      kind: "consumption",
      summary:
        "Accounts of the table of 2011 carried to each year by production, consumption, income and sharing along the chain, for CO2, CH4, N2O and fluorinated gases in 41 regions, with the error found in a known case and, for CO2, the Global Carbon Budget beside it.",
      years: [lastShippedYear, lastCarriedYear],
      traps: [
        modelled,
        "2011 is the published table with the JRC accounts (CO2 alone, modelled = false): how far it is from the Global Carbon Budget is no error of the model. Its production follows the resident, that of later years the Global Carbon Budget.",
        "verdict says whether the net transfer of a region may be used: filter verdict = 'usable'. For CO2 it is held against the Global Carbon Budget on both sides: they differ by no more than either transfer. For gases besides CO2 it rests on the model's error alone.",
        "error_percent is the largest of one to three cases (2007, 2005 and 2000 carried to 2011, up to a span as long), not an interval; it is of the structure, not of the keys by which gases are divided over sectors.",
        "Territorial totals: international shipping and aviation are added to the regions of their operators, so production differs from the Global Carbon Budget.",
        "CO2 by sector follows shares of 2016 from 2017 on; other gases follow keys from EDGAR's eight sectors (lib/classification/edgar-to-wiod.ts).",
        "income_mt: emissions enabled by the region's value added, by the Ghosh model with fixed shares of sales: an account of who earns, not a model of supply. Value added is output less inputs, with taxes and margins.",
        "Direct emissions of households are in production, consumption, income and the sharing alike, with the household's region: subtract households_mt for the part that the table moves.",
        "Gases have different units, see unit: CO2 is a mass, the others are CO2 equivalents of AR5.",
      ],
    },
    origin,
    [
      int16(
        "year",
        rows.map(({ year }) => year),
        "none",
        "Year",
      ),
      label(
        "region",
        rows.map(({ region }) => region),
        "Region of the table",
      ),
      label(
        "gas",
        rows.map(({ gas }) => gas),
        carriedGases.join(", "),
      ),
      label(
        "unit",
        rows.map(({ gas }) => gasUnit(gas)),
        "Unit of the row",
      ),
      float64(
        "production_mt",
        rows.map(({ production }) => mt(production)),
        unit,
        "Production, households and transport between countries included",
      ),
      float64(
        "consumption_mt",
        rows.map(({ consumption }) => mt(consumption)),
        unit,
        "Consumption",
      ),
      float64(
        "imports_mt",
        rows.map(({ imports }) => mt(imports)),
        unit,
        "Embodied in imports for final use",
      ),
      float64(
        "exports_mt",
        rows.map(({ exports }) => mt(exports)),
        unit,
        "Embodied in exports for final use",
      ),
      float64(
        "error_percent",
        rows.map(({ error }) => percent(error)),
        "%",
        "Largest absolute error of consumption in known cases up to a span as long; 0 for the published table",
      ),
      float64(
        "households_mt",
        rows.map(({ households }) => mt(households)),
        unit,
        "Direct emissions of households, a part of every principle's account",
      ),
      float64(
        "income_mt",
        rows.map(({ income }) => mt(income)),
        unit,
        "Income: enabled by value added (Ghosh), and households",
      ),
      float64(
        "income_error_percent",
        rows.map(({ incomeError }) => percent(incomeError)),
        "%",
        "Largest absolute error of income in known cases up to a span as long; 0 for the published table",
      ),
      float64(
        "shared_along_chain_mt",
        rows.map((row) => mt(row.sharedAlongChain)),
        unit,
        "Shared along the chain, producers keeping in the measure of their value added; what producers and consumers of the region have, and households",
      ),
      float64(
        "shared_along_chain_error_percent",
        rows.map(({ sharedAlongChainError }) => percent(sharedAlongChainError)),
        "%",
        "The same error of the sharing along the chain",
      ),
      float64(
        "budget_production_mtco2",
        rows.map(({ budget }) => budget?.production ?? null),
        "Mt CO2",
        "Global Carbon Budget 2025, territorial; null for other gases and without a value",
      ),
      float64(
        "budget_consumption_mtco2",
        rows.map(({ budget }) => budget?.consumption ?? null),
        "Mt CO2",
        "Global Carbon Budget 2025, consumption; null for other gases and without a value",
      ),
      label(
        "verdict",
        rows.map(({ verdict }) => verdict),
        "usable, or why the net transfer is not; published for 2011",
      ),
      flag(
        "modelled",
        rows.map(({ isModelled }) => isModelled),
        "False for the published table of 2011 alone: hatch the other years in a figure",
      ),
    ],
    compressed,
  );
}

function knownTable(rows: readonly (KnownTotal & { readonly year: number })[]): TableDataset {
  return table(
    {
      name: "carried_known",
      title: "What was known of each region in a carried table, 2012–2022",
      title_zh: "推算表中各区域的已知量及其来源，2012—2022年",
      kind: "consumption",
      summary: "For each year and region: what final demand, output and imports follow, and from which dataset.",
      years: [firstCarriedYear, lastCarriedYear],
      traps: [
        "gdp: base year's shares of sectors, scaled by the region's GDP. remainder: the same by the world less the regions that have a value.",
        "A national table that ends before the year is carried on by the region's GDP: until is its last year.",
        "Growth of bilateral intermediate trade is known in share-alike data alone and is not in it.",
      ],
    },
    origin,
    [
      int16(
        "year",
        rows.map(({ year }) => year),
        "none",
        "Year",
      ),
      label(
        "region",
        rows.map(({ region }) => region),
        "Region of the table",
      ),
      label(
        "quantity",
        rows.map(({ quantity }) => quantity),
        "final_demand, output_and_value_added or imported_inputs",
      ),
      label(
        "basis",
        rows.map(({ basis }) => basis),
        "gdp, remainder, national_table or import_matrices",
      ),
      label(
        "dataset",
        rows.map(({ dataset }) => dataset),
        "Where it is from",
      ),
      int16(
        "until",
        rows.map(({ until }) => until),
        "none",
        "Last year of the source that was used",
      ),
    ],
  );
}
