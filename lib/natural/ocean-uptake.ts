import { messages } from "../message/message.ts";
import { airSeaFlux, type SeaSurface } from "./air-sea-flux.ts";
import { type Estimate, NaturalInputError } from "./estimate.ts";
import { cellAreas, type LatLonGrid } from "./grid-area.ts";

const texts = messages("natural", {
  sigmaOfTransfer: { en: "1 sigma of the transfer velocity (20 %)", zh: "传输速度的 1 倍标准差（20 %）" },
  givenFields: {
    en: "the fields given; Wanninkhof (2014), Weiss (1974)",
    zh: "所给的场；Wanninkhof（2014）、Weiss（1974）",
  },
  inEveryCell: { en: "bulk formula in every cell, weighted by area", zh: "逐格点整体公式，按面积加权" },

  tooManyRows: {
    en: "The grid has {count} rows, but the data have more.",
    zh: "网格有 {count} 行，而数据更多。",
  },
  tooFewRows: {
    en: "The grid has {count} rows, but the data have only {rows}.",
    zh: "网格有 {count} 行，而数据只有 {rows} 行。",
  },
  lengthOfRow: {
    en: "Row {row}: {name} has {count} cells where the grid has {columns}.",
    zh: "第 {row} 行：{name} 有 {count} 个格点，而网格有 {columns} 列。",
  },
});

/** Grams of carbon in a mole of CO2. */
const CARBON_G_MOL = 12.011;
/** Relative one-sigma uncertainty of the transfer velocity. Wanninkhof (2014). */
const TRANSFER_SIGMA = 0.2;

/** The fields of one row of the grid; land or unknown cells have NaN in any of them. */
export interface SurfaceRow {
  readonly temperature_C: ArrayLike<number>;
  readonly salinity: ArrayLike<number>;
  readonly wind_m_s: ArrayLike<number>;
  readonly fco2_water_uatm: ArrayLike<number>;
  readonly fco2_air_uatm: ArrayLike<number>;
  readonly ice?: ArrayLike<number> | undefined;
}

export interface OceanUptake {
  /** Positive into the ocean, Gt C/yr. */
  readonly uptake: Estimate;
  readonly area_m2: number;
  readonly meanFlux_mol_m2_yr: number;
  /** Cells without data. */
  readonly missing: number;
}

/**
 * The flux of a whole field, weighted by the area of each cell, row by row. Rows are summed first, then the
 * sums of rows, so that the result does not depend on the chunks of the input. The range is that of the transfer velocity only.
 */
export async function oceanUptake(
  grid: LatLonGrid,
  rows: Iterable<SurfaceRow> | AsyncIterable<SurfaceRow>,
  pause: () => void | Promise<void> = () => {},
): Promise<OceanUptake> {
  const areas = cellAreas(grid);
  let [row, moles, area, missing] = [0, 0, 0, 0];
  for await (const fields of rows) {
    if (row >= areas.length) throw new NaturalInputError("rows", texts.tooManyRows({ count: areas.length }));
    const [sum, cells] = sumOfRow(fields, grid.columns, row);
    moles += sum * areas[row]!;
    area += cells * areas[row]!;
    missing += grid.columns - cells;
    row++;
    await pause();
  }
  if (row !== areas.length) throw new NaturalInputError("rows", texts.tooFewRows({ count: areas.length, rows: row }));
  const value = (-moles * CARBON_G_MOL) / 1e15;
  const half = Math.abs(value) * TRANSFER_SIGMA;
  return {
    uptake: {
      value,
      lo: value - half,
      hi: value + half,
      unit: "Gt C/yr",
      interval: texts.sigmaOfTransfer(),
      source: texts.givenFields(),
      method: texts.inEveryCell(),
    },
    area_m2: area,
    meanFlux_mol_m2_yr: area > 0 ? moles / area : 0,
    missing,
  };
}

function sumOfRow(fields: SurfaceRow, columns: number, row: number): [sum: number, cells: number] {
  for (const [name, field] of Object.entries(fields))
    if (field !== undefined && (field as ArrayLike<number>).length !== columns)
      throw new NaturalInputError(
        name,
        texts.lengthOfRow({ row, name, count: (field as ArrayLike<number>).length, columns }),
      );
  let [sum, cells] = [0, 0];
  for (let c = 0; c < columns; c++) {
    const surface: SeaSurface = {
      temperature_C: fields.temperature_C[c]!,
      salinity: fields.salinity[c]!,
      wind_m_s: fields.wind_m_s[c]!,
      fco2_water_uatm: fields.fco2_water_uatm[c]!,
      fco2_air_uatm: fields.fco2_air_uatm[c]!,
      ice: fields.ice?.[c] ?? 0,
    };
    if (Object.values(surface).some(Number.isNaN)) continue;
    sum += airSeaFlux(surface).flux_mol_m2_yr;
    cells++;
  }
  return [sum, cells];
}
