import type { DatasetColumns } from "../tool/read.ts";

/** What Panshi·Yuheng 1.0 announced: the difference of its panoramic account from the IPCC's production account. */
export interface Announced {
  readonly region: string;
  readonly year: number;
  readonly gas: string;
  /** Per cent. */
  readonly percent: number;
  readonly source: string;
  readonly method: string;
}

/** The claim on China's exported wind and solar goods, Mt CO2. */
export interface AnnouncedExports {
  readonly year: number;
  readonly making: number;
  readonly avoided: number;
  readonly source: string;
}

/** The figures of the dataset `panorama_announced`: no calculation uses them, and none is fitted to them. */
export function announcedIn(columns: DatasetColumns): {
  readonly figures: readonly Announced[];
  readonly exports: AnnouncedExports;
} {
  const [item, region, gas] = [columns.texts("item"), columns.texts("region"), columns.texts("gas")];
  const [source, method] = [columns.texts("source"), columns.texts("method")];
  const [year, value] = [columns.numbers("year"), columns.numbers("value")];
  const rowsOf = (wanted: string) =>
    Array.from({ length: columns.rows }, (_, row) => row).filter((row) => item[row] === wanted);
  const [making, avoided] = [rowsOf("exports_making")[0]!, rowsOf("exports_avoided")[0]!];
  return {
    figures: rowsOf("panorama_to_production").map((row) => ({
      region: region[row]!,
      year: year[row]!,
      gas: gas[row]!,
      percent: value[row]!,
      source: source[row]!,
      method: method[row]!,
    })),
    exports: { year: year[making]!, making: value[making]!, avoided: value[avoided]!, source: source[making]! },
  };
}
