import { type Message, type MessageValue, messages } from "../message/message.ts";
import { someOf } from "../message/some-of.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { calcInverseOutput } from "./coefficients.ts";
import { type InputOutputTable, labelOf } from "./table.ts";
import { sumTable, type TableSums } from "./table-sums.ts";

const texts = messages("mrio", {
  millions: { en: "{amount} million {currency}", zh: "{amount} 百万 {currency}" },
  zeroOutput: {
    en: "Output is zero in {count} {count:sector|sectors}: {names}. Coefficients and intensities there are zero (1/x → 0){emitted}{supplied}.",
    zh: "{count} 个部门的总产出为零：{names}。相应的系数和强度为零（1/x → 0）{emitted}{supplied}。",
  },
  lostEmissions: {
    en: "; emissions recorded in {names} reach no consumer",
    zh: "；{names} 所记录的排放不归于任何消费者",
  },
  lostDeliveries: {
    en: "; what is delivered to {names} is called for by no final demand",
    zh: "；供给 {names} 的投入不由任何最终需求引起",
  },
  negativeOutput: {
    en: "Output is negative in {names}; it was used unchanged.",
    zh: "{names} 的总产出为负，按原值使用。",
  },
  negativeDemand: {
    en: "Final demand has negative cells (as a rule, stocks drawn down) in {count} {count:row|rows}: {names}; they were kept.",
    zh: "最终需求在 {count} 行中有负值（通常为库存减少）：{names}；均予保留。",
  },
  inputsAboveOutput: {
    en: "Intermediate inputs exceed output (column of A above 1) in {names}; value added is negative there, {total} in all.",
    zh: "{names} 的中间投入超过总产出（A 的列和大于 1）；其增加值为负，合计 {total}。",
  },
  modelledErrors: {
    en: "Consumption emissions of this model have no interval. Where tables of {from:and} were carried by GDP alone to {to}, whose table is known, {stressor} of consumption was off by more than 5 % in {names}.",
    zh: "该模型的消费端排放没有置信区间。仅凭 GDP 把 {from:and} 年的表推至已有实际表的 {to} 年时，消费端 {stressor} 误差超过 5% 的区域为：{names}。",
  },
  regionError: { en: "{region} ({percent} %)", zh: "{region}（{percent}%）" },
  unbalancedRows: {
    en: "Given output differs from sales (row of Z and Y) in {count} {count:row|rows}, by up to {percent} %: {names}{money}.",
    zh: "给定的总产出与销售合计（Z 与 Y 的行）在 {count} 行中不一致，最多相差 {percent} %：{names}{money}。",
  },
  inMoney: { en: " (in {money})", zh: "（单位：{money}）" },
});

/** A property of the table that a reader of the result must know. The table is neither clipped nor corrected. */
export interface Note {
  readonly kind:
    | "zero output"
    | "negative output"
    | "negative final demand"
    | "coefficients above one"
    | "unbalanced row"
    | "jump between years"
    | "modelled"
    | "solver"
    | "series";
  /** A sentence that names regions and sectors. */
  readonly sentence: Message;
  /** Every place concerned, with its value. */
  readonly places: readonly { readonly region: string; readonly sector: string; readonly value: number }[];
}

/** Regions are named if their stated error is larger than this share. */
const STATED = 0.05;

/** Rows are reported if their given output differs from their sales by more than this share. */
const BALANCE = 1e-6;

/**
 * Finds zero and negative output, negative final demand, columns of A above 1 (negative value added) and rows that do
 * not balance. `sums` are those of `sumTable`, if already computed.
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
  const notes: Note[] = notesOnModel(table);
  const label = (i: number) => labelOf(table, i);
  const add = (
    kind: Note["kind"],
    rows: number[],
    value: (i: number) => number,
    sentence: (names: MessageValue) => Message,
  ) => {
    if (rows.length === 0) return;
    const places = rows.map((i) => placeOf(table, i, value(i)));
    notes.push({ kind, sentence: sentence(someOf(rows.map(label))), places });
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
      texts.zeroOutput({
        count: zero.length,
        names,
        emitted: emitting.length > 0 ? texts.lostEmissions({ names: someOf(emitting.map(label)) }) : "",
        supplied: supplied.length > 0 ? texts.lostDeliveries({ names: someOf(supplied.map(label)) }) : "",
      }),
  );
  const negative = indices.filter((i) => x[i]! < 0);
  add(
    "negative output",
    negative,
    (i) => x[i]!,
    (names) => texts.negativeOutput({ names }),
  );

  const demand = negativeDemand(table);
  add(
    "negative final demand",
    [...demand.keys()],
    (i) => demand.get(i)!,
    (names) => texts.negativeDemand({ count: demand.size, names }),
  );

  const inverse = calcInverseOutput(x);
  const above = indices.filter((j) => inputs[j]! * inverse[j]! > 1 + 1e-9);
  const short = above.reduce((sum, j) => sum + x[j]! - inputs[j]!, 0);
  add(
    "coefficients above one",
    above,
    (j) => inputs[j]! * inverse[j]!,
    (names) =>
      texts.inputsAboveOutput({
        names,
        total: writeMoney(short.toPrecision(4), units.money),
      }),
  );

  const gaps = balanceGaps(table, sales);
  const unbalanced = indices.filter((i) => Math.abs(gaps[i]!) > BALANCE * Math.abs(x[i]!) && gaps[i] !== 0);
  const worst = unbalanced.reduce((most, i) => Math.max(most, Math.abs(gaps[i]! * inverse[i]!)), 0);
  add(
    "unbalanced row",
    unbalanced,
    (i) => gaps[i]!,
    (names) =>
      texts.unbalancedRows({
        count: unbalanced.length,
        percent: (worst * 100).toPrecision(2),
        names,
        money: units.money ? texts.inMoney({ money: units.money }) : "",
      }),
  );
  return notes;
}

/** What a modelled table is, and the errors stated of it with one place for each region. */
function notesOnModel({ modelled, regions, stressors }: InputOutputTable): Note[] {
  if (!modelled) return [];
  const { label, errors } = modelled;
  const notes: Note[] = [{ kind: "modelled", sentence: label, places: [] }];
  if (!errors) return notes;
  const { from, to, byGas } = errors;
  // One of the stressors for the sentence, the first; all are in the labels.
  const byRegion = byGas[0]!;
  const names = regions.flatMap((region, r) =>
    byRegion[r]! > STATED ? [texts.regionError({ region, percent: (byRegion[r]! * 100).toFixed(0) })] : [],
  );
  const places = regions.map((region, r) => ({ region, sector: "", value: byRegion[r]! }));
  notes.push({
    kind: "modelled",
    sentence: texts.modelledErrors({ from, to, stressor: stressors[0], names: someOf(names) }),
    places,
  });
  return notes;
}

/** x − Z 1 − Y 1 (n): the imbalance of the given output. Zero if x was computed from the rows. */
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

/** An amount in the unit of a table's flows, in words where that is millions. */
function writeMoney(amount: string, unit: string | undefined): Message | string {
  const [, currency] = /^million (\S+)$/.exec(unit ?? "") ?? [];
  return currency ? texts.millions({ amount, currency }) : unit ? `${amount} ${unit}` : amount;
}
