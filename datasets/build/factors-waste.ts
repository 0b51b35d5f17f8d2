import type { Cases } from "./cases.ts";
import { amee, fromMemory, transcribed } from "./checks.ts";
import type { TableDataset } from "./dataset.ts";
import { type FactorRow, factorTable } from "./factor-table.ts";
import { treatment } from "./factors-recalled.ts";
import type { Verification } from "./verification.ts";

type Range = readonly [value: number, lo: number, hi: number];

/** Contents of the case on first-order decay. */
interface Fod {
  readonly k_default_lo_hi: Readonly<Record<string, Readonly<Record<string, Range>>>>;
  readonly DOC_wet_basis: Readonly<Record<string, Range | number | string>>;
  readonly MCF: Readonly<Record<string, number>>;
  readonly MCF_2019_additions: Readonly<Record<string, number>>;
  readonly OX: Readonly<Record<string, number>>;
  readonly DOCf: number;
  readonly F: number;
}

const words = (name: string) => name.replaceAll("_", " ");

export function buildWasteFactors(cases: Cases, verification: Verification): TableDataset {
  return factorTable(
    {
      name: "factors_waste",
      title: "Default factors of waste (IPCC 2006, Volume 5)",
      title_zh: "废弃物缺省因子（IPCC 2006 指南第5卷）",
      summary:
        "Landfills (k by waste and climate, DOC, MCF, oxidation), incineration and open burning by waste and furnace, composting, wastewater.",
      traps: [
        "k is per year; its climate stands in the column technology.",
        "Dry matter, carbon, fossil share and oxidation of incineration are in per cent, of wet waste, of dry matter, of carbon, of carbon.",
        "CH4 of continuous fluidised beds is 0 in the table, because it is below what was measured.",
        "N2O of open burning is per dry waste, that of incineration and all CH4 per wet waste.",
      ],
    },
    {
      citation:
        "IPCC (2006), 2006 IPCC Guidelines for National Greenhouse Gas Inventories, Volume 5: Waste. IGES, Japan.",
      vintage: "2006 Guidelines, 2019 additions marked",
      source:
        "IPCC 2006 Guidelines Vol 5, Chapters 2 to 6; k cross-checked with lfg-calc-py (US EPA), incineration with the AMEE datasets (MIT)",
    },
    [...landfillRows(cases.json("waste_fod.json") as Fod), ...incinerationRows(cases), ...treatment],
    verified(verification),
  );
}

function landfillRows(fod: Fod): FactorRow[] {
  const rows: FactorRow[] = [];
  for (const [waste, climates] of Object.entries(fod.k_default_lo_hi)) {
    for (const [climate, [value, lo, hi]] of Object.entries(climates))
      rows.push({
        category: "4.A",
        activity: words(waste),
        parameter: "k",
        technology: words(climate),
        value,
        lo,
        hi,
        unit: "1/yr",
        source: "IPCC 2006 V5 Table 3.3",
        ...transcribed("USEPA/lfg-calc-py@89ce8081 lfg_calc_py/data/IPCC_Waste_specific_k-values.csv", true),
      });
  }
  for (const [waste, range] of Object.entries(fod.DOC_wet_basis)) {
    if (typeof range === "string") continue;
    const [value, lo, hi] = typeof range === "number" ? [range, null, null] : range;
    const parameter = { parameter: "DOC", unit: "kg C/kg wet waste", source: "IPCC 2006 V5 Table 2.4" };
    rows.push({ category: "4.A", activity: words(waste), ...parameter, value, lo, hi, ...fromMemory(lo !== null) });
  }
  const plain = (activity: string, parameter: string, value: number, source: string) =>
    rows.push({
      category: "4.A",
      activity: words(activity),
      parameter,
      value,
      unit: "1",
      source,
      ...fromMemory(false),
    });
  for (const [site, value] of Object.entries(fod.MCF)) plain(site, "MCF", value, "IPCC 2006 V5 Table 3.1");
  for (const [site, value] of Object.entries(fod.MCF_2019_additions))
    plain(site, "MCF", value, "2019 Refinement V5 Table 3.1");
  for (const [site, value] of Object.entries(fod.OX)) plain(site, "OX", value, "IPCC 2006 V5 Table 3.2");
  plain("all", "DOCf", fod.DOCf, "IPCC 2006 V5 Ch3");
  plain("all", "F", fod.F, "IPCC 2006 V5 Ch3");
  return rows;
}

/** Composition does not depend on the furnace: it is written once per kind of waste, the two gases once per furnace. */
function incinerationRows(cases: Cases): FactorRow[] {
  const file = cases.csv("ipcc2006_v5_msw_incineration_amee.csv");
  const checked = transcribed(amee, false);
  const rows = new Map<string, FactorRow>();
  for (const row of file) {
    const put = (key: string, made: Pick<FactorRow, "activity" | "value" | "unit" | "source"> & Partial<FactorRow>) => {
      const full = { category: row.method === "open burning" ? "4.C.2" : "4.C.1", ...made, ...checked };
      const before = rows.get(key);
      if (before && before.value !== full.value)
        throw new Error(`Incineration: ${key} is ${before.value} and ${full.value}.`);
      if (!before) rows.set(key, full);
    };
    const composition = { category: "4.C", unit: "%", source: "IPCC 2006 V5 Table 2.4" };
    for (const [parameter, column] of [
      ["dm", "dryMatterContent"],
      ["CF", "totalCarbonContent"],
      ["FCF", "fossilFraction"],
    ] as const)
      put(`${row.type} ${parameter}`, { ...composition, activity: row.type!, parameter, value: Number(row[column]) });
    const furnace = row.technology === "none" ? row.method! : `${row.method}, ${row.technology}`;
    const of = { activity: "municipal waste", technology: furnace };
    put(`${furnace} OF`, {
      ...of,
      parameter: "OF",
      value: Number(row.oxidationFactor),
      unit: "%",
      source: "IPCC 2006 V5 Table 5.2",
    });
    put(`${furnace} CH4`, {
      ...of,
      value: Number(row.massCH4PerMass),
      unit: "g CH4/t wet waste",
      source: "IPCC 2006 V5 Table 5.3",
    });
    put(`${furnace} N2O`, {
      ...of,
      value: Number(row.massN2OPerMass),
      // Table 5.6 counts open burning by dry waste.
      unit: row.method === "open burning" ? "g N2O/t dry waste" : "g N2O/t wet waste",
      source: "IPCC 2006 V5 Table 5.6",
    });
  }
  return [...rows.values()];
}

/**
 * Findings of the verification besides numbers: the shipped row of industrial waste is that of food, beverages and tobacco,
 * and sewage sludge is in no table of municipal waste.
 */
function verified(verification: Verification): Verification {
  const names: Readonly<Record<string, Partial<FactorRow>>> = {
    "industrial default": {
      activity: "industrial waste: food, beverages and tobacco",
      source: "IPCC 2006 V5 Table 2.5",
      table: "Table 2.5",
    },
    "sewage sludge": { source: "IPCC 2006 V5 Ch2", table: null },
  };
  return {
    applied: (name, factors) =>
      verification
        .applied(name, factors)
        .map((factor) => (factor.parameter === "DOC" ? { ...factor, ...names[factor.activity] } : factor)),
  };
}
