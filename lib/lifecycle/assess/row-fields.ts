import type { BillColumns } from "./bill-columns.ts";
import { isAmount, isUnit } from "./bill-units.ts";
import { isPosition, withoutPosition } from "./line-position.ts";
import { amountFirst, inOneCell } from "./row-cells.ts";
import { writtenAmount } from "./written-amount.ts";

/** What a row says of a line, as it is written. */
export interface RowFields {
  readonly name: string;
  readonly amount: string;
  readonly unit: string;
  readonly origin: string;
  /** Whether the unit stands in a column of its own. */
  readonly hasUnitColumn: boolean;
}

/** The fields of a row by its columns; if these make no line, by what its cells are: an amount first, or a position. */
export function fieldsOf(cells: readonly string[], columns: BillColumns): RowFields {
  const own = byColumns(cells, columns);
  return isLine(own) ? own : (byKinds(cells) ?? own);
}

function byColumns(cells: readonly string[], { at }: BillColumns): RowFields {
  const cell = (k: number | undefined) => (k === undefined ? "" : (cells[k] ?? ""));
  // One cell alone: "steel 2,35 kg" or "2.35 kg steel".
  const alone = cells.length === 1 ? (amountFirst(cells[0]!) ?? inOneCell(cells[0]!)) : undefined;
  if (alone) return fields(alone.name, alone.amount);
  return { ...fields(cell(at.name), cell(at.amount), cell(at.unit), cell(at.origin)), hasUnitColumn: true };
}

const fields = (name: string, amount: string, unit = "", origin = ""): RowFields => ({
  name: withoutPosition(name),
  amount,
  unit,
  origin,
  hasUnitColumn: false,
});

function byKinds(written: readonly string[]): RowFields | undefined {
  const cells = [...written];
  while (cells.at(-1) === "") cells.pop();
  const [first = "", second = "", third = "", ...more] = cells;
  // 7; steel; 2.5; kg
  if (isPosition(first) && isName(second)) {
    const own = fields(second, third, more[0], more[1]);
    return isLine(own) ? own : undefined;
  }
  if (!isAmount(first)) return undefined;
  const hasUnit = isUnit(restOf(first));
  const own = hasUnit ? fields(second, first, "", third) : fields(third, first, second, more[0]);
  // An amount after the name would be another one.
  const isSure = isName(own.name) && (hasUnit || isUnit(second)) && !cells.slice(1).some(isAmount);
  return isSure && isLine(own) ? own : undefined;
}

const restOf = (amount: string) => {
  const written = writtenAmount(amount);
  return written.kind === "none" ? "" : written.rest;
};

const isName = (text: string) => /\p{L}/u.test(text) && !isAmount(text) && !isUnit(text);

/** An amount, or what has no letters, is no name. */
export const isNameAmount = (name: string) => !/\p{L}/u.test(name) || isAmount(name);

/**
 * Whether what stands for the unit is one: after an amount a known one, in a column of units any one word, which names no thing beside it.
 *
 * @param rest what follows the number in the cell of the amount.
 */
export function isUnitOf({ unit, hasUnitColumn }: Pick<RowFields, "unit" | "hasUnitColumn">, rest: string): boolean {
  if (rest !== "" && !isUnit(rest) && unit === "") return false;
  return (
    unit === "" || isUnit(unit) || (hasUnitColumn && /^\p{L}[\p{L}\d²³.*^·-]*(?:\/\p{L}[\p{L}\d²³]*)?$/u.test(unit))
  );
}

/** Whether fields are of a line: what is in the places of its name, amount and unit can be that. */
function isLine({ name, amount, unit, hasUnitColumn }: RowFields): boolean {
  const written = writtenAmount(amount);
  if (name === "" || isNameAmount(name) || written.kind === "none") return false;
  return isUnitOf({ unit, hasUnitColumn }, written.rest);
}
