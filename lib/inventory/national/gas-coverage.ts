import { z } from "zod";
import { metricValue } from "../../quantity/co2e.ts";
import { type ResultOf, textOf } from "../../tool/shape.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import type { NationalLine } from "./national-line.ts";
import type { PublishedInventories } from "./published-inventories.ts";
import { publishedParts } from "./published-parts.ts";

/** How much of a published total of a gas the estimated lines stand for. */
export const gasCoverageShape = z.object({
  gas: textOf<"CO2" | "CH4" | "N2O" | "F-gases">(),
  source: z.string(),
  /** Of the amounts: Mt of the gas, or CO2e by AR5 for fluorinated gases. */
  unit: z.string(),
  published: numberIn(siblingUnit),
  estimated: numberIn(siblingUnit),
  /**
   * Sector by sector the smaller of the two, over the published total: 0 to 1. An estimate that is too high in one sector does not make
   * up for what is missing in another.
   */
  share: ratio.describe("Of the published total, sector by sector at most as much as is published"),
});
export type GasCoverage = ResultOf<typeof gasCoverageShape>;

/** Coverage by gas and source, without land use. */
export function gasCoverage(
  region: string,
  year: number,
  lines: readonly NationalLine[],
  published: PublishedInventories,
): GasCoverage[] {
  const parts = publishedParts(region, year, published);
  const rows: GasCoverage[] = [];
  const keys = [...new Set(parts.map(({ gas, source }) => `${gas}\t${source}`))].sort();
  for (const key of keys) {
    const [gas, source] = key.split("\t") as ["CO2" | "CH4" | "N2O", string];
    const some = parts.filter((part) => part.gas === gas && part.source === source);
    const total = some.reduce((sum, part) => sum + part.value, 0);
    if (total <= 0) continue;
    const ours = some.map(({ belongs }) => massOf(lines.filter((line) => line.gas === gas && belongs(line))));
    const covered = some.reduce((sum, { value }, i) => sum + Math.max(0, Math.min(value, ours[i]!)), 0);
    const estimated = ours.reduce((sum, value) => sum + value, 0);
    rows.push({ gas, source, unit: `Mt ${gas}`, published: total, estimated, share: covered / total });
  }
  const fluorinated = published.reported("ghg_by_gas", "f_gas").at(region, year);
  if (fluorinated !== null && fluorinated > 0) {
    const estimated = lines
      .filter(({ gas, value }) => value !== null && !/^(CO2|CH4|N2O)/.test(gas))
      .reduce((sum, { gas, value }) => sum + value! * metricValue(gas, "AR5.GWP100").value, 0);
    rows.push({
      gas: "F-gases",
      source: "UNFCCC",
      unit: "Mt CO2e AR5.GWP100",
      published: fluorinated,
      estimated: estimated / 1000,
      share: Math.min(1, estimated / 1000 / fluorinated),
    });
  }
  return rows;
}

function massOf(lines: readonly NationalLine[]): number {
  return lines.reduce((sum, { value }) => sum + (value ?? 0), 0) / 1000;
}
