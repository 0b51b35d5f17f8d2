/** A statement about the residual mix of a country in a year. */
export interface ResidualStatement {
  /** ISO 3166 alpha-3. */
  readonly country: string;
  readonly year: number;
  /** Whether every kWh has a known origin, so that there is no residual mix. */
  readonly fullDisclosure: boolean;
}

/**
 * The year of the statement by which a country has no residual mix in `year`: the latest statement that is not later, or the
 * first if all are later. Null if that statement gives a residual mix, or if there is none.
 */
export function disclosedIn(statements: readonly ResidualStatement[], country: string, year: number): number | null {
  const mine = statements.filter((of) => of.country === country).sort((a, b) => a.year - b.year);
  const stated = mine.findLast((of) => of.year <= year) ?? mine[0];
  return stated?.fullDisclosure ? stated.year : null;
}
