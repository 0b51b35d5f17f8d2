/** A straight line through points. */
export interface StraightLine {
  /** Per year. */
  readonly slope: number;
  /** The value at a year. */
  at(year: number): number;
  /** The year in which it is zero; null if it is level. */
  readonly zero: number | null;
}

/** The line of least squares through at least two points with different years; null for fewer. */
export function straightLine(years: readonly number[], values: readonly number[]): StraightLine | null {
  const count = years.length;
  const meanYear = years.reduce((sum, year) => sum + year, 0) / count;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const spread = years.reduce((sum, year) => sum + (year - meanYear) ** 2, 0);
  if (count < 2 || spread === 0) return null;
  const slope = years.reduce((sum, year, i) => sum + (year - meanYear) * (values[i]! - mean), 0) / spread;
  return {
    slope,
    at: (year) => mean + slope * (year - meanYear),
    zero: slope === 0 ? null : meanYear - mean / slope,
  };
}
