import type { Read } from "../../tool/read.ts";
import { materialFactorDataset } from "../resource/dataset-names.ts";

/** What a unit of a material takes to be made, from cradle to gate, as a table publishes it. */
export interface MaterialFactor {
  /** How an answer names it. */
  readonly id: string;
  /** The whole name in the table. */
  readonly item: string;
  /** kg CO2e by `metric`: the gases are not published, so it cannot be converted. */
  readonly factor: number;
  readonly unit: string;
  readonly metric: string;
  readonly place: string;
  readonly year: number;
}

const UNIT = /^kg CO2e (\S+)\/(\S+)$/;

/** The factors of the materials, by item. */
export async function materialFactors(read: Read): Promise<ReadonlyMap<string, MaterialFactor>> {
  const columns = await read(materialFactorDataset);
  const [ids, items, units] = ["factor_id", "activity", "unit"].map((name) => columns.texts(name));
  const [values, years] = [columns.numbers("factor"), columns.numbers("year")];
  const found = new Map<string, MaterialFactor>();
  for (let row = 0; row < columns.rows; row++) {
    const item = items![row]!;
    const [, metric, unit] = UNIT.exec(units![row]!) ?? [];
    if (metric === undefined || unit === undefined || found.has(item)) continue;
    const id = `${materialFactorDataset}:${ids![row]}`;
    found.set(item, { id, item, factor: values[row]!, unit, metric, place: "GBR", year: years[row]! });
  }
  return found;
}
