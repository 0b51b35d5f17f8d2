import { z } from "zod";
import { type Message, messages, type Sentence } from "../../message/message.ts";
import { metricValue } from "../../quantity/co2e.ts";
import { messageOut, sentenceOut } from "../../tool/outcome.ts";
import { type ResultOf, textOf } from "../../tool/shape.ts";
import { numberIn, siblingUnit } from "../../tool/unit.ts";
import { knownSum } from "./known-sum.ts";
import type { NationalLine } from "./national-line.ts";
import type { PublishedInventories } from "./published-inventories.ts";
import { edgarKeys, reportedKeys, within } from "./published-parts.ts";

const texts = messages("inventory", {
  budget: { en: "Global Carbon Budget 2025", zh: "《全球碳收支2025》" },
  unfccc: { en: "as reported to the UNFCCC", zh: "向《公约》报告" },
  noLandUse: { en: "all sectors without land use", zh: "不含土地利用的全部部门" },
  fuelsAndCement: {
    en: "fuels, flaring and cement, by territory, bunkers apart, with national carbon contents",
    zh: "燃料、火炬和水泥，按属地，燃料舱单列，采用各国含碳量",
  },
  energyAndIndustry: { en: "energy and industrial processes", zh: "能源和工业过程" },
  withoutLand: { en: "anthropogenic, without land use", zh: "人为排放，不含土地利用" },
  edgarSectors: { en: "EDGAR's eight sectors, without land use", zh: "EDGAR 的八个部门，不含土地利用" },
  traceSectors: {
    en: "all gases, GWP100 of a report that the table does not name",
    zh: "全部气体，GWP100（表中未注明出自哪次评估报告）",
  },
});

/** A part of a comparison: the same source category here and there. */
export const besidePartShape = z.object({
  part: z.string(),
  /** Null where one side does not estimate it. */
  ours: numberIn(siblingUnit).nullable(),
  theirs: numberIn(siblingUnit).nullable(),
});
export type BesidePart = ResultOf<typeof besidePartShape>;

/** A published figure beside ours, with the difference split into boundary and source. In `unit`. */
export const besideShape = z.object({
  gas: textOf<"CO2" | "CH4" | "N2O" | "F-gases" | "all">(),
  source: sentenceOut,
  scope: messageOut,
  unit: z.string(),
  ours: numberIn(siblingUnit),
  theirs: numberIn(siblingUnit),
  difference: numberIn(siblingUnit).describe("Theirs less ours"),
  /** Of the difference, what one side counts and the other does not estimate; null where theirs has no parts. */
  boundary: numberIn(siblingUnit).nullable().describe("Of it, categories that only one side estimates"),
  /** The rest: other activity data and factors for the same categories. */
  bySource: numberIn(siblingUnit).nullable().describe("Of it, the same categories by other data and factors"),
  parts: z.array(besidePartShape),
});
export type Beside = ResultOf<typeof besideShape>;

/** Ours in Mt of a gas, by the parts of another's table; null where no line of the part has a number. */
type Ours = (gas: string, belongs: (line: NationalLine) => boolean) => number | null;

const named =
  (...names: readonly string[]) =>
  (line: NationalLine) =>
    names.includes(line.name);

/** Fuels of the Global Carbon Budget; petroleum by product counts as oil. */
const fuelKeys: readonly (readonly [source: string, belongs: (line: NationalLine) => boolean])[] = [
  ["coal", named("coal")],
  ["oil", (line) => line.category === "1.A" && line.gas === "CO2" && !["coal", "gas"].includes(line.name)],
  ["gas", named("gas")],
  ["cement", named("cement")],
];

/**
 * Figures of others beside a national inventory. The difference is boundary (categories that only one side estimates) plus source
 * (the same categories by other data and factors); ours is never moved towards theirs.
 */
export function besideOthers(
  region: string,
  year: number,
  lines: readonly NationalLine[],
  { budget, budgetByFuel, ceds, edgar, edgarSectors, reported, trace }: PublishedInventories,
): Beside[] {
  const ours: Ours = (gas, belongs) => {
    const found = lines.filter((line) => line.gas === gas && line.value !== null && belongs(line));
    return found.length === 0 ? null : found.reduce((sum, { value }) => sum + value!, 0) / 1000;
  };
  const anywhere = (line: NationalLine) => !line.category.startsWith("3.B");
  const rows: (Beside | null)[] = [
    beside(
      "CO2",
      texts.budget(),
      texts.fuelsAndCement(),
      "Mt CO2",
      ours("CO2", within("1", "2")),
      budget.at(region, year),
      [
        ...fuelKeys.map(([part, belongs]) => ({
          part,
          ours: ours("CO2", belongs),
          theirs: budgetByFuel(part).at(region, year),
        })),
      ],
    ),
    beside("CO2", "CEDS", texts.withoutLand(), "Mt CO2", ours("CO2", anywhere), ceds("CO2").at(region, year), []),
    reportedOf("CO2", texts.energyAndIndustry(), "co2_by_sector", ["energy", "ippu", "waste"]),
    beside("CH4", "CEDS", texts.withoutLand(), "Mt CH4", ours("CH4", anywhere), ceds("CH4").at(region, year), []),
    edgarOf("CH4"),
    reportedOf("CH4", texts.noLandUse(), "ch4_by_sector", ["energy", "ippu", "agriculture", "waste"]),
    edgarOf("N2O"),
    reportedOf("N2O", texts.noLandUse(), "n2o_by_sector", ["energy", "ippu", "agriculture", "waste"]),
    beside(
      "F-gases",
      texts.unfccc(),
      texts.noLandUse(),
      "Mt CO2e AR5.GWP100",
      fluorinated(lines),
      reported("ghg_by_gas", "f_gas").at(region, year),
      [],
    ),
    beside("all", texts.unfccc(), texts.noLandUse(), "Mt CO2e AR5.GWP100", allGases(lines), reportedTotal(), []),
    beside(
      "all",
      "Climate TRACE",
      texts.traceSectors(),
      "Mt CO2e AR5.GWP100",
      allGases(lines),
      trace.at(region, year),
      [],
    ),
  ];
  return rows.filter((row) => row !== null);

  function edgarOf(gas: "CH4" | "N2O"): Beside | null {
    const weight = metricValue(gas, "AR5.GWP100").value;
    const parts = edgarSectors.map((sector): BesidePart => {
      const equivalent = edgar(gas, sector).at(region, year);
      const key = edgarKeys[sector];
      return {
        part: sector,
        ours: key ? ours(gas, key) : null,
        theirs: equivalent === null ? null : equivalent / weight,
      };
    });
    const theirs = knownSum(parts.map((part) => part.theirs));
    return beside(gas, "EDGAR 2024", texts.edgarSectors(), `Mt ${gas}`, ours(gas, anywhere), theirs, parts);
  }

  function reportedOf(
    gas: "CO2" | "CH4" | "N2O",
    scope: Message,
    measure: string,
    sectors: readonly string[],
  ): Beside | null {
    const parts = reportedKeys
      .filter(([sector]) => sectors.includes(sector))
      .map(([sector, belongs]) => ({
        part: sector,
        ours: ours(gas, belongs),
        theirs: reported(measure, sector).at(region, year),
      }));
    const [mine, theirs] = [knownSum(parts.map((part) => part.ours)), knownSum(parts.map((part) => part.theirs))];
    return beside(gas, texts.unfccc(), scope, `Mt ${gas}`, mine, theirs, parts);
  }

  function reportedTotal(): number | null {
    return knownSum(["fossil_co2", "ch4", "n2o", "f_gas"].map((gas) => reported("ghg_by_gas", gas).at(region, year)));
  }
}

function beside(
  gas: Beside["gas"],
  source: Sentence,
  scope: Message,
  unit: string,
  ours: number | null,
  theirs: number | null,
  parts: readonly BesidePart[],
): Beside | null {
  if (ours === null || theirs === null) return null;
  const shown = parts.filter((part) => part.ours !== null || part.theirs !== null);
  const both = shown.filter((part) => part.ours !== null && part.theirs !== null);
  const bySource = both.length === 0 ? null : both.reduce((sum, part) => sum + part.theirs! - part.ours!, 0);
  const difference = theirs - ours;
  const boundary = bySource === null ? null : difference - bySource;
  return { gas, source, scope, unit, ours, theirs, difference, boundary, bySource, parts: shown };
}

const isFluorinated = (gas: string) => !/^(CO2|CH4|N2O)/.test(gas);

function weighed(lines: readonly NationalLine[], counts: (line: NationalLine) => boolean): number | null {
  const found = lines.filter((line) => line.value !== null && counts(line));
  if (found.length === 0) return null;
  return found.reduce((sum, { gas, value }) => sum + value! * metricValue(gas, "AR5.GWP100").value, 0) / 1000;
}

function fluorinated(lines: readonly NationalLine[]): number | null {
  return weighed(lines, ({ gas }) => isFluorinated(gas));
}

function allGases(lines: readonly NationalLine[]): number | null {
  return weighed(lines, ({ category }) => !category.startsWith("3.B"));
}
