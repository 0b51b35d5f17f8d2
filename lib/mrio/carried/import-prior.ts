import { beaOrigins, beaToWiod35 } from "../../classification/bea-to-wiod.ts";
import { growthBySector } from "../../classification/sector-key.ts";
import { toCsr } from "../../numeric/csr.ts";
import type { InputOutputTable } from "../table.ts";

/** Imported inputs of the United States from one origin, by commodity, in one year; million US$. */
export interface ImportRow {
  readonly origin: string;
  readonly commodity: string;
  readonly year: number;
  readonly value: number;
}

/** The importer of these tables. */
export const importer = "USA";

/** The first year of the import matrices: their growth is counted from it. */
export const firstImportYear = 2012;

/**
 * By what each seller's deliveries to the United States grew, R × N by row of the table, relative to the importer's GDP; 1 where
 * nothing is known (the importer itself, sectors without a commodity).
 *
 * @param gdpGrowth growth of the importer's GDP over the same years.
 */
export function importGrowth(
  rows: readonly ImportRow[],
  { regions, sectors }: Pick<InputOutputTable, "regions" | "sectors">,
  to: number,
  gdpGrowth: number,
): Float64Array {
  const N = sectors.length;
  const growth = new Float64Array(regions.length * N).fill(1);
  for (const [origin, members] of Object.entries(beaOrigins)) {
    const of = (year: number) =>
      new Map(
        rows.flatMap((row) =>
          row.origin === origin && row.year === year ? [[row.commodity, row.value] as const] : [],
        ),
      );
    const bySector = growthBySector(beaToWiod35, sectors, of(firstImportYear), of(to));
    for (const member of members) {
      const r = regions.indexOf(member);
      if (r < 0) continue;
      bySector.forEach((factor, s) => {
        // A flow that vanishes stays a trace, so that its cell can still be adjusted.
        if (factor !== null) growth[r * N + s] = Math.max(factor / gdpGrowth, 1e-3);
      });
    }
  }
  return growth;
}

/**
 * The table with the importer's imported inputs multiplied by their growth: the start of the adjustment, not a constraint, because
 * the seven origins are no regions of the table and its levels are not those of the Bureau. Rows and columns are balanced later.
 */
export function withImports(table: InputOutputTable, growth: Float64Array): InputOutputTable {
  const N = table.sectors.length;
  const from = table.regions.indexOf(importer) * N;
  if (from < 0) return table;
  const Z = toCsr(table.Z);
  const values = Z.values.slice();
  for (let i = 0; i < growth.length; i++) {
    if (growth[i] === 1) continue;
    for (let at = Z.rowStarts[i]!; at < Z.rowStarts[i + 1]!; at++) {
      const j = Z.columnIndices[at]!;
      if (j >= from && j < from + N) values[at]! *= growth[i]!;
    }
  }
  return { ...table, Z: { ...Z, values } };
}
