import { messages } from "../message/message.ts";
import type { Instrument } from "./instruments.ts";
import { instrumentKinds } from "./instruments.ts";
import { problemIn, type TableProblem } from "./table-problem.ts";

const texts = messages("company", {
  market: { en: "{energy} in {country}", zh: "{country} 的 {energy}" },
  marketAt: { en: "{energy} in {country} at {facility}", zh: "{country}（{facility}）的 {energy}" },
  nothingToCover: {
    en: 'there is no use of {market} that "{name}" could cover; the market, energy and facility of a row of scope 2 are expected.',
    zh: "没有“{name}”可以覆盖的{market}用量；应为范围二某一行的市场、能源和设施。",
  },
  coversTooMuch: {
    en: '{volume} kWh of "{name}" are more than the {open} kWh of {market} that are left to cover ({used} kWh used); at most {open} kWh are expected. It is left out.',
    zh: "“{name}”的 {volume} kWh 多于{market}尚待覆盖的 {open} kWh（用量 {used} kWh）；应不超过 {open} kWh。未计入。",
  },
});

/** A use of purchased energy, in kWh. */
export interface EnergyUse {
  readonly row: number;
  readonly energy: string;
  readonly country: string;
  readonly facility: string | null;
  readonly supplier: string | null;
  readonly kWh: number;
}

/** The part of a use that an instrument covers. */
export interface Cover {
  readonly instrument: Instrument;
  readonly kWh: number;
}

export interface Coverage {
  /** By the row of the use. The uncovered rest uses the residual mix. */
  readonly covers: ReadonlyMap<number, readonly Cover[]>;
  readonly problems: readonly TableProblem[];
}

/**
 * Assigns instruments to the uses of their market, kind by kind in the order of the Scope 2 Guidance (certificates, contracts,
 * suppliers' rates), those bound to a facility first. No kilowatt-hour is covered twice. An instrument of more than the
 * uncovered use is left out and named: the surplus would belong to another company.
 */
export function coverUses(uses: readonly EnergyUse[], instruments: readonly Instrument[]): Coverage {
  const left = new Map(uses.map(({ row, kWh }) => [row, kWh]));
  const covers = new Map<number, Cover[]>(uses.map(({ row }) => [row, []]));
  const problems: TableProblem[] = [];
  const rank = ({ kind, facility }: Instrument) => 2 * instrumentKinds.indexOf(kind) + (facility === null ? 1 : 0);
  for (const instrument of [...instruments].sort((a, b) => rank(a) - rank(b))) {
    const mine = uses.filter((use) => isFor(instrument, use));
    const open = mine.reduce((sum, { row }) => sum + left.get(row)!, 0);
    const { energy, country, facility, name } = instrument;
    const market = facility ? texts.marketAt({ energy, country, facility }) : texts.market({ energy, country });
    if (mine.length === 0) {
      problems.push(problemIn("instruments", instrument.row, "country", texts.nothingToCover({ market, name })));
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
          texts.coversTooMuch({ volume: instrument.volume, name, open, market, used }),
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

/** A supplier's rate with a named supplier applies only to rows that name that supplier. */
function isFor(instrument: Instrument, use: EnergyUse): boolean {
  return (
    instrument.energy === use.energy &&
    instrument.country === use.country &&
    (instrument.facility === null || instrument.facility === use.facility) &&
    (instrument.kind !== "supplier" || use.supplier === null || use.supplier === instrument.name)
  );
}
