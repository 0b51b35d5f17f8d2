import type { Instrument } from "./instruments.ts";
import { instrumentKinds } from "./instruments.ts";
import { problemIn, type TableProblem } from "./table-problem.ts";

/** A use of purchased energy, in kWh. */
export interface EnergyUse {
  readonly row: number;
  readonly energy: string;
  readonly country: string;
  readonly facility: string | null;
  readonly supplier: string | null;
  readonly kWh: number;
}

/** A part of a use that an instrument covers. */
export interface Cover {
  readonly instrument: Instrument;
  readonly kWh: number;
}

export interface Coverage {
  /** By the row of the use. What they leave takes the residual mix. */
  readonly covers: ReadonlyMap<number, readonly Cover[]>;
  readonly problems: readonly TableProblem[];
}

/**
 * Lays instruments over the uses of their market, kind by kind in the order of the Scope 2 Guidance (certificates, contracts,
 * suppliers' rates), those bound to a facility first. No kilowatt-hour is covered twice. An instrument of more than is left to
 * cover is left out and named: what it claims too much would belong to somebody else.
 */
export function coverUses(uses: readonly EnergyUse[], instruments: readonly Instrument[]): Coverage {
  const left = new Map(uses.map(({ row, kWh }) => [row, kWh]));
  const covers = new Map<number, Cover[]>(uses.map(({ row }) => [row, []]));
  const problems: TableProblem[] = [];
  const rank = ({ kind, facility }: Instrument) => 2 * instrumentKinds.indexOf(kind) + (facility === null ? 1 : 0);
  for (const instrument of [...instruments].sort((a, b) => rank(a) - rank(b))) {
    const mine = uses.filter((use) => isFor(instrument, use));
    const open = mine.reduce((sum, { row }) => sum + left.get(row)!, 0);
    const where = `${instrument.energy} in ${instrument.country}${instrument.facility ? ` at ${instrument.facility}` : ""}`;
    if (mine.length === 0) {
      problems.push(
        problemIn(
          "instruments",
          instrument.row,
          "country",
          `there is no use of ${where} that "${instrument.name}" could cover; the market, energy and facility of a row of scope 2 are expected.`,
        ),
      );
      continue;
    }
    const volume = instrument.volume ?? open;
    // A sum of rows in kWh may differ from the volume in its last digit.
    if (volume > open * (1 + 1e-12)) {
      const used = mine.reduce((sum, { kWh }) => sum + kWh, 0);
      problems.push(
        problemIn(
          "instruments",
          instrument.row,
          "volume",
          `${instrument.volume} kWh of "${instrument.name}" are more than the ${open} kWh of ${where} that are left to cover (${used} kWh used); at most ${open} kWh are expected. It is left out.`,
        ),
      );
      continue;
    }
    let rest = volume;
    for (const { row } of mine) {
      const kWh = Math.min(rest, left.get(row)!);
      if (kWh <= 0) continue;
      covers.get(row)!.push({ instrument, kWh });
      left.set(row, left.get(row)! - kWh);
      rest -= kWh;
    }
  }
  return { covers, problems };
}

/** A supplier's rate serves only the rows that name the supplier, where it is named. */
function isFor(instrument: Instrument, use: EnergyUse): boolean {
  return (
    instrument.energy === use.energy &&
    instrument.country === use.country &&
    (instrument.facility === null || instrument.facility === use.facility) &&
    (instrument.kind !== "supplier" || use.supplier === null || use.supplier === instrument.name)
  );
}
