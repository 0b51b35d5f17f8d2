import { type Message, messages } from "../message/message.ts";
import { type CompanyLine, companyLine, weightOf } from "./company-line.ts";
import type { CompanyRecord } from "./company-row.ts";
import { joinedOnce } from "./joined-once.ts";
import type { RowFactor } from "./row-factor.ts";
import { assumedMetric } from "./scope-factor.ts";
import { emittedSubstance, tonnesOf } from "./scope-selection.ts";

const texts = messages("company", {
  byRowFactor: { en: "The row’s own factor ({source}).", zh: "取该行的自有因子（{source}）。" },
  bySupplier: {
    en: "The row’s own factor, a supplier’s ({source}).",
    zh: "取该行自有的供应商因子（{source}）。",
  },
});

interface Placed {
  readonly record: CompanyRecord;
  readonly share: number;
  readonly shareWhy: Message;
}

interface Metrics {
  readonly metric: string;
  readonly acceptMetrics: readonly string[];
}

/** By source, so that all lines of one share their sentence. */
const reasons = new WeakMap<RowFactor, Message>();

/** Why a row has its factor. */
export function reasonOf(factor: RowFactor): Message {
  const known = reasons.get(factor);
  if (known) return known;
  const said = (factor.isMarket ? texts.bySupplier : texts.byRowFactor)({ source: factor.source });
  const why = factor.parts.every(({ saysMetric }) => saysMetric) ? said : joinedOnce(said, assumedMetric());
  reasons.set(factor, why);
  return why;
}

/** A row by the factor that it states: a line for each of its gases. */
export function rowFactorLines(
  { record, share, shareWhy }: Placed,
  factor: RowFactor,
  basis: CompanyLine["basis"],
  { metric, acceptMetrics }: Metrics,
): CompanyLine[] {
  return factor.parts.map(({ value, unit }) => {
    const substance = emittedSubstance(record.unit, unit)!;
    const tonnes = tonnesOf(record.amount, record.unit, value, unit) * share;
    return companyLine(record, weightOf(tonnes, substance, metric, acceptMetrics), {
      basis,
      share,
      way: factor.isMarket ? "supplier" : "activity",
      factor: value,
      factorUnit: unit,
      source: factor.source,
      valueStatus: null,
      why: joinedOnce(reasonOf(factor), shareWhy),
    });
  });
}

/** The factor of a row by energy, its gases together; null if it is by something else. */
export function rowFactorByEnergy(
  { parts }: RowFactor,
  { metric, acceptMetrics }: Metrics,
): { readonly substance: string; readonly factor: number; readonly unit: string; readonly biogenic: number } | null {
  const found = parts.map(({ value, unit }) => ({ value, unit, substance: emittedSubstance("kWh", unit) }));
  const [first, ...others] = found;
  if (!first || found.some(({ substance }) => substance === undefined)) return null;
  const weights = found.map(({ value, unit, substance }) =>
    weightOf(tonnesOf(1, "kWh", value, unit), substance!, metric, acceptMetrics),
  );
  if (others.length === 0) return { substance: first.substance!, factor: first.value, unit: first.unit, biogenic: 0 };
  const [co2e, biogenic] = weights.reduce(([all, living], of) => [all + of.co2e, living + of.biogenicCo2], [0, 0]);
  // Of one unit, as the biogenic part of a grid is counted in the unit of its factor.
  return {
    substance: `CO2e ${metric}`,
    factor: co2e! * 1000,
    unit: `kg CO2e ${metric}/kWh`,
    biogenic: biogenic! * 1000,
  };
}
