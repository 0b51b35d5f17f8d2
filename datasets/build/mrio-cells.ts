import { must } from "./dataset.ts";
import type { Figure, Figures } from "./figures.ts";
import type { Positions } from "./mrio-position.ts";

/** Non-zero cells of a matrix in row order. */
export interface Cells {
  readonly row: readonly number[];
  readonly col: readonly number[];
  readonly value: readonly number[];
}

/** One year of the table: Z, Y and x, checked against each other. */
export interface MrioYear {
  readonly year: number;
  readonly z: Cells;
  readonly y: Cells;
  readonly output: { readonly published: readonly number[]; readonly rowSum: readonly number[] };
  /** Anomalies of the year that its description states. */
  readonly anomalies: Anomalies;
}

export interface Anomalies {
  readonly negativeDemand: number;
  readonly negativeInventories: number;
  readonly zeroOutput: number;
  /** "LUX c5 (-1)": rows with a negative sum. */
  readonly negativeOutput: readonly string[];
  /** "LUX c24 (36 of 32)": inputs above output. */
  readonly overdrawn: readonly string[];
  /** Largest difference between row sum and published output, million USD, and the sum of differences over output. */
  readonly largestGap: number;
  readonly gapShare: number;
}

/** Final demand and output have all years in one file each and are read once. */
export interface MrioFigures {
  readonly figures: Figures;
  readonly positions: Positions;
  readonly category: { readonly codes: readonly string[]; readonly names: readonly string[] };
  readonly demand: Figure;
  readonly output: Figure;
}

export async function openMrio(figures: Figures, positions: Positions): Promise<MrioFigures> {
  const list = await figures.read("mrio_final_demand");
  const category = { codes: list.texts("wiod_code"), names: list.texts("name_en") };
  must(
    category.codes.join() === "c37,c38,c39,c41,c42",
    () => `${list.entry.file}: the categories are not c37, c38, c39, c41, c42.`,
  );
  return { figures, positions, category, demand: await figures.read("mrio_y"), output: await figures.read("mrio_x") };
}

/** Reads one year and checks it. Throws an error that names file and row. */
export async function readMrioYear(source: MrioFigures, year: number): Promise<MrioYear> {
  const z = await readFlows(source, year);
  const y = readFinalDemand(source, year);
  const output = readOutput(source, year);
  return { year, z, y, output, anomalies: anomaliesOf(source, year, z, y, output) };
}

async function readFlows({ figures, positions: { count } }: MrioFigures, year: number): Promise<Cells> {
  const figure = await figures.read(`mrio_z_${year}`);
  const cells = {
    row: figure.numbers("row_index"),
    col: figure.numbers("col_index"),
    value: figure.numbers("value_musd"),
  };
  assertCells(figure.entry.file, cells, count, count);
  cells.value.forEach((value, i) => {
    must(value > 0, () => `${figure.entry.file}, row ${i}: an intermediate delivery of ${value} is not positive.`);
  });
  return cells;
}

function readFinalDemand({ demand, positions: { count, regions } }: MrioFigures, year: number): Cells {
  const inYear = demand.numbers("year");
  const chosen = <T>(values: readonly T[]) => values.filter((_, i) => inYear[i] === year);
  const region = chosen(demand.numbers("region"));
  const position = chosen(demand.numbers("final_demand"));
  const y: Cells = {
    row: chosen(demand.numbers("row_index")),
    col: region.map((r, i) => (r - 1) * 5 + (position[i]! - 1)),
    value: chosen(demand.numbers("value_musd")),
  };
  assertCells(`${demand.entry.file} (rows of ${year})`, y, count, regions.length * 5);
  return y;
}

export function assertCells(file: string, { row, col, value }: Cells, rows: number, cols: number): void {
  for (let i = 0; i < value.length; i++) {
    must(
      row[i]! >= 0 && row[i]! < rows && col[i]! >= 0 && col[i]! < cols,
      () => `${file}, row ${i}: the position ${row[i]}, ${col[i]} lies outside the table.`,
    );
    must(
      i === 0 || row[i]! * cols + col[i]! > row[i - 1]! * cols + col[i - 1]!,
      () => `${file}, row ${i}: the cell ${row[i]}, ${col[i]} is a duplicate or out of order.`,
    );
  }
}

function readOutput({ output, positions: { count } }: MrioFigures, year: number): MrioYear["output"] {
  const inYear = output.numbers("year");
  const chosen = (values: readonly number[]) => values.filter((_, i) => inYear[i] === year);
  const rows = chosen(output.numbers("row_index"));
  must(
    rows.length === count && rows.every((row, i) => row === i),
    () => `${output.entry.file}: the rows of ${year} are not 0 to ${count - 1} in order.`,
  );
  return { published: chosen(output.numbers("output_musd")), rowSum: chosen(output.numbers("row_sum_musd")) };
}

function anomaliesOf(
  { positions: { count, regionAt, sectorAt }, category, output: figure, demand }: MrioFigures,
  year: number,
  z: Cells,
  y: Cells,
  { published, rowSum }: MrioYear["output"],
): Anomalies {
  const sums = new Float64Array(count);
  const inputs = new Float64Array(count);
  z.value.forEach((value, i) => {
    inputs[z.col[i]!]! += value;
  });
  for (const cells of [z, y])
    cells.value.forEach((value, i) => {
      sums[cells.row[i]!]! += value;
    });
  const negative = y.col.filter((_, i) => y.value[i]! < 0).map((col) => category.codes[col % 5]!);
  must(
    negative.every((code) => code === "c42" || code === "c41"),
    () => `${demand.entry.file}: final demand of ${year} is negative outside of capital formation and inventories.`,
  );
  let apart = 0;
  let total = 0;
  let largestGap = 0;
  const rows = Array.from({ length: count }, (_, row) => row);
  for (const row of rows) {
    must(
      sums[row] === rowSum[row],
      () =>
        `${figure.entry.file}, ${year}, row ${row}: Z and Y sum to ${sums[row]} where the table says ${rowSum[row]}.`,
    );
    const gap = Math.abs(sums[row]! - published[row]!);
    apart += gap;
    largestGap = Math.max(largestGap, gap);
    total += published[row]!;
  }
  must(
    apart / total < 0.001,
    () => `${figure.entry.file}: row sums and published output of ${year} differ by ${apart / total} of output.`,
  );
  const place = (row: number) => `${regionAt(row)} ${sectorAt(row)}`;
  return {
    negativeDemand: negative.length,
    negativeInventories: negative.filter((code) => code === "c42").length,
    zeroOutput: rows.filter((row) => rowSum[row] === 0).length,
    negativeOutput: rows.filter((row) => rowSum[row]! < 0).map((row) => `${place(row)} (${rowSum[row]})`),
    overdrawn: rows
      .filter((row) => rowSum[row]! >= 0 && inputs[row]! > rowSum[row]!)
      .map((row) => `${place(row)} (${inputs[row]} of ${rowSum[row]})`),
    largestGap,
    gapShare: apart / total,
  };
}
