/** What is known of the year to which a table was carried when its error was found. */
export type Knowledge = "gdp" | "gdp_and_national_tables" | "totals";

/** How far the consumption emissions of a region were from those of the known table, for one base year. */
export interface CarriedError {
  readonly from: number;
  readonly to: number;
  readonly known: Knowledge;
  readonly gas: string;
  readonly region: string;
  /** Modelled less known, over known: a share. */
  readonly error: number;
}

/** The stated errors of a carried table. */
export interface StatedErrors {
  /** The years whose tables were carried. */
  readonly from: readonly number[];
  readonly to: number;
  /** The largest absolute relative error of consumption emissions, gas × region in table order; neither an interval nor a deviation. */
  readonly byGas: readonly (readonly number[])[];
}

/**
 * The errors stated for a table carried over `span` years: for each gas and region the largest of the cases up to the shortest one that is
 * as long (all, if none is), with GDP alone known. The largest, because a single case may hit by chance. Undefined if a gas of a
 * region has none.
 */
export function errorsOfSpan(
  errors: readonly CarriedError[],
  { gases, regions }: { readonly gases: readonly string[]; readonly regions: readonly string[] },
  span: number,
): StatedErrors | undefined {
  const cases = errors.filter(({ known }) => known === "gdp");
  const spans = [...new Set(cases.map(({ from, to }) => to - from))].sort((a, b) => a - b);
  const longest = spans.find((each) => each >= span) ?? spans.at(-1)!;
  const taken = cases.filter(({ from, to }) => to - from <= longest);
  const largest = new Map<string, number>();
  for (const { gas, region, error } of taken) {
    const key = `${gas} ${region}`;
    largest.set(key, Math.max(largest.get(key) ?? 0, Math.abs(error)));
  }
  const byGas = gases.map((gas) => regions.map((region) => largest.get(`${gas} ${region}`) ?? -1));
  if (byGas.some((row) => row.some((error) => error < 0))) return undefined;
  const from = [...new Set(taken.map((each) => each.from))].sort((a, b) => a - b);
  return { from, to: taken[0]!.to, byGas };
}
