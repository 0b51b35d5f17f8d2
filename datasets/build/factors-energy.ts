import type { Cases, CsvRow } from "./cases.ts";
import { type Checks, checksOf, fromMemory } from "./checks.ts";
import { must, type TableDataset } from "./dataset.ts";
import { type FactorRow, factorTable } from "./factor-table.ts";
import { mobileAndFugitive } from "./factors-recalled.ts";
import type { Verification } from "./verification.ts";

/** The columns of the four sectors, and the categories of each. */
const sectors: Readonly<Record<string, readonly [table: string, ...categories: string[]]>> = {
  energy: ["Table 2.2", "1.A.1"],
  manufacturing: ["Table 2.3", "1.A.2"],
  commercial_institutional: ["Table 2.4", "1.A.4.a"],
  residential_agriculture: ["Table 2.5", "1.A.4.b", "1.A.4.c"],
};

const file = "ipcc2006_v2_stationary_combustion.csv";

export function buildEnergyFactors(cases: Cases, verification: Verification): TableDataset {
  const fuels = cases.csv(file);
  must(fuels.length === 53, () => `${file} has ${fuels.length} fuels where the guidelines have 53.`);
  return factorTable(
    {
      name: "factors_energy",
      title: "Default factors of energy (IPCC 2006, Volume 2)",
      title_zh: "能源活动缺省因子（IPCC 2006 指南第2卷）",
      summary:
        "Net calorific value, carbon content, CO2, CH4 and N2O of 53 fuels in four sectors, with 95 % bounds, and factors of transport and coal mines.",
      traps: [
        "All on the net calorific basis (NCV). From gross to net: × 0.95 for coal and oil, × 0.90 for gas.",
        "CO2 of biomass carries the unit kg CO2 biogenic: it is reported beside the inventory.",
        "CO2 factors are for complete oxidation.",
        "Four sectors only: 1.A.5 has no factors of its own.",
      ],
    },
    {
      citation:
        "IPCC (2006), 2006 IPCC Guidelines for National Greenhouse Gas Inventories, Volume 2: Energy. IGES, Japan.",
      vintage: "2006 Guidelines",
      source:
        "IPCC 2006 Guidelines Vol 2, Tables 1.2 to 1.4, 2.2 to 2.5, Chapters 3 and 4; cross-checked with the AMEE datasets (MIT)",
    },
    [...fuels.flatMap(rowsOf), ...mobileAndFugitive],
    verification,
  );
}

function rowsOf(fuel: CsvRow, row: number): FactorRow[] {
  const remark = fuel.confidence!;
  // The remark on the whole fuel is about CO2; the other columns are covered by the comparison with a second table.
  const others: Checks =
    fuel.cross_check === "ok" ? checksOf("defaults cross-checked; bounds recalled", true) : fromMemory(true);
  const biogenic = fuel.carbon === "biogenic";
  const take = (value: string, lo: string, hi: string) => {
    if (fuel[value] === "") return undefined;
    const numbers = [value, lo, hi].map((column) => Number(fuel[column]));
    must(
      numbers.every(Number.isFinite) && numbers[1]! <= numbers[0]! && numbers[0]! <= numbers[2]!,
      () => `${file}, row ${row}: ${value} of ${fuel.fuel} is ${numbers.join(", ")}.`,
    );
    return { value: numbers[0]!, lo: numbers[1]!, hi: numbers[2]! };
  };
  const rows: FactorRow[] = [];
  const put = (
    range: ReturnType<typeof take>,
    more: Omit<FactorRow, "activity" | "value" | "lo" | "hi" | "source"> & { table: string },
  ) => {
    if (range) rows.push({ activity: fuel.fuel!, ...range, ...more, source: `IPCC 2006 V2 ${more.table}` });
  };
  const ncv = { category: "1.A", parameter: "NCV", unit: "TJ NCV/Gg", table: "Table 1.2", ...others };
  put(take("ncv_TJ_per_Gg", "ncv_lo", "ncv_hi"), ncv);
  const carbon = {
    category: "1.A",
    parameter: "CC",
    unit: "kg C/GJ NCV",
    table: "Table 1.3",
    ...others,
  };
  put(take("c_content_kg_per_GJ", "c_lo", "c_hi"), carbon);
  put(take("co2_kg_per_TJ", "co2_lo", "co2_hi"), {
    category: "1.A",
    unit: biogenic ? "kg CO2 biogenic/TJ NCV" : "kg CO2/TJ NCV",
    table: "Table 1.4",
    ...(remark.startsWith("CO2 default") ? checksOf(remark, true) : others),
  });
  for (const [sector, [table, ...categories]] of Object.entries(sectors)) {
    for (const category of categories) {
      for (const gas of ["CH4", "N2O"]) {
        const column = gas.toLowerCase();
        put(take(`${column}_kg_per_TJ_${sector}`, `${column}_lo_${sector}`, `${column}_hi_${sector}`), {
          category,
          unit: `kg ${gas}/TJ NCV`,
          table,
          ...others,
        });
      }
    }
  }
  return rows;
}
