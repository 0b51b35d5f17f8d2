import { messageOf } from "../message/fault.ts";
import { messages, type Sentence } from "../message/message.ts";
import { emptyCell } from "../message/row-problem.ts";
import { convert, quantity } from "../quantity/quantity.ts";
import { energies } from "./company-row.ts";
import { factorUnit } from "./scope-factor.ts";
import { emittedSubstance } from "./scope-selection.ts";
import {
  type Cells,
  notAmount,
  notEnergy,
  notNumber,
  numberOf,
  problemIn,
  type Report,
  type TableProblem,
  textOf,
} from "./table-problem.ts";

const texts = messages("company", {
  ofRow: { en: "{kind} of row {row}", zh: "第 {row} 行的{kind}" },
  supplier: { en: "supplier", zh: "供应商因子" },

  notKind: { en: "“{cell}” is not valid; expected {kinds}.", zh: "实际为“{cell}”；应为 {kinds}。" },
  notMarket: {
    en: '"{country}" is no market; an ISO 3166 code such as DEU is expected.',
    zh: "“{country}”不是市场；应为 ISO 3166 代码，如 DEU。",
  },
  instrumentOfYear: {
    en: "it is of {cell}; one of {year}, the year of the consumption, is expected.",
    zh: "属于 {cell} 年；应为消费当年 {year} 年的。",
  },
  notInstrumentFactor: {
    en: "“{cell}” is not valid; expected a number ≥ 0 (0 for wind or sun).",
    zh: "实际为“{cell}”；应为不小于 0 的数（风能或太阳能为 0）。",
  },
  aDisclosure: { en: "a registry, contract or supplier's disclosure", zh: "登记系统、合同或供应商的披露" },
  coveredEnergy: { en: "the energy that the {kind} covers", zh: "{kind}所覆盖的能量" },
  instrument: { en: "instrument", zh: "工具" },
  certificate: { en: "certificate", zh: "证书" },
  contract: { en: "contract", zh: "合同" },
  notVolumeUnit: {
    en: '"{unit}" is no unit of the volume; an energy such as MWh is expected.',
    zh: "“{unit}”不是电量的单位；应为能量单位，如 MWh。",
  },
  notFactorUnit: {
    en: '"{unit}" is not a mass of a gas by energy; a unit such as kg CO2e/kWh is expected.',
    zh: "“{unit}”不是单位能量的气体质量；应为 kg CO2e/kWh 之类的单位。",
  },
});

/** Contractual instruments in the order in which the market-based method applies them (Scope 2 Guidance, Table 6.3). */
export const instrumentKinds = ["certificate", "contract", "supplier"] as const;
export type InstrumentKind = (typeof instrumentKinds)[number];

/** A claim on the emissions of generated energy: a certificate, a contract such as a PPA, or a supplier's own rate. */
export interface Instrument {
  readonly row: number;
  readonly kind: InstrumentKind;
  readonly name: Sentence;
  readonly energy: string;
  /** Its market: ISO 3166 alpha-3. Instruments are not valid across markets. */
  readonly country: string;
  /** The facility that it is bound to; null for the whole market. */
  readonly facility: string | null;
  /** kWh; null for a supplier's rate on the uncovered rest. */
  readonly volume: number | null;
  readonly factor: number;
  readonly factorUnit: string;
  /** Substance of the factor, e.g. `CO2e AR5.GWP100`. */
  readonly substance: string;
  /** Biogenic CO2, in the unit of the factor. */
  readonly biogenic: number;
  readonly source: string;
}

/**
 * Reads instruments: columns kind, country, volume, unit (of energy), factor, factor_unit, source; optionally name, energy,
 * facility, year, biogenic (biogenic CO2, in the unit of the factor). One of another year than the inventory's is not valid
 * (Quality Criterion 4).
 */
export function readInstruments(
  rows: readonly Cells[],
  year: number,
  metric: string,
): { instruments: Instrument[]; problems: TableProblem[] } {
  const instruments: Instrument[] = [];
  const problems: TableProblem[] = [];
  rows.forEach((cells, i) => {
    const before = problems.length;
    const report: Report = (column, problem) => problems.push(problemIn("instruments", i + 1, column, problem));
    const kind = instrumentKinds.find((of) => of === textOf(cells, "kind")?.toLowerCase());
    if (!kind) report("kind", texts.notKind({ cell: textOf(cells, "kind") ?? "", kinds: instrumentKinds }));
    const country = textOf(cells, "country");
    if (country === null || !/^[A-Z]{3}$/.test(country)) report("country", texts.notMarket({ country: country ?? "" }));
    const energy = textOf(cells, "energy")?.toLowerCase() ?? "electricity";
    if (!(energies as readonly string[]).includes(energy)) report("energy", notEnergy(energy, energies));
    const ofYear = numberOf(cells, "year");
    if (ofYear !== null && ofYear !== year) report("year", texts.instrumentOfYear({ cell: String(cells.year), year }));
    const volume = volumeOf(cells, kind, report);
    const factor = numberOf(cells, "factor");
    if (factor === null || !(factor >= 0))
      report("factor", texts.notInstrumentFactor({ cell: String(cells.factor ?? "") }));
    const biogenic = numberOf(cells, "biogenic") ?? 0;
    if (Number.isNaN(biogenic)) report("biogenic", notNumber(cells.biogenic));
    const unit = unitOf(textOf(cells, "factor_unit") ?? "kg CO2e/kWh", metric, report);
    const source = textOf(cells, "source");
    if (source === null) report("source", emptyCell(texts.aDisclosure()));
    if (problems.length > before) return;
    instruments.push({
      row: i + 1,
      kind: kind!,
      name: textOf(cells, "name") ?? texts.ofRow({ kind: texts[kind!](), row: i + 1 }),
      energy,
      country: country!,
      facility: textOf(cells, "facility"),
      volume,
      factor: factor!,
      ...unit!,
      biogenic,
      source: source!,
    });
  });
  return { instruments, problems };
}

function volumeOf(cells: Cells, kind: InstrumentKind | undefined, report: Report): number | null {
  const volume = numberOf(cells, "volume");
  if (volume === null) {
    if (kind !== "supplier") report("volume", emptyCell(texts.coveredEnergy({ kind: texts[kind ?? "instrument"]() })));
    return null;
  }
  if (!(volume >= 0)) {
    report("volume", notAmount(cells.volume));
    return null;
  }
  try {
    return convert(quantity(volume, textOf(cells, "unit") ?? ""), "kWh").value;
  } catch {
    report("unit", texts.notVolumeUnit({ unit: textOf(cells, "unit") ?? "" }));
    return null;
  }
}

function unitOf(
  written: string,
  metric: string,
  report: Report,
): Pick<Instrument, "factorUnit" | "substance"> | undefined {
  try {
    const { unit } = factorUnit(written, metric);
    const substance = emittedSubstance("kWh", unit);
    if (substance) return { factorUnit: unit, substance };
    report("factor_unit", texts.notFactorUnit({ unit: written }));
  } catch (error) {
    report("factor_unit", messageOf(error));
  }
  return undefined;
}
