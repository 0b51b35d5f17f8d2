import type { Part } from "../tool/part.ts";
import type { DatasetColumns, Read } from "../tool/read.ts";
import type { ResidualStatement } from "./disclosure.ts";
import type { GridCandidate } from "./nearest-grid.ts";

/** The shipped datasets of factors of grids. */
export const gridDatasets = ["grid_factors_china", "electricity_intensity", "residual_mixes", "grid_margins"] as const;

/** Kinds of projects for which a combined margin is given. */
export const gridProjects = ["intermittent", "firm", "efficiency", "consumption"] as const;
export type GridProject = (typeof gridProjects)[number];

/** A shipped factor of a grid. */
export interface GridFactor extends GridCandidate {
  readonly value: number;
  /** E.g. `kg CO2/kWh`; `g CO2e/kWh` if the source does not state the metric. */
  readonly unit: string;
  /** The dataset and its publisher. */
  readonly source: string;
  readonly dataset: (typeof gridDatasets)[number];
}

const shipped = { place: null, grid: null, own: false, lifeCycle: false };

/** Mean factors: of electricity consumed in China by province, regional grid and country, and of generation by country. */
export async function gridAverages(read: Read, country?: string): Promise<GridFactor[]> {
  const [china, generation] = await Promise.all([
    country === undefined || country === "CHN" ? read("grid_factors_china") : null,
    read("electricity_intensity", partOf(country)),
  ]);
  return [...(china ? factorsOf(china, chinese) : []), ...factorsOf(generation, generated)];
}

/** The factors of tables that were read, kept as long as their columns: the same factor is then the same object. */
const known = new WeakMap<DatasetColumns, readonly GridFactor[]>();

function factorsOf(columns: DatasetColumns, make: (columns: DatasetColumns) => GridFactor[]): readonly GridFactor[] {
  const factors = known.get(columns) ?? make(columns);
  known.set(columns, factors);
  return factors;
}

/** The rows of a country; of all if none is given. */
function partOf(country: string | undefined): Part {
  return country === undefined ? {} : { iso3: country };
}

function chinese(columns: DatasetColumns): GridFactor[] {
  const [level, place, grid] = [columns.texts("level"), columns.texts("place"), columns.texts("grid")];
  const [year, value] = [columns.numbers("year"), columns.numbers("factor_kg_per_kwh")];
  return rowsOf(columns).map((row) => ({
    ...shipped,
    country: "CHN",
    place: level[row] === "country" ? null : place[row]!,
    grid: grid[row]!,
    year: year[row]!,
    value: value[row]!,
    unit: "kg CO2/kWh",
    source: "dataset grid_factors_china: MEE and NBS of China",
    dataset: "grid_factors_china",
  }));
}

function generated(columns: DatasetColumns): GridFactor[] {
  const [country, year] = [columns.texts("iso3"), columns.numbers("year")];
  const value = columns.numbers("intensity_g_per_kwh");
  return rowsOf(columns)
    .filter((row) => country[row] !== null && value[row] !== null)
    .map((row) => ({
      ...shipped,
      country: country[row]!,
      year: year[row]!,
      value: value[row]!,
      unit: "g CO2e/kWh",
      lifeCycle: true,
      source: "dataset electricity_intensity: Ember",
      dataset: "electricity_intensity",
    }));
}

/** The residual mixes of Europe, and what their table states about countries that have none. */
export async function residualMixes(
  read: Read,
  country?: string,
): Promise<{ mixes: GridFactor[]; statements: ResidualStatement[] }> {
  const columns = await read("residual_mixes", partOf(country));
  const [iso3, year, value] = [columns.texts("iso3"), columns.numbers("year"), columns.numbers("factor_g_per_kwh")];
  const rows = rowsOf(columns);
  // The table has a row without a factor where, and only where, all electricity is disclosed.
  const isFull = (row: number) => value[row] === null;
  return {
    mixes: rows
      .filter((row) => !isFull(row))
      .map((row) => ({
        ...shipped,
        country: iso3[row]!,
        year: year[row]!,
        value: value[row]!,
        unit: "g CO2/kWh",
        source: "dataset residual_mixes: Association of Issuing Bodies",
        dataset: "residual_mixes",
      })),
    statements: rows.map((row) => ({ country: iso3[row]!, year: year[row]!, fullDisclosure: isFull(row) })),
  };
}

/** Operating margins, or combined margins for a kind of project, by country. Islands without a code of their own are left out. */
export async function gridMargins(read: Read, project: GridProject | null, country?: string): Promise<GridFactor[]> {
  const columns = await read("grid_margins", partOf(country));
  const iso3 = columns.texts("iso3");
  const year = columns.numbers("year");
  const value = columns.numbers(project ? `combined_${project}_g_per_kwh` : "operating_g_per_kwh");
  return rowsOf(columns)
    .filter((row) => iso3[row] !== null)
    .map((row) => ({
      ...shipped,
      country: iso3[row]!,
      year: year[row]!,
      value: value[row]!,
      unit: "g CO2/kWh",
      source: "dataset grid_margins: IFI Technical Working Group, UNFCCC",
      dataset: "grid_margins",
    }));
}

function rowsOf({ rows }: DatasetColumns): number[] {
  return Array.from({ length: rows }, (_, row) => row);
}
