import { findCategory } from "../classification/categories.ts";
import type { Factor } from "../factors/factor.ts";
import { type Compiled, compileInventory } from "../inventory/account/compilation.ts";
import { messageOf } from "../message/fault.ts";
import { joinSentences } from "../message/join-sentences.ts";
import { type Message, messages } from "../message/message.ts";
import { problemOf } from "../message/row-problem.ts";
import { converts, valueIn } from "../quantity/quantity.ts";
import { findGas, writeSubstance } from "../quantity/substance.ts";
import { parseUnit } from "../quantity/unit.ts";
import { type CompanyLine, companyLine, weightOf } from "./company-line.ts";
import type { CompanyRecord } from "./company-row.ts";
import { joinedOnce } from "./joined-once.ts";
import { measuredSubstance } from "./measured-substance.ts";
import type { RowFactor } from "./row-factor.ts";
import { rowFactorLines } from "./row-factor-lines.ts";
import { problemIn, type TableProblem } from "./table-problem.ts";

const texts = messages("company", {
  theRow: { en: "the row itself", zh: "该行本身" },
  emissionGiven: {
    en: "The row gives the emission itself: no factor was used.",
    zh: "该行直接给出排放量：未取因子。",
  },
  massOfGas: {
    en: 'If {activity} itself is emitted, write the unit as "{unit} {gas}".',
    zh: "如果排放的就是 {activity}，请将单位写为“{unit} {gas}”。",
  },
  assumedNet: { en: "{unit} is read as net calorific value (NCV).", zh: "{unit} 按净热值（NCV）计。" },
});

/** The inputs of scope 1. */
export interface DirectSources {
  readonly year: number;
  readonly metric: string;
  readonly acceptMetrics: readonly string[];
  readonly shipped: readonly Factor[];
  readonly own: readonly Factor[];
  /** What rows state themselves, by row. */
  readonly rowFactors: ReadonlyMap<number, RowFactor>;
}

/** A record with the fields of its facility. */
export interface Placed {
  readonly record: CompanyRecord;
  readonly share: number;
  readonly shareWhy: Message;
  readonly country: string | null;
  /** ISO 3166-2. */
  readonly province: string | null;
}

interface Lines {
  readonly lines: CompanyLine[];
  readonly problems: TableProblem[];
}

/**
 * Scope 1: activities times the factors of the IPCC categories, gas by gas (E = AD × NCV × EF), the facility's own factor
 * first. A row whose unit is a mass of a gas is that gas as measured, leaked or refilled. CO2 of biomass is reported
 * separately; its CH4 and N2O are in the scope.
 */
export function directLines(placed: readonly Placed[], sources: DirectSources): Lines {
  const lines: CompanyLine[] = [];
  const problems: TableProblem[] = [];
  const known: Known = new Map();
  for (const place of placed) {
    const { record } = place;
    try {
      const own = sources.rowFactors.get(record.row);
      if (own) lines.push(...rowFactorLines(place, own, null, sources));
      else if (measuredSubstance(record.unit)) lines.push(measured(place, sources.metric, sources.acceptMetrics));
      else {
        const found = byFactors(place, sources, known);
        lines.push(...found.lines);
        problems.push(...found.problems);
      }
    } catch (error) {
      problems.push(problemIn("rows", record.row, "unit", messageOf(error)));
    }
  }
  return { lines, problems };
}

/** A line of an emission that is given as a mass. */
export function measured(place: Placed, metric: string, accepted: readonly string[]): CompanyLine {
  const { record, share, shareWhy } = place;
  const substance = measuredSubstance(record.unit)!;
  const tonnes = valueIn(record.amount, record.unit, `t ${substance}`);
  return companyLine(record, weightOf(tonnes * share, substance, metric, accepted), {
    basis: null,
    share,
    way: record.scope === 3 ? "supplier" : "direct",
    factor: null,
    factorUnit: null,
    source: record.supplier ?? texts.theRow(),
    valueStatus: null,
    why: joinedOnce(texts.emissionGiven(), shareWhy),
  });
}

/** Emissions per unit of an activity, determined once for all its rows, and the sentences on each of its gases. */
type Known = Map<string, Compiled & { readonly code: string; readonly said: readonly Said[] }>;

interface Said {
  readonly substance: string;
  readonly why: Message;
}

function compiledOnce({ record, country }: Placed, sources: DirectSources, known: Known) {
  const { category, activity, unit, technology, facility: plant, row } = record;
  const key = JSON.stringify([category, activity, unit, technology, plant, country]);
  const found = known.get(key);
  if (found) return found;
  const { year, shipped, own } = sources;
  const compiled = compileInventory(
    [{ row, category, activity, year, value: 1, unit, technology, plant, note: null }],
    { shipped, own, ...(country ? { region: country } : {}) },
  );
  const said = compiled.lines.map(({ gas, factor, why }) => {
    const basis = energyBasis(unit, factor.unit);
    return { substance: gasWithOrigin(gas, factor.unit), why: joinSentences(why, basis) };
  });
  const made = { ...compiled, code: findCategory(category).code, said };
  known.set(key, made);
  return made;
}

function byFactors(place: Placed, sources: DirectSources, known: Known): Lines {
  const { record, share, shareWhy } = place;
  const compiled = compiledOnce(place, sources, known);
  const problems = compiled.problems.map(({ column, message }) =>
    problemIn("rows", record.row, column, joinSentences(problemOf(message), massHint(record))),
  );
  const lines = compiled.lines.map(({ perUnit, factor }, at): CompanyLine => {
    const { substance, why } = compiled.said[at]!;
    const tonnes = record.amount * perUnit * 1000 * share;
    return companyLine(
      record,
      weightOf(tonnes, substance, sources.metric, sources.acceptMetrics),
      {
        basis: null,
        share,
        way: "activity",
        factor: factor.value,
        factorUnit: factor.unit,
        source: factor.source,
        valueStatus: factor.valueStatus,
        why: joinedOnce(why, shareWhy),
      },
      compiled.code,
    );
  });
  return { lines, problems };
}

/** A leak is a mass of a gas; the unit names the gas. */
function massHint({ activity, unit }: CompanyRecord): Message | null {
  const gas = findGas(activity);
  return gas && converts(unit, "kg") ? texts.massOfGas({ activity, unit, gas }) : null;
}

/** Gas bills are often in gross energy: if a row does not state the basis, the line says which was assumed. */
function energyBasis(unit: string, factor: string): Message | null {
  const { terms } = parseUnit(unit);
  const silent = terms.some(({ unit: of, substance }) => "energy" in of.dimension && substance === undefined);
  return silent && / NCV\b/.test(factor) ? texts.assumedNet({ unit }) : null;
}

/** The factor's unit says whether its CO2 is biogenic. */
function gasWithOrigin(gas: string, unit: string): string {
  const of = parseUnit(unit).terms.find(({ exponent, substance }) => exponent > 0 && substance?.kind === "gas");
  return of?.substance?.kind === "gas" ? writeSubstance({ ...of.substance, basis: "mass" }) : gas;
}

/** The kind of source of an IPCC category in the Corporate Standard's division of scope 1 (Ch 4). */
export function sourceOf(category: string): "stationary combustion" | "mobile combustion" | "process" | "fugitive" {
  if (category.startsWith("1.A.3")) return "mobile combustion";
  if (category.startsWith("1.A")) return "stationary combustion";
  return /^(1\.B|2\.[EFG])/.test(category) ? "fugitive" : "process";
}
