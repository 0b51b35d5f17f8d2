import { QuantityError } from "../quantity/quantity-error.ts";
import { parseUnit, type Unit } from "../quantity/unit.ts";

/**
 * The unit of a column of a dataset: one for all rows, empty if there is none; or one for each row, which depends on the text
 * in another column.
 */
export type ColumnUnit = string | UnitByRow;

export interface UnitByRow {
  /** The column on which the unit of a row depends. */
  readonly column: string;
  /** How the dataset says it, where rows of several units have none in common. */
  readonly declared: string;
  /** The unit of a row from the text in that column. */
  unitOf(text: string): string;
}

/** Units of catalogues that are phrases. */
const phrases: ReadonlyMap<string, string> = new Map([
  ["none", ""],
  ["count", "1"],
  ["million USD (current, basic prices)", "MUSD"],
  ["million US$, current", "MUSD"],
  ["million 2017 US$", "MUSD 2017"],
  ["million 2017 US$ at PPP", "MUSD 2017 PPP"],
]);

const METRIC = /^(.*CO2e) \((GWP\d+) of (AR\d)(?:, [\d.]+)?\)(.*)$/;

/** Columns that name the gas of a row. */
const gasColumns = ["gas", "substance"];

/** Reads the unit that a dataset declares, in the notation of `lib/quantity` where that can say it; `columns` are its columns. */
export function readColumnUnit(declared: string | undefined, columns: readonly string[]): ColumnUnit {
  if (declared === undefined) return "";
  const phrase = phrases.get(declared);
  if (phrase !== undefined) return phrase;
  const [, refersTo] = /^(?:see|in the) (?:column )?(\w+)$/.exec(declared) ?? [];
  if (refersTo !== undefined && columns.includes(refersTo))
    return { column: refersTo, declared, unitOf: (text) => text };
  const [, prefix, completedBy] = /^(\w+)(?:,| of the unit) in (?:the )?column (\w+)$/.exec(declared) ?? [];
  if (completedBy !== undefined && columns.includes(completedBy)) {
    const mass = `${prefix} `;
    return { column: completedBy, declared, unitOf: (text) => (text.startsWith(mass) ? text : mass + text) };
  }
  const gas = gasColumns.find((each) => columns.includes(each));
  if (gas !== undefined && declared.includes(" of the gas"))
    return { column: gas, declared, unitOf: (text) => declared.replace("of the gas", text) };
  const [, mass, metric, report, rest] = METRIC.exec(declared) ?? [];
  return mass === undefined ? declared : `${mass} ${report}.${metric}${rest}`;
}

/** The unit of a text, or undefined if it is none that quantities have. */
export function unitRead(text: string): Unit | undefined {
  try {
    return text === "" ? undefined : parseUnit(text);
  } catch (error) {
    if (error instanceof QuantityError) return undefined;
    throw error;
  }
}
