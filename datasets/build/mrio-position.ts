import { must } from "./dataset.ts";
import type { Figures } from "./figures.ts";
import { regionCodes } from "./regions.ts";
import { sectorCodes } from "./sectors.ts";

/** The label of each of the 1435 rows and columns of the table: row = region * 35 + sector, counted from zero. */
export interface Positions {
  readonly regions: readonly string[];
  readonly sectors: readonly string[];
  readonly count: number;
  regionAt(row: number): string;
  sectorAt(row: number): string;
}

export async function readPositions(figures: Figures): Promise<Positions> {
  const regions = await regionCodes(figures);
  const sectors = await sectorCodes(figures);
  const count = regions.length * sectors.length;
  const regionAt = (row: number) => regions[Math.floor(row / sectors.length)]!;
  const sectorAt = (row: number) => sectors[row % sectors.length]!;

  const index = await figures.read("mrio_index");
  const rows = index.numbers("row_index");
  const iso3 = index.texts("iso3");
  const sector = index.numbers("sector");
  must(rows.length === count, () => `${index.entry.file} has ${rows.length} rows where the table has ${count}.`);
  for (let i = 0; i < count; i++)
    must(
      rows[i] === i && iso3[i] === regionAt(i) && `c${sector[i]}` === sectorAt(i),
      () => `${index.entry.file}, row ${i}: it is not region ${regionAt(i)}, sector ${sectorAt(i)}.`,
    );
  return { regions, sectors, count, regionAt, sectorAt };
}
