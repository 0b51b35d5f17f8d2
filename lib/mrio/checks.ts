import { z } from "zod";
import { messages, type Sentence } from "../message/message.ts";
import { someOf } from "../message/some-of.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { messageOut } from "../tool/outcome.ts";
import type { ResultOf } from "../tool/shape.ts";
import { calcInverseOutput } from "./coefficients.ts";
import { balanceGaps, type Note, notesOnTable } from "./notes.ts";
import { type InputOutputTable, labelOf, TableError } from "./table.ts";
import { sumTable } from "./table-sums.ts";

const said = messages("mrio", {
  otherLayout: {
    en: "The tables have {count} and {count2} rows; jumps need one layout.",
    zh: "两张表分别有 {count} 行和 {count2} 行；比较跳变需要相同的布局。",
  },
  jump: { en: "{label} ({quantity} {before} → {after})", zh: "{label}（{quantity} {before} → {after}）" },
  jumps: {
    en: "{count} quantities jump {years}: {jumps}. Ask whether the classification or the source changed before reading this as a change of the economy.",
    zh: "{years}有 {count} 个量发生跳变：{jumps}。在把它们理解为经济变化之前，请先确认分类或来源是否有变。",
  },
  oneJump: {
    en: "One quantity jumps {years}: {jumps}. Ask whether the classification or the source changed before reading this as a change of the economy.",
    zh: "{years}有一个量发生跳变：{jumps}。在把它理解为经济变化之前，请先确认分类或来源是否有变。",
  },
  betweenTables: { en: "between the two tables", zh: "两张表之间" },
  output: { en: "output", zh: "总产出" },
  intensity: { en: "intensity of {stressor}", zh: "{stressor} 强度" },
});

/** Quality checks of a table before use. */
export interface TableChecks {
  /** Σ |x − Z 1 − Y 1| / Σ |x|. */
  readonly imbalance: number;
  /** World value added relative to world final demand: (Σ v − Σ Y) / Σ Y. */
  readonly closure: number;
  /** Rows with negative value added, with the amount. */
  readonly negativeValueAdded: readonly { readonly label: string; readonly value: number }[];
  /** Columns of A with a sum above 1. */
  readonly columnsAboveOne: readonly { readonly label: string; readonly value: number }[];
  readonly zeroOutput: readonly string[];
  /** Rows with emissions but no output. */
  readonly emissionsWithoutOutput: readonly { readonly label: string; readonly value: number }[];
  readonly negativeFinalDemandCells: number;
  readonly negativeIntermediateCells: number;
  readonly notes: readonly Note[];
}

/**
 * Checks one table: the balance x = Z 1 + Y 1, value added v = x − 1ᵀ Z, the column sums of A = Z x̂⁻¹, rows of zero output
 * and negative cells. Nothing is changed. Miller & Blair (2009), chapters 2 and 4.
 */
export async function checkTable(table: InputOutputTable, work: Work = uninterrupted): Promise<TableChecks> {
  const { Z, Y, F, x } = table;
  const sums = await sumTable(Z, work);
  const n = x.length;
  const label = (i: number) => labelOf(table, i);
  const inverse = calcInverseOutput(x);
  const value = x.map((output, j) => output - sums.inputs[j]!);
  const share = sums.inputs.map((inputs, j) => inputs * inverse[j]!);
  const emitted = new Float64Array(n);
  F.data.forEach((amount, p) => {
    emitted[p % n]! += amount;
  });
  const demand = total(Y.data);
  const rows = [...x.keys()];
  // Published tables are rounded: a value added below zero by no more than the rounding of its column is not reported.
  const tolerance = (j: number) => 1e-9 * Math.abs(x[j]!);
  return {
    imbalance: shareOf(absolute(balanceGaps(table, sums.sales)), absolute(x)),
    closure: shareOf(total(value) - demand, demand),
    negativeValueAdded: rows
      .filter((j) => value[j]! < -tolerance(j))
      .map((j) => ({ label: label(j), value: value[j]! })),
    columnsAboveOne: rows.filter((j) => share[j]! > 1 + 1e-9).map((j) => ({ label: label(j), value: share[j]! })),
    zeroOutput: rows.filter((i) => x[i] === 0).map(label),
    emissionsWithoutOutput: rows
      .filter((i) => x[i] === 0 && emitted[i] !== 0)
      .map((i) => ({ label: label(i), value: emitted[i]! })),
    negativeFinalDemandCells: Y.data.reduce((count, cell) => count + (cell < 0 ? 1 : 0), 0),
    negativeIntermediateCells: sums.negativeCells,
    notes: await notesOnTable(table, work, sums),
  };
}

/** A quantity of one row that changed between two years by more than the factor. */
export const jumpShape = z.object({
  label: z.string(),
  quantity: messageOut,
  before: z.number(),
  after: z.number(),
});
export type Jump = ResultOf<typeof jumpShape>;

/**
 * Jumps between two years: output and intensity of a row that grew or shrank by more than `factor`, among rows with
 * at least `share` of world output in either year (small sectors vary strongly). Largest ratio first; a row that was
 * zero in only one year comes first.
 */
export function findJumps(before: InputOutputTable, after: InputOutputTable, factor = 3, share = 1e-5): Jump[] {
  if (before.x.length !== after.x.length) {
    throw new TableError("x", said.otherLayout({ count: before.x.length, count2: after.x.length }));
  }
  const n = before.x.length;
  const floor = [before, after].map(({ x }) => share * absolute(x));
  const jumps: Jump[] = [];
  for (let i = 0; i < n; i++) {
    const [x0, x1] = [before.x[i]!, after.x[i]!];
    if (Math.abs(x0) < floor[0]! && Math.abs(x1) < floor[1]!) continue;
    const label = labelOf(after, i);
    if (ratioOf(x0, x1) > factor) jumps.push({ label, quantity: said.output(), before: x0, after: x1 });
    before.stressors.forEach((stressor, k) => {
      const [s0, s1] = [before.F.data[k * n + i]! / x0, after.F.data[k * n + i]! / x1];
      if (x0 !== 0 && x1 !== 0 && ratioOf(s0, s1) > factor) {
        jumps.push({ label, quantity: said.intensity({ stressor }), before: s0, after: s1 });
      }
    });
  }
  return jumps.sort(
    (a, b) => ratioOf(b.before, b.after) - ratioOf(a.before, a.after) || a.label.localeCompare(b.label),
  );
}

/** The jumps as a note on a result, the largest first; no note without jumps. */
export function notesOnJumps(
  table: InputOutputTable,
  jumps: readonly Jump[],
  years: Sentence = said.betweenTables(),
): Note[] {
  if (jumps.length === 0) return [];
  const row = new Map(Array.from(table.x.keys(), (i) => [labelOf(table, i), i]));
  const N = table.sectors.length;
  const texts = jumps.map(({ label, quantity, before, after }) =>
    said.jump({ label, quantity, before: before.toPrecision(3), after: after.toPrecision(3) }),
  );
  const sentence = jumps.length === 1 ? said.oneJump : said.jumps;
  return [
    {
      kind: "jump between years",
      sentence: sentence({ count: jumps.length, years, jumps: someOf(texts) }),
      places: jumps.map(({ label, after }) => {
        const i = row.get(label)!;
        return { region: table.regions[Math.floor(i / N)]!, sector: table.sectors[i % N]!, value: after };
      }),
    },
  ];
}

/** The ratio of the larger to the smaller, at least 1; infinite if only one is zero or the sign changes. */
function ratioOf(a: number, b: number): number {
  if (a === b) return 1;
  if (a * b <= 0) return Number.MAX_VALUE;
  return Math.max(a / b, b / a);
}

/** part / whole; 0 for an empty table. */
function shareOf(part: number, whole: number): number {
  return part === 0 ? 0 : part / whole;
}

function absolute(values: Float64Array): number {
  return values.reduce((sum, value) => sum + Math.abs(value), 0);
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
