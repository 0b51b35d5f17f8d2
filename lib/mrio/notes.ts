import { uninterrupted, type Work } from "../numeric/work.ts";
import { calcInverseOutput } from "./coefficients.ts";
import { list } from "./name-list.ts";
import { type InputOutputTable, labelOf } from "./table.ts";
import { sumTable, type TableSums } from "./table-sums.ts";

/** Something in the table that a reader of the result must know. Nothing was clipped or mended on its account. */
export interface Note {
  readonly kind:
    | "zero output"
    | "negative output"
    | "negative final demand"
    | "coefficients above one"
    | "unbalanced row"
    | "jump between years"
    | "solver"
    | "series";
  /** A sentence that names regions and sectors. */
  readonly sentence: string;
  /** Every place concerned, with the value found there. */
  readonly places: readonly { readonly region: string; readonly sector: string; readonly value: number }[];
}

/** Rows whose given output differs from their sales by more than this share of it are reported. */
const BALANCE = 1e-6;

/**
 * Looks for zero and negative output, negative final demand, columns of A above 1 (negative value added) and rows that do
 * not balance. `sums` as `sumTable` gives them, when they are at hand.
 */
export async function notesOnTable(
  table: InputOutputTable,
  work: Work = uninterrupted,
  sums?: TableSums,
): Promise<Note[]> {
  const { F, x, units } = table;
  const { inputs, sales } = sums ?? (await sumTable(table.Z, work));
  const n = x.length;
  const indices = Array.from({ length: n }, (_, i) => i);
  const notes: Note[] = [];
  const label = (i: number) => labelOf(table, i);
  const add = (
    kind: Note["kind"],
    rows: number[],
    value: (i: number) => number,
    sentence: (list: string) => string,
  ) => {
    if (rows.length === 0) return;
    const places = rows.map((i) => placeOf(table, i, value(i)));
    notes.push({ kind, sentence: sentence(list(rows.map(label))), places });
  };

  const lost = new Float64Array(n);
  for (let k = 0; k < F.rows; k++) for (let i = 0; i < n; i++) lost[i]! += Math.abs(F.data[k * n + i]!);
  const zero = indices.filter((i) => x[i] === 0);
  const emitting = zero.filter((i) => lost[i] !== 0);
  const supplied = zero.filter((i) => inputs[i] !== 0);
  add(
    "zero output",
    zero,
    (i) => lost[i]!,
    (names) =>
      `Output is zero in ${count(zero.length, "sector")}: ${names}. Coefficients and intensities there are zero (1/x → 0)${
        emitting.length > 0 ? `; emissions recorded in ${list(emitting.map(label))} reach no consumer` : ""
      }${supplied.length > 0 ? `; what is delivered to ${list(supplied.map(label))} is called for by no final demand` : ""}.`,
  );
  const negative = indices.filter((i) => x[i]! < 0);
  add(
    "negative output",
    negative,
    (i) => x[i]!,
    (names) => `Output is negative in ${names}; it was used as it stands.`,
  );

  const demand = negativeDemand(table);
  add(
    "negative final demand",
    [...demand.keys()],
    (i) => demand.get(i)!,
    (names) =>
      `Final demand has negative cells (as a rule, stocks drawn down) in ${count(demand.size, "row")}: ${names}; they were kept.`,
  );

  const inverse = calcInverseOutput(x);
  const above = indices.filter((j) => inputs[j]! * inverse[j]! > 1 + 1e-9);
  const short = above.reduce((sum, j) => sum + x[j]! - inputs[j]!, 0);
  add(
    "coefficients above one",
    above,
    (j) => inputs[j]! * inverse[j]!,
    (names) =>
      `Intermediate inputs exceed output (column of A above 1) in ${names}; value added is negative there, ${short.toPrecision(4)}${units.money ? ` ${units.money}` : ""} in all.`,
  );

  const gaps = balanceGaps(table, sales);
  const unbalanced = indices.filter((i) => Math.abs(gaps[i]!) > BALANCE * Math.abs(x[i]!) && gaps[i] !== 0);
  const worst = unbalanced.reduce((most, i) => Math.max(most, Math.abs(gaps[i]! * inverse[i]!)), 0);
  add(
    "unbalanced row",
    unbalanced,
    (i) => gaps[i]!,
    (names) =>
      `Given output differs from sales (row of Z and Y) in ${count(unbalanced.length, "row")}, by up to ${(worst * 100).toPrecision(2)} %: ${names}${units.money ? ` (in ${units.money})` : ""}.`,
  );
  return notes;
}

/** x − Z 1 − Y 1 (n): what the given output leaves unexplained. Zero when x was computed from the rows. */
export function balanceGaps({ Y, x }: Pick<InputOutputTable, "Y" | "x">, sales: Float64Array): Float64Array {
  return x.map((output, i) => {
    // The same order as calcX, so that a table without its own x balances to the last bit.
    let demand = 0;
    for (let c = 0; c < Y.columns; c++) demand += Y.data[i * Y.columns + c]!;
    return output - (sales[i]! + demand);
  });
}

/** Row → sum of its negative cells of final demand. */
function negativeDemand({ Y }: InputOutputTable): Map<number, number> {
  const found = new Map<number, number>();
  for (let i = 0; i < Y.rows; i++) {
    for (let c = 0; c < Y.columns; c++) {
      const value = Y.data[i * Y.columns + c]!;
      if (value < 0) found.set(i, (found.get(i) ?? 0) + value);
    }
  }
  return found;
}

function placeOf(table: InputOutputTable, i: number, value: number): Note["places"][number] {
  const N = table.sectors.length;
  return { region: table.regions[Math.floor(i / N)]!, sector: table.sectors[i % N]!, value };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
