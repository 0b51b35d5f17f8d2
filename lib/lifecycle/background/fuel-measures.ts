import type { Read } from "../../tool/read.ts";
import { factorBetween } from "../graph/unit-names.ts";
import { fuelDensityDataset } from "./dataset-names.ts";
import { cellsOf } from "./table-cells.ts";

/** What a unit of a fuel weighs, and the heat of combustion in it. */
export interface FuelMeasures {
  /** kg per litre of fuels that are counted in litres. */
  readonly density: ReadonlyMap<string, number>;
  /** MJ (net) per litre, and per cubic metre. */
  readonly perVolume: { readonly L: ReadonlyMap<string, number>; readonly m3: ReadonlyMap<string, number> };
}

/**
 * Ratios of two factors of one fuel, by its name in the table: per litre and per tonne is a density, per volume and per kWh (net) a heating
 * value (DESNZ/DEFRA, conversion factors 2025). They hold for British fuels, which differ from American ones by a few per cent.
 */
export async function fuelMeasures(read: Read): Promise<FuelMeasures> {
  const table = cellsOf(fuelDensityDataset, await read(fuelDensityDataset));
  const [activity, unit, factor] = [table.text("activity"), table.text("unit"), table.number("factor")];
  const upstream = "WTT- fuels · ";
  const units = ["L", "m3", "t", "kWh NCV"] as const;
  const per = new Map(units.map((each) => [each, new Map<string, number>()] as const));
  for (let row = 0; row < table.rows; row++) {
    const name = activity(row);
    const of = units.find((each) => unit(row).endsWith(`/${each}`));
    if (name.startsWith(upstream) && of !== undefined) per.get(of)!.set(name.slice(upstream.length), factor(row));
  }
  const ratio = (over: (typeof units)[number], under: (typeof units)[number], scale: number) =>
    new Map(
      [...per.get(over)!].flatMap(([name, value]) => {
        const other = per.get(under)!.get(name);
        return other === undefined || !(other > 0) ? [] : [[name, (scale * value) / other] as const];
      }),
    );
  const [tonne, hour] = [factorBetween("t", "kg")!, factorBetween("kWh", "MJ")!];
  return {
    density: ratio("L", "t", tonne),
    perVolume: { L: ratio("L", "kWh NCV", hour), m3: ratio("m3", "kWh NCV", hour) },
  };
}
