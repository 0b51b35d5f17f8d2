import type { Evidence } from "../quantity/evidence.ts";
import { convert, quantity } from "../quantity/quantity.ts";
import { type CompanyLine, weightOf } from "./company-line.ts";
import { headOf, measured, measuredSubstance, type Placed } from "./direct.ts";
import { coverUses, type EnergyUse } from "./instrument-cover.ts";
import type { Instrument } from "./instruments.ts";
import { type ScopeFactor, ScopeFactorError } from "./scope-factor.ts";
import { emittedSubstance, tonnesOf } from "./scope-selection.ts";
import { problemIn, type TableProblem } from "./table-problem.ts";

/** What scope 2 is computed with. */
export interface EnergySources {
  readonly year: number;
  readonly metric: string;
  readonly acceptMetrics: readonly string[];
  /** Grid averages and residual mixes. */
  readonly factors: readonly ScopeFactor[];
  readonly instruments: readonly Instrument[];
}

export interface PurchasedEnergy {
  /** Every use twice: by location, and by market (a line for each instrument, and one for the rest). */
  readonly lines: readonly CompanyLine[];
  readonly problems: readonly TableProblem[];
  /** What the totals lack or rest on, in sentences. */
  readonly location: readonly string[];
  readonly market: readonly string[];
}

/** How many years a grid average may be older than the inventory before it counts as missing. */
const OLDEST = 3;

/**
 * Scope 2 by both methods. Location-based: E = Σ use × grid average. Market-based: certificates, contracts and suppliers' rates,
 * then the residual mix for what they leave, and where no residual mix is known the grid average, which is said.
 */
export function purchasedEnergy(placed: readonly Placed[], sources: EnergySources): PurchasedEnergy {
  const lines: CompanyLine[] = [];
  const problems: TableProblem[] = [];
  const [location, market] = [new Set<string>(), new Set<string>()];
  const grids = new Map<string, Grid | undefined>();
  const gridOnce = (activity: string, place: Placed, country: string) => {
    const key = JSON.stringify([activity, place.record.category, country]);
    if (!grids.has(key)) grids.set(key, gridOf(activity, place.record.category, country, sources));
    return grids.get(key);
  };
  const usable: { place: Placed; use: EnergyUse; grid: Grid; residual: Grid | undefined }[] = [];
  for (const place of placed) {
    const { record, country } = place;
    const report = (column: string, sentence: string) => problems.push(problemIn("rows", record.row, column, sentence));
    try {
      if (measuredSubstance(record.unit)) {
        const line = measured(place, sources.metric, sources.acceptMetrics);
        lines.push({ ...line, basis: "location" }, { ...line, basis: "market" });
        continue;
      }
      if (country === null) {
        report(
          "country",
          "neither the row nor its facility says where the energy is used; an ISO 3166 code such as DEU is expected.",
        );
        continue;
      }
      const kWh = convert(quantity(record.amount, record.unit), "kWh").value;
      const grid = gridOnce("grid average", place, country);
      if (!grid) throw new ScopeFactorError("country", noGrid(record.category, country, sources));
      const { row, category: energy, facility, supplier } = record;
      const residual = gridOnce("residual mix", place, country);
      usable.push({ place, use: { row, energy, country, facility, supplier, kWh }, grid, residual });
    } catch (error) {
      report(error instanceof ScopeFactorError ? error.column : "unit", (error as Error).message);
    }
  }
  const addable = sources.instruments.filter(({ row, substance }) => {
    try {
      return weightOf(1, substance, sources.metric, sources.acceptMetrics);
    } catch (error) {
      problems.push(problemIn("instruments", row, "factor_unit", (error as Error).message));
      return false;
    }
  });
  const { covers, problems: unfit } = coverUses(
    usable.map(({ use }) => use),
    addable,
  );
  problems.push(...unfit);
  for (const { place, use, grid, residual } of usable) {
    lines.push(lineOf(place, "location", use.kWh, grid, sources));
    if (grid.trap) location.add(grid.trap);
    let rest = use.kWh;
    for (const { instrument, kWh } of covers.get(use.row)!) {
      lines.push(lineOf(place, "market", kWh, ofInstrument(instrument), sources));
      rest -= kWh;
    }
    if (rest <= use.kWh * 1e-12) continue;
    if (!residual)
      market.add(
        `No residual mix is known for ${use.energy} in ${use.country}: the grid average stands in for it, which counts again what others have bought by certificate.`,
      );
    const taken = residual ?? grid;
    if (taken.trap) market.add(taken.trap);
    lines.push(lineOf(place, "market", rest, taken, sources));
  }
  return { lines, problems, location: [...location], market: [...market] };
}

interface Grid {
  readonly substance: string;
  /** CO2 of living matter, in the unit of the factor. */
  readonly biogenic: number;
  readonly factor: number;
  readonly factorUnit: string;
  readonly source: string;
  readonly valueStatus: Evidence | null;
  readonly why: string;
  readonly way: CompanyLine["way"];
  readonly trap: string | null;
}

/** The factor of a market: own before shipped, of the year or of up to three years before, the nearest first. */
function gridOf(
  activity: string,
  energy: string,
  country: string,
  { factors, year, metric, acceptMetrics }: EnergySources,
): Grid | undefined {
  const age = ({ year: of }: ScopeFactor) => (of === null ? 0 : year - of);
  const [best] = factors
    .filter(
      (factor) =>
        factor.scope === 2 &&
        factor.categories.includes(energy) &&
        factor.activity.toLowerCase() === activity &&
        (factor.country === country || (factor.own && factor.country === null)) &&
        age(factor) >= 0 &&
        age(factor) <= OLDEST,
    )
    .sort((a, b) => Number(b.own) - Number(a.own) || age(a) - age(b));
  if (!best) return undefined;
  const substance = emittedSubstance("kWh", best.unit);
  if (!substance)
    throw new ScopeFactorError(
      "unit",
      `the factor of ${best.source} is in ${best.unit}; a mass of a gas by energy is expected.`,
    );
  const older = age(best) > 0 ? ` It is of ${best.year}: there is none of ${year}.` : "";
  // Refused here, so that the row is named.
  weightOf(1, substance, metric, acceptMetrics);
  const assumed = best.saysMetric ? "" : " Its source does not say by which metric; that of the inventory is assumed.";
  return {
    substance,
    biogenic: best.biogenic ?? 0,
    factor: best.value,
    factorUnit: best.unit,
    source: best.source,
    valueStatus: best.valueStatus,
    why: `The ${best.own ? "own" : "shipped"} ${activity} of ${best.country ?? "any market"} (${best.source}).${older}${assumed}`,
    way: "activity",
    trap: best.trap,
  };
}

function ofInstrument(instrument: Instrument): Grid {
  const { kind, name, substance, biogenic, factor, factorUnit, source } = instrument;
  const order = {
    certificate: "certificates come first",
    contract: "contracts come after certificates",
    supplier: "a supplier's rate comes after certificates and contracts",
  }[kind];
  const why = `${name} covers it: ${order} in the market-based method.`;
  return { substance, biogenic, factor, factorUnit, source, valueStatus: null, why, way: "supplier", trap: null };
}

function lineOf(
  { record, share, shareWhy }: Placed,
  basis: "location" | "market",
  kWh: number,
  grid: Grid,
  { metric, acceptMetrics }: EnergySources,
): CompanyLine {
  const emitted = (by: number) => tonnesOf(kWh, "kWh", by, grid.factorUnit) * share;
  const weight = weightOf(emitted(grid.factor), grid.substance, metric, acceptMetrics);
  const { factor, factorUnit, source, valueStatus, way } = grid;
  return {
    ...headOf(record),
    amount: kWh,
    unit: "kWh",
    basis,
    share,
    ...weight,
    biogenicCo2: weight.biogenicCo2 + emitted(grid.biogenic),
    way,
    factor,
    factorUnit,
    source,
    valueStatus,
    why: `${grid.why} ${shareWhy}`,
  };
}

function noGrid(energy: string, country: string, { factors, year }: EnergySources): string {
  const years = factors
    .filter((factor) => factor.scope === 2 && factor.country === country && factor.categories.includes(energy))
    .map((factor) => factor.year)
    .filter((of) => of !== null);
  const known = years.length > 0 ? ` There are those of ${Math.min(...years)} to ${Math.max(...years)}.` : "";
  return `there is no grid average of ${energy} for ${country} in ${year} or the ${OLDEST} years before.${known} A factor of your own (scope 2, ${energy}, "grid average", ${country}) is expected.`;
}
