import type { Cases, CsvRow } from "./cases.ts";
import { amee, type Checks, checksOf, fromMemory, transcribed } from "./checks.ts";
import { cropResidueRows } from "./crop-residues.ts";
import { must, type TableDataset } from "./dataset.ts";
import { type FactorRow, factorTable } from "./factor-table.ts";
import type { Verification } from "./verification.ts";

const file = "ipcc_v4_afolu_defaults.csv";
const cattleFile = "ipcc2006_v4_manure_ch4_cattle_swine_amee.csv";
const otherFile = "ipcc2006_v4_manure_ch4_other_amee.csv";

const livestock = "IPCC 2006 V4 Ch10 Tables 10.14 and 10.15";

export function buildAfoluFactors(cases: Cases, verification: Verification): TableDataset {
  return factorTable(
    {
      name: "factors_afolu",
      title: "Default factors of agriculture and land use (IPCC 2006, 2013, 2019, Volume 4)",
      title_zh: "农业、林业和其他土地利用缺省因子（IPCC 2006/2013/2019，第4卷）",
      summary:
        "Enteric fermentation and manure by region and temperature, managed soils, crop residues, liming, urea, rice, biomass, fire, drained and rewetted organic soils, wetlands and reservoirs.",
      traps: [
        "Regions are those of the guidelines (Western Europe, Asia, developed countries, …): say in which of them a country lies.",
        "The technology of manure factors of cattle, buffalo and swine is the mean annual temperature in °C (10 stands for 10 and below, 28 for 28 and above).",
        "EF1 to EF5 count nitrogen: N2O is 44/28 of them.",
        "Ratios of crop residues are per dry harvest; DRY makes it from the fresh one. Roots are RS times harvest and residue together. Where the guidelines have a dash there is no row.",
        "Two editions stand side by side; do not mix 2006 and 2019 in one inventory.",
      ],
    },
    {
      citation:
        "IPCC (2006), 2006 IPCC Guidelines, Volume 4; IPCC (2014), 2013 Supplement: Wetlands; IPCC (2019), 2019 Refinement, Volume 4.",
      vintage: "2006, 2013 and 2019",
      source:
        "IPCC Guidelines Vol 4; enteric and manure factors and nitrogen defaults cross-checked with the AMEE datasets (MIT)",
    },
    [
      ...cases.csv(file).map(rowOf),
      ...cases.csv(cattleFile).map((row) => manureRow(row, row.region!, row.temperature!)),
      ...cases.csv(otherFile).map((row) => manureRow(row, row.geographicContext!, row.temperature!)),
      ...cropResidueRows,
    ],
    verification,
  );
}

/** The category of a row for which the source gives a range of categories or none. */
function categoryOf(row: CsvRow): string {
  const code = row.ipcc_code!;
  if (code === "3.C.4/5") return /EF4|EF5|Frac/.test(row.item!) ? "3.C.5" : "3.C.4";
  if (code === "3.B.4.b" || code === "wetlands") return "3.B.4";
  return code === "3.B/3.C" ? "3.B" : code;
}

function unitOf(row: CsvRow): string {
  const { item = "", unit = "" } = row;
  if (unit.startsWith("kg N2O-N/kg N")) {
    if (item.includes("Frac")) return "kg N/kg N";
    return item.includes("EF2") ? "kg N2O-N/ha/yr" : "kg N2O-N/kg N";
  }
  if (unit === "-" || unit === "t root/t shoot") return "1";
  if (unit === "t C/t" || unit === "t C/t d.m.") return unit;
  return unit === "g/kg d.m." ? `g ${/(\S+)$/.exec(item)![1]}/kg d.m.` : unit;
}

/** The parts of the item's name: parameter, activity, region, technology. */
function partsOf(row: CsvRow): Pick<FactorRow, "activity" | "parameter" | "region" | "technology"> {
  const item = row.item!.replace(/^2019 /, "");
  if (row.ipcc_code === "3.A.1") {
    const [activity, region, technology] = item.split(" | ") as [string, string, string];
    return {
      activity,
      region,
      technology: technology === "-" || technology === "weighted average" ? null : technology,
    };
  }
  const symbol =
    /^(EF1FR|EF1|EF2 CG|EF2 F|EF3PRP CPP|EF3PRP SO|EF4|EF5|FracGASF|FracGASM|FracLEACH(?:-\(H\))?)\s*(.*)$/.exec(item);
  if (symbol) {
    const technology = symbol[2] && symbol[2] !== "aggregated" && row.item!.startsWith("2019") ? symbol[2] : null;
    const [parameter, kind] = symbol[1]!.replace("-(H)", "").split(" ") as [string, string?];
    // There are several EF2 and EF3; each other parameter has one value, for managed soils as a whole.
    const activity = parameter === "EF2" ? `${kind} ${symbol[2]!.replace(/ \(.*/, "")}` : (kind ?? "managed soils");
    return { activity, parameter, technology };
  }
  const rice = /^(SFw|SFp|CFOA) (.+)$/.exec(item);
  if (rice) return { activity: rice[2]!, parameter: rice[1]! };
  if (item.startsWith("rice ")) return { activity: "rice", parameter: "EFc" };
  if (item.startsWith("exponent in SFo")) return { activity: "rice", parameter: "SFo exponent" };
  if (item.startsWith("CF carbon")) return { activity: "biomass", parameter: "CF" };
  const root = /^R (.+)$/.exec(item);
  if (root && row.ipcc_code === "3.B.1") return { activity: root[1]!, parameter: "R" };
  const burnt = /^Gef (.+) \S+$/.exec(item);
  if (burnt) return { activity: burnt[1]!, parameter: "Gef" };
  const fraction = /^Cf (.+)$/.exec(item);
  if (fraction) return { activity: fraction[1]!, parameter: "Cf" };
  if (row.ipcc_code === "3.C.1") return { activity: item.replace(" MB*Cf", ""), parameter: "MB·Cf" };
  if (row.source!.includes("Wetlands Supplement Table 2.1"))
    return { activity: item.replace("drained organic: ", ""), parameter: "EF drained" };
  const wetland = /^(rewetted|inland wetland mineral soil|coastal rewetted|reservoir >20 yr) ?(.*)$/.exec(item);
  if (wetland) return { activity: wetland[2] || "all", parameter: `EF ${wetland[1]}` };
  if (row.ipcc_code === "wetlands") return { activity: item, parameter: "EF inland wetland mineral soil" };
  return { activity: item };
}

/** For fires the same remark is on every row, but it applies only to CO2 and CO of three vegetation types. */
function checksOn(row: CsvRow): Checks {
  const remark = row.confidence!;
  const isOther = !/(savanna|tropical forest|extratropical forest).* (CO2|CO)$/.test(row.item!);
  if (remark.startsWith("CO2, CO verified") && isOther) return fromMemory(row.lo !== "");
  return checksOf(remark, row.lo !== "");
}

function rowOf(row: CsvRow): FactorRow {
  return {
    category: categoryOf(row),
    ...partsOf(row),
    value: Number(row.value),
    lo: row.lo ? Number(row.lo) : null,
    hi: row.hi ? Number(row.hi) : null,
    unit: unitOf(row),
    source: row.source!,
    ...checksOn(row),
  };
}

function manureRow(row: CsvRow, region: string, temperature: string): FactorRow {
  const value = Number(row.massCH4PerHeadPerTime);
  must(value >= 0, () => `Manure of ${row.livestockType}, ${region}: ${row.massCH4PerHeadPerTime} is no factor.`);
  const plain = region.replace(/ country$/, " countries");
  return {
    category: "3.A.2",
    activity: row.livestockType!.toLowerCase(),
    value,
    unit: "kg CH4/head/yr",
    region: plain === "-" ? null : plain,
    technology: temperature === "-" ? null : temperature,
    source: livestock,
    ...transcribed(amee, false),
  };
}
