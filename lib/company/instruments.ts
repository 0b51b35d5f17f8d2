import { convert, quantity } from "../quantity/quantity.ts";
import { energies } from "./company-row.ts";
import { factorUnit } from "./scope-factor.ts";
import { emittedSubstance } from "./scope-selection.ts";
import { type Cells, numberOf, problemIn, type TableProblem, textOf } from "./table-problem.ts";

/** Contractual instruments in the order in which the market-based method takes them (Scope 2 Guidance, Table 6.3). */
export const instrumentKinds = ["certificate", "contract", "supplier"] as const;
export type InstrumentKind = (typeof instrumentKinds)[number];

/** A claim on the emissions of generated energy: a certificate, a contract such as a PPA, or a supplier's own rate. */
export interface Instrument {
  readonly row: number;
  readonly kind: InstrumentKind;
  readonly name: string;
  readonly energy: string;
  /** The market that it is of: ISO 3166 alpha-3. Instruments do not cross its border. */
  readonly country: string;
  /** A facility that it is bound to; null for all of the market. */
  readonly facility: string | null;
  /** kWh; null for a supplier's rate on whatever is left. */
  readonly volume: number | null;
  readonly factor: number;
  readonly factorUnit: string;
  /** What the factor is of, e.g. `CO2e AR5.GWP100`. */
  readonly substance: string;
  /** CO2 of living matter, in the unit of the factor. */
  readonly biogenic: number;
  readonly source: string;
}

/**
 * Reads instruments: columns kind, country, volume, unit (of energy), factor, factor_unit, source; and as wished name, energy,
 * facility, year, biogenic (CO2 of living matter, in the unit of the factor). One of another year than the inventory's does not stand (Quality Criterion 4).
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
    const report = (column: string, sentence: string) =>
      problems.push(problemIn("instruments", i + 1, column, sentence));
    const kind = instrumentKinds.find((of) => of === textOf(cells, "kind")?.toLowerCase());
    if (!kind) report("kind", `"${textOf(cells, "kind") ?? ""}" came; ${instrumentKinds.join(", ")} are expected.`);
    const country = textOf(cells, "country");
    if (country === null || !/^[A-Z]{3}$/.test(country))
      report("country", `"${country ?? ""}" is no market; an ISO 3166 code such as DEU is expected.`);
    const energy = textOf(cells, "energy")?.toLowerCase() ?? "electricity";
    if (!(energies as readonly string[]).includes(energy))
      report("energy", `"${energy}" is no energy of scope 2; ${energies.join(", ")} are expected.`);
    const ofYear = numberOf(cells, "year");
    if (ofYear !== null && ofYear !== year)
      report("year", `it is of ${cells.year}; one of ${year}, the year of the consumption, is expected.`);
    const volume = volumeOf(cells, kind, report);
    const factor = numberOf(cells, "factor");
    if (factor === null || !(factor >= 0))
      report("factor", `"${cells.factor ?? ""}" came; a number of 0 or more is expected (0 for wind or sun).`);
    const biogenic = numberOf(cells, "biogenic") ?? 0;
    if (Number.isNaN(biogenic)) report("biogenic", `"${cells.biogenic}" is not a number.`);
    const unit = unitOf(textOf(cells, "factor_unit") ?? "kg CO2e/kWh", metric, report);
    const source = textOf(cells, "source");
    if (source === null) report("source", "it is empty; a registry, contract or supplier's disclosure is expected.");
    if (problems.length > before) return;
    instruments.push({
      row: i + 1,
      kind: kind!,
      name: textOf(cells, "name") ?? `${kind} of row ${i + 1}`,
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

type Report = (column: string, sentence: string) => void;

function volumeOf(cells: Cells, kind: InstrumentKind | undefined, report: Report): number | null {
  const volume = numberOf(cells, "volume");
  if (volume === null) {
    if (kind !== "supplier")
      report("volume", `it is empty; the energy that the ${kind ?? "instrument"} covers is expected.`);
    return null;
  }
  if (!(volume >= 0)) {
    report("volume", `"${cells.volume}" came; a number of 0 or more is expected.`);
    return null;
  }
  try {
    return convert(quantity(volume, textOf(cells, "unit") ?? ""), "kWh").value;
  } catch {
    report("unit", `"${textOf(cells, "unit") ?? ""}" is no unit of the volume; an energy such as MWh is expected.`);
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
    report("factor_unit", `"${written}" is not a mass of a gas by energy; a unit such as kg CO2e/kWh is expected.`);
  } catch (error) {
    report("factor_unit", (error as Error).message);
  }
  return undefined;
}
