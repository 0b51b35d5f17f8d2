import type { Cases, CsvRow } from "./cases.ts";
import { checksOf } from "./checks.ts";
import type { TableDataset } from "./dataset.ts";
import { type FactorRow, factorTable } from "./factor-table.ts";
import type { Verification } from "./verification.ts";

const file = "ipcc2006_v3_ippu_defaults.csv";

/** Units in the source's own notation. An anode effect minute per cell-day is a minute per day. */
const units: Readonly<Record<string, string>> = {
  "kg CF4/(t Al)/(AE-min/cell-day)": "kg CF4·d/t Al/min",
  "t CO2/t NH3": "t CO2/t ammonia",
};

/** Items whose names contain more than the activity: activity and technology. */
const named: Readonly<Record<string, readonly [activity: string, technology?: string]>> = {
  "cement clinker (65 % CaO, CKD 1.02)": ["clinker"],
  "cement clinker without CKD": ["clinker", "without cement kiln dust"],
  "calcium carbonate stoichiometry CaCO3": ["limestone CaCO3"],
  "dolomitic lime developed (0.913 x 0.95)": ["dolomitic lime", "developed countries"],
  "dolomitic lime developing (0.913 x 0.85)": ["dolomitic lime", "developing countries"],
  "hydraulic lime (0.785 x 0.75)": ["hydraulic lime"],
  "glass, default": ["glass"],
  "adipic acid uncontrolled": ["adipic acid"],
  "steel BOF": ["steel", "BOF"],
  "steel EAF": ["steel", "EAF"],
  "steel open hearth": ["steel", "OHF"],
  "steel global average (65 BOF/30 EAF/5 OHF)": ["steel"],
  "coke (CO2)": ["coke"],
  "coke CH4": ["coke"],
  "sinter CH4": ["sinter"],
  "silicon carbide CH4": ["silicon carbide"],
  "lead default": ["lead"],
  "zinc default": ["zinc"],
};

const notes: Readonly<Record<string, string>> = {
  "calcium carbide (carbide produced)": "Per tonne of carbide that is produced, not per tonne of raw material.",
  "coke CH4": "In g/t, beside a CO2 column in t/t.",
};

/** What the item's name contains besides the activity. */
function partsOf(item: string, category: string): Pick<FactorRow, "activity" | "parameter" | "technology"> {
  const [known, of] = named[item] ?? [];
  if (known) return { activity: known, technology: of ?? null };
  const content = /^carbon content (.+)$/.exec(item);
  if (content) return { activity: content[1]!, parameter: "C" };
  const cell = /^(slope coefficient|weight fraction C2F6\/CF4|CF4|C2F6) (CWPB|SWPB|VSS|HSS)$/.exec(item);
  if (cell) {
    const parameter = { "slope coefficient": "S", "weight fraction C2F6/CF4": "F" }[cell[1]!] ?? "EF";
    return { activity: "aluminium", parameter, technology: cell[2]! };
  }
  if (category === "2.C.3")
    return { activity: "aluminium", technology: item.replace("aluminium ", "").replace("Soderberg", "Söderberg") };
  if (category === "2.B.1") return { activity: "ammonia", technology: item.replace("ammonia, ", "") };
  if (category === "2.B.2") return { activity: "nitric acid", technology: item.replace("nitric acid, ", "") };
  return { activity: item };
}

export function buildIppuFactors(cases: Cases, verification: Verification): TableDataset {
  return factorTable(
    {
      name: "factors_ippu",
      title: "Default factors of industrial processes (IPCC 2006, Volume 3)",
      title_zh: "工业过程与产品使用缺省因子（IPCC 2006 指南第3卷）",
      summary:
        "Cement, carbonates, lime, glass, ammonia, nitric and adipic acid, carbides, iron and steel, ferroalloys, aluminium with PFC, lead, zinc, and carbon contents.",
      traps: [
        "CO2 of coke and of blast furnaces stands here in 2.C.1: fuels counted there must not be counted in 1.A too.",
        "The CH4 of coke is in g/t, beside a CO2 column in t/t.",
        "The slope of PFC is kg CF4 per t Al for each anode effect minute per cell-day: written kg CF4·d/t Al/min.",
        "Default glass 0.2 t/t is without cullet: multiply by 1 − cullet ratio.",
      ],
    },
    {
      citation:
        "IPCC (2006), 2006 IPCC Guidelines for National Greenhouse Gas Inventories, Volume 3: Industrial Processes and Product Use. IGES, Japan.",
      vintage: "2006 Guidelines",
      source:
        "IPCC 2006 Guidelines Vol 3, Chapters 2 to 4; cross-checked with the AMEE datasets (MIT) and the Carbon Tax Act of South Africa",
    },
    cases.csv(file).map(rowOf),
    verification,
  );
}

function rowOf(row: CsvRow): FactorRow {
  const remark = row.confidence!;
  return {
    category: row.ipcc_code!,
    ...partsOf(row.item!, row.ipcc_code!),
    value: Number(row.value),
    lo: row.lo ? Number(row.lo) : null,
    hi: row.hi ? Number(row.hi) : null,
    unit: units[row.unit!] ?? row.unit!,
    source: row.source!,
    ...checksOf(remark, row.lo !== ""),
    note: notes[row.item!] ?? null,
  };
}
