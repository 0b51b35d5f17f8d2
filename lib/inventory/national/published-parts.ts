import { metricValue } from "../../quantity/co2e.ts";
import type { NationalLine } from "./national-line.ts";
import type { PublishedInventories } from "./published-inventories.ts";

/** Lines by the codes of their categories. */
export const within =
  (...codes: readonly string[]) =>
  (line: NationalLine) =>
    codes.some((code) => line.category === code || line.category.startsWith(`${code}.`));

/** EDGAR's sectors and the lines that stand for them here; combustion is by use there and by fuel here. */
export const edgarKeys: Readonly<Record<string, (line: NationalLine) => boolean>> = {
  Agriculture: within("3.A", "3.C"),
  Waste: within("4"),
  Processes: within("2"),
  "Fuel Exploitation": within("1.B"),
};

/** Sectors of the reports to the UNFCCC. */
export const reportedKeys: readonly (readonly [sector: string, belongs: (line: NationalLine) => boolean])[] = [
  ["energy", within("1")],
  ["ippu", within("2")],
  ["agriculture", within("3.A", "3.C")],
  ["waste", within("4")],
];

const burning = within("1.A");

/** A published amount of one gas and sector, Mt of the gas, and the lines that stand for it. */
export interface PublishedPart {
  readonly gas: "CO2" | "CH4" | "N2O";
  readonly source: "EDGAR 2024" | "UNFCCC" | "Global Carbon Budget 2025";
  readonly sector: string;
  readonly value: number;
  readonly belongs: (line: NationalLine) => boolean;
}

/** All published amounts of a country and year by gas and sector, without land use. */
export function publishedParts(
  region: string,
  year: number,
  { budget, edgar, edgarSectors, reported }: PublishedInventories,
): PublishedPart[] {
  const parts: PublishedPart[] = [];
  const add = (part: Omit<PublishedPart, "value">, value: number | null) => {
    if (value !== null) parts.push({ ...part, value });
  };
  for (const gas of ["CH4", "N2O"] as const) {
    const weight = metricValue(gas, "AR5.GWP100").value;
    const of = (sector: string) => edgar(gas, sector).at(region, year);
    const source = "EDGAR 2024" as const;
    for (const [sector, belongs] of Object.entries(edgarKeys)) {
      const value = of(sector);
      add({ gas, source, sector, belongs }, value === null ? null : value / weight);
    }
    const uses = edgarSectors.filter((sector) => !(sector in edgarKeys)).map(of);
    const burnt = uses.reduce<number | null>((sum, value) => (value === null ? sum : (sum ?? 0) + value), null);
    add({ gas, source, sector: "combustion", belongs: burning }, burnt === null ? null : burnt / weight);
  }
  for (const gas of ["CO2", "CH4", "N2O"] as const) {
    for (const [sector, belongs] of reportedKeys) {
      const value = reported(`${gas.toLowerCase()}_by_sector`, sector).at(region, year);
      add({ gas, source: "UNFCCC", sector, belongs }, value);
    }
  }
  add(
    { gas: "CO2", source: "Global Carbon Budget 2025", sector: "fuelsCement", belongs: within("1", "2.A.1") },
    budget.at(region, year),
  );
  return parts;
}
