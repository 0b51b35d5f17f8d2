import { disclosedIn, type ResidualStatement } from "../factors/disclosure.ts";
import { countryOfPlace, nearestGrid, OLDEST_GRID } from "../factors/nearest-grid.ts";
import { distinct } from "../message/distinct.ts";
import { messageOf } from "../message/fault.ts";
import { joinSentences } from "../message/join-sentences.ts";
import { type Message, messages, type Sentence } from "../message/message.ts";
import type { Evidence } from "../quantity/evidence.ts";
import { valueIn } from "../quantity/quantity.ts";
import { type CompanyLine, companyLine, weightOf } from "./company-line.ts";
import { measured, type Placed } from "./direct.ts";
import { coverUses, type EnergyUse } from "./instrument-cover.ts";
import type { Instrument } from "./instruments.ts";
import { joinedOnce } from "./joined-once.ts";
import { measuredSubstance } from "./measured-substance.ts";
import type { RowFactor } from "./row-factor.ts";
import { reasonOf, rowFactorByEnergy, rowFactorLines } from "./row-factor-lines.ts";
import { assumedMetric, gridAverage, residualMix, type ScopeFactor, ScopeFactorError } from "./scope-factor.ts";
import { emittedSubstance, tonnesOf } from "./scope-selection.ts";
import { problemIn, type Report, type TableProblem } from "./table-problem.ts";

const texts = messages("company", {
  noMarket: {
    en: "neither the row nor its facility says where the energy is used; expected an ISO 3166 code such as DEU.",
    zh: "该行及其设施都没有说明能源在何处使用；应为 ISO 3166 代码，如 DEU。",
  },
  noResidualMix: {
    en: "No residual mix is known for {energy} in {country}: the grid average is used instead, which double-counts what others have bought by certificate.",
    zh: "没有 {country} {energy} 的剩余组合：以电网平均因子代替，这会重复计算他人已凭证书购买的电量。",
  },
  notByEnergy: {
    en: "the factor of {source} is in {unit}; a mass of a gas by energy is expected.",
    zh: "{source} 的因子以 {unit} 计；应为单位能量的气体质量。",
  },
  otherCountryOfProvince: {
    en: "{province} lies in {of} and not in {country}.",
    zh: "{province} 位于 {of}，而不是 {country}。",
  },
  ownGrid: { en: "The own {activity} of {country} ({source}).", zh: "取自有的 {country} {activity}（{source}）。" },
  shippedGrid: {
    en: "The shipped {activity} of {country} ({source}).",
    zh: "取随附的 {country} {activity}（{source}）。",
  },
  shippedHeat: {
    en: "The shipped mean factor of purchased {energy} in {country} ({source}).",
    zh: "取随附的 {country} 外购{energy}平均因子（{source}）。",
  },
  noHeat: {
    en: 'no factor of purchased {energy} ships for {country}; there are those of {known}. The supplier\'s is needed, as a factor of your own (scope 2, {energy}, "grid average", {country}).',
    zh: "没有随附 {country} 外购{energy}的因子；现有 {known} 的。需要供应商的因子，作为自有因子给出（范围二，{energy}，“grid average”，{country}）。",
  },
  anyMarket: { en: "any market", zh: "任一市场" },
  certificateFirst: {
    en: "{name} covers it: certificates come first in the market-based method.",
    zh: "由 {name} 覆盖：基于市场的方法中证书优先。",
  },
  contractNext: {
    en: "{name} covers it: contracts come after certificates in the market-based method.",
    zh: "由 {name} 覆盖：基于市场的方法中合同次于证书。",
  },
  supplierNext: {
    en: "{name} covers it: a supplier's rate comes after certificates and contracts in the market-based method.",
    zh: "由 {name} 覆盖：基于市场的方法中供应商因子次于证书和合同。",
  },
  noGrid: {
    en: 'there is no grid average of {energy} for {country} in {year} or the {oldest} years before. A factor of your own (scope 2, {energy}, "grid average", {country}) is expected.',
    zh: "没有 {country} {energy} 在 {year} 年及此前 {oldest} 年的电网平均因子。请给出自有因子（范围二，{energy}，“grid average”，{country}）。",
  },
  noGridOfYear: {
    en: 'there is no grid average of {energy} for {country} in {year} or the {oldest} years before. There are those of {first} to {last}. A factor of your own (scope 2, {energy}, "grid average", {country}) is expected.',
    zh: "没有 {country} {energy} 在 {year} 年及此前 {oldest} 年的电网平均因子。现有 {first} 至 {last} 年的。请给出自有因子（范围二，{energy}，“grid average”，{country}）。",
  },
});

/** The inputs of scope 2. */
export interface EnergySources {
  readonly year: number;
  readonly metric: string;
  readonly acceptMetrics: readonly string[];
  /** Grid averages and residual mixes. */
  readonly factors: readonly ScopeFactor[];
  /** What is known of countries without a residual mix. */
  readonly residual: readonly ResidualStatement[];
  readonly instruments: readonly Instrument[];
  /** What rows state themselves, by row. */
  readonly rowFactors: ReadonlyMap<number, RowFactor>;
}

/** Electricity that no instrument covers, in a country without a residual mix: it has no factor by market. */
export interface UnknownOrigin {
  readonly country: string;
  /** The year in which the country's full disclosure was stated. */
  readonly stated: number;
  readonly rows: readonly number[];
  readonly kWh: number;
}

export interface PurchasedEnergy {
  /** Every use twice: location-based, and market-based (a line for each instrument and one for the rest). */
  readonly lines: readonly CompanyLine[];
  readonly problems: readonly TableProblem[];
  /** Notes on gaps and assumptions of the totals. */
  readonly location: readonly Message[];
  readonly market: readonly Message[];
  /** If there is any, the market-based lines are not complete and must not be summed. */
  readonly unknownOrigin: readonly UnknownOrigin[];
}

/**
 * Scope 2 by both methods. Location-based: E = Σ use × grid average. Market-based: certificates, contracts and suppliers'
 * rates, then the residual mix for the rest; if no residual mix is known, the grid average, with a note; if there is none
 * because the country discloses the origin of all electricity, no line, and the rest is named in `unknownOrigin`.
 */
export function purchasedEnergy(placed: readonly Placed[], sources: EnergySources): PurchasedEnergy {
  const lines: CompanyLine[] = [];
  const problems: TableProblem[] = [];
  const [location, market] = [new Set<Message>(), new Set<Message>()];
  const unknown = new Map<string, UnknownOrigin & { readonly rows: number[] }>();
  // A sheet has many rows of few markets.
  const countryOnce = once((province: string) => countryOfPlace(sources.factors, province));
  const noGridOnce = once((category: string, country: string) => noGrid(category, country, sources));
  const noResidualOnce = once((energy: string, country: string) => texts.noResidualMix({ energy, country }));
  const gridOnce = once((activity: GridActivity, category: string, country: string, province: string | null) =>
    gridOf(activity, category, country, province, sources),
  );
  const usable: Usable[] = [];
  for (const place of placed) {
    const { record, province } = place;
    const ofProvince = province === null ? null : countryOnce(province);
    const country = place.country ?? ofProvince;
    const report: Report = (column, problem) => problems.push(problemIn("rows", record.row, column, problem));
    try {
      const own = sources.rowFactors.get(record.row);
      // Heat is not certified, and may be sold by the tonne of steam: its factor holds by either method.
      if (own && !own.isMarket && record.category !== "electricity") {
        lines.push(
          ...rowFactorLines(place, own, "location", sources),
          ...rowFactorLines(place, own, "market", sources),
        );
        continue;
      }
      if (measuredSubstance(record.unit)) {
        const line = measured(place, sources.metric, sources.acceptMetrics);
        lines.push(companyLine(line, line, { ...line, basis: "location" }));
        lines.push(companyLine(line, line, { ...line, basis: "market" }));
        continue;
      }
      if (country === null) {
        report("country", texts.noMarket());
        continue;
      }
      if (ofProvince !== null && ofProvince !== country) {
        report("province", texts.otherCountryOfProvince({ province, of: ofProvince, country }));
        continue;
      }
      const kWh = valueIn(record.amount, record.unit, "kWh");
      const stated = own ? ofRow(own, sources) : null;
      const grid = stated && !own!.isMarket ? stated : gridOnce("grid average", record.category, country, province);
      if (!grid) throw new ScopeFactorError("country", noGridOnce(record.category, country));
      const { row, category: energy, facility, supplier } = record;
      const residual = gridOnce("residual mix", energy, country, province);
      const use = { row, energy, country, facility, supplier, kWh };
      usable.push({ place, use, grid, residual, rate: own?.isMarket ? stated : null });
    } catch (error) {
      report(error instanceof ScopeFactorError ? error.column : "unit", messageOf(error));
    }
  }
  const addable = sources.instruments.filter(({ row, substance }) => {
    try {
      return weightOf(1, substance, sources.metric, sources.acceptMetrics);
    } catch (error) {
      problems.push(problemIn("instruments", row, "factor_unit", messageOf(error)));
      return false;
    }
  });
  const { covers, problems: unfit } = coverUses(
    usable.map(({ use }) => use),
    addable,
  );
  for (const problem of unfit) problems.push(problem);
  for (const { place, use, grid, residual, rate } of usable) {
    lines.push(lineOf(place, "location", use.kWh, grid, sources));
    if (grid.trap) location.add(grid.trap);
    let rest = use.kWh;
    for (const { instrument, kWh } of covers.get(use.row)!) {
      // The supplier's rate that the row states itself goes before that of the whole market.
      if (rate && instrument.kind === "supplier") continue;
      lines.push(lineOf(place, "market", kWh, ofInstrument(instrument), sources));
      rest -= kWh;
    }
    if (rest <= use.kWh * 1e-12) continue;
    if (rate) {
      lines.push(lineOf(place, "market", rest, rate, sources));
      continue;
    }
    const stated = residual ? null : noResidualMix(use, sources);
    if (stated !== null) {
      const before = unknown.get(use.country) ?? { country: use.country, stated, rows: [], kWh: 0 };
      before.rows.push(use.row);
      unknown.set(use.country, { ...before, kWh: before.kWh + rest });
      continue;
    }
    // Heat is not certified: there is no residual mix to miss.
    if (!residual && use.energy === "electricity") market.add(noResidualOnce(use.energy, use.country));
    const taken = residual ?? grid;
    if (taken.trap) market.add(taken.trap);
    lines.push(lineOf(place, "market", rest, taken, sources));
  }
  const unknownOrigin = [...unknown.values()];
  return { lines, problems, location: distinct(location), market: distinct(market), unknownOrigin };
}

/** A function of texts that is computed once for each; what it throws is thrown again. */
function once<Of extends readonly (string | null)[], Result>(find: (...of: Of) => Result): (...of: Of) => Result {
  const known = new Map<string, { readonly result: Result } | { readonly error: unknown }>();
  return (...of) => {
    const key = JSON.stringify(of);
    let found = known.get(key);
    if (!found) {
      try {
        found = { result: find(...of) };
      } catch (error) {
        found = { error };
      }
      known.set(key, found);
    }
    if ("error" in found) throw found.error;
    return found.result;
  };
}

/** The year in which it was stated that there is no residual mix of the energy; null if it was not. */
function noResidualMix(
  { energy, country }: Pick<EnergyUse, "energy" | "country">,
  { residual, year }: Pick<EnergySources, "residual" | "year">,
): number | null {
  return energy === "electricity" ? disclosedIn(residual, country, year) : null;
}

/** A use with its factors by location and by market. */
interface Usable {
  readonly place: Placed;
  readonly use: EnergyUse;
  readonly grid: Grid;
  readonly residual: Grid | undefined;
  /** The supplier's rate that its row states. */
  readonly rate: Grid | null;
}

/** The two factors of a market. */
type GridActivity = "grid average" | "residual mix";

interface Grid {
  readonly substance: string;
  /** Biogenic CO2, in the unit of the factor. */
  readonly biogenic: number;
  readonly factor: number;
  readonly factorUnit: string;
  readonly source: Sentence;
  readonly valueStatus: Evidence | null;
  readonly why: Message;
  readonly way: CompanyLine["way"];
  readonly trap: Message | null;
}

/** The factor of a market, as `nearestGrid` chooses it. */
function gridOf(
  activity: GridActivity,
  energy: string,
  country: string,
  province: string | null,
  { factors, residual, year, metric, acceptMetrics }: EnergySources,
): Grid | undefined {
  const candidates = factors.filter(
    (factor) => factor.scope === 2 && factor.categories.includes(energy) && factor.activity.toLowerCase() === activity,
  );
  const isResidual = activity === "residual mix";
  // A market for instruments, and so its residual mix, is a whole country.
  const found = nearestGrid(candidates, { country, place: isResidual ? null : province, year });
  if (!found) return undefined;
  const { factor: best, fallbacks } = found;
  // A residual mix of a year before full disclosure is no stand-in.
  if (isResidual && !best.own && noResidualMix({ energy, country }, { residual, year }) !== null) return undefined;
  const substance = emittedSubstance("kWh", best.unit);
  if (!substance) throw new ScopeFactorError("unit", texts.notByEnergy({ source: best.source, unit: best.unit }));
  // Rejected here, so that the error names the row.
  weightOf(1, substance, metric, acceptMetrics);
  return {
    substance,
    biogenic: best.biogenic ?? 0,
    factor: best.value,
    factorUnit: best.unit,
    source: best.source,
    valueStatus: best.valueStatus,
    why: joinSentences(
      energy === "electricity" || best.own
        ? (best.own ? texts.ownGrid : texts.shippedGrid)({
            activity: isResidual ? residualMix() : gridAverage(),
            country: best.place ?? best.country ?? texts.anyMarket(),
            source: best.source,
          })
        : texts.shippedHeat({ energy, country: best.country, source: best.source }),
      ...fallbacks,
      best.saysMetric ? null : assumedMetric(),
    ),
    way: "activity",
    trap: best.trap,
  };
}

/** The factor that a row states, by energy. */
function ofRow(own: RowFactor, sources: EnergySources): Grid {
  const by = rowFactorByEnergy(own, sources);
  const { source } = own;
  if (!by) throw new ScopeFactorError("unit", texts.notByEnergy({ source, unit: own.parts[0]!.unit }));
  return {
    substance: by.substance,
    biogenic: by.biogenic,
    factor: by.factor,
    factorUnit: by.unit,
    source,
    valueStatus: null,
    why: reasonOf(own),
    way: own.isMarket ? "supplier" : "activity",
    trap: null,
  };
}

function ofInstrument(instrument: Instrument): Grid {
  const { kind, name, substance, biogenic, factor, factorUnit, source } = instrument;
  const covers = { certificate: texts.certificateFirst, contract: texts.contractNext, supplier: texts.supplierNext };
  const why = covers[kind]({ name });
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
  const biogenicCo2 = weight.biogenicCo2 + (grid.biogenic === 0 ? 0 : emitted(grid.biogenic));
  const { row, scope, category, activity, facility } = record;
  const { gas, co2e, metric: by } = weight;
  const { factor, factorUnit, source, valueStatus, way } = grid;
  return companyLine(
    { row, scope, category, activity, facility, amount: kWh, unit: "kWh" },
    { gas, co2e, metric: by, biogenicCo2 },
    { basis, share, way, factor, factorUnit, source, valueStatus, why: joinedOnce(grid.why, shareWhy) },
  );
}

function noGrid(energy: string, country: string, { factors, year }: EnergySources): Message {
  if (energy !== "electricity") {
    const known = factors.flatMap((of) => (of.scope === 2 && of.categories.includes(energy) ? (of.country ?? []) : []));
    if (known.length > 0) return texts.noHeat({ energy, country, known: [...new Set(known)] });
  }
  const years = factors
    .filter((factor) => factor.scope === 2 && factor.country === country && factor.categories.includes(energy))
    .map((factor) => factor.year)
    .filter((of) => of !== null);
  const wanted = { energy, country, year, oldest: OLDEST_GRID };
  if (years.length === 0) return texts.noGrid(wanted);
  return texts.noGridOfYear({ ...wanted, first: Math.min(...years), last: Math.max(...years) });
}
