import type { Work } from "../numeric/work.ts";
import { type Programme, ProgrammeBuilder } from "./programme.ts";
import { solveProgramme } from "./solve-programme.ts";

/**
 * By how much the rows of a programme without a point must give way at the least: the sum of their violations is minimised, with the
 * bounds of variables held. One number a row, in its unit, positive where its upper bound must rise and negative where its lower
 * bound must fall; null if even then there is no point, because the bounds of variables clash.
 *
 * Source: J. W. Chinneck and E. W. Dravnieks (1991), doi:10.1287/ijoc.3.2.157: the elastic programme.
 */
export async function leastRelaxation(programme: Programme, work: Work): Promise<Float64Array | null> {
  const { rows, columns, rowStarts, columnIndices, values, rowLower, rowUpper, columnLower, columnUpper, isInteger } =
    programme;
  const builder = new ProgrammeBuilder();
  for (let j = 0; j < columns; j++)
    builder.addVariable({ lower: columnLower[j]!, upper: columnUpper[j]!, isInteger: isInteger[j] === 1 });
  // A row is exceeded by its first new variable and missed by its second.
  const above = new Int32Array(rows).fill(-1);
  const below = new Int32Array(rows).fill(-1);
  for (let i = 0; i < rows; i++) {
    const terms = Array.from(columnIndices.subarray(rowStarts[i]!, rowStarts[i + 1]!));
    const coefficients = Array.from(values.subarray(rowStarts[i]!, rowStarts[i + 1]!));
    if (rowUpper[i]! < Infinity) {
      above[i] = builder.addVariable({ cost: 1 });
      terms.push(above[i]!);
      coefficients.push(-1);
    }
    if (rowLower[i]! > -Infinity) {
      below[i] = builder.addVariable({ cost: 1 });
      terms.push(below[i]!);
      coefficients.push(1);
    }
    builder.addConstraint(rowLower[i]!, rowUpper[i]!, terms, coefficients);
  }
  const found = await solveProgramme(builder.programme(), work);
  if (found.status !== "optimal") return null;
  const at = (column: number) => (column < 0 ? 0 : found.values[column]!);
  return Float64Array.from(above, (column, i) => at(column) - at(below[i]!));
}
