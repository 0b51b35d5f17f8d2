import { z } from "zod";
import { messages } from "../../message/message.ts";
import { type Matrix, toCsr } from "../../numeric/csr.ts";
import { dense } from "../../numeric/matrix.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { InputOf } from "../../tool/shape.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { forRow, solveProductScores } from "../product-system.ts";
import { preparedSectors } from "./sector-output.ts";

const texts = messages("lifecycle.pathExchange", {
  square: {
    en: "A_io is {rows} × {columns}; expected as many rows as columns.",
    zh: "A_io 为 {rows} × {columns}，行数与列数应相等。",
  },
  length: {
    en: "{field} has {count} entries, but A_io has {size} sectors.",
    zh: "{field} 有 {count} 项，而 A_io 有 {size} 个部门。",
  },
  notFinite: {
    en: "{field} contains a value that is not a finite number.",
    zh: "{field} 中含有非有限数。",
  },
  empty: {
    en: "Path {at} is empty; begin with the sector that is demanded.",
    zh: "路径 {at} 为空；请以最终需求的部门开头。",
  },
  noSector: {
    en: "Path {at} names sector {sector}; there are sectors 0 … {last}.",
    zh: "路径 {at} 中的部门 {sector} 不存在；部门编号为 0 … {last}。",
  },
  value: {
    en: "The process value of path {at} is {value}; expected a finite number.",
    zh: "路径 {at} 的过程数据应为有限数，实际为 {value}。",
  },
  twice: {
    en: "Paths {first} and {second} are the same; one chain is replaced once.",
    zh: "路径 {first} 与 {second} 相同；同一条链只能替换一次。",
  },
  nested: {
    en: "Path {second} lies upstream of path {first}, which is replaced with its upstream: it would be replaced twice.",
    zh: "路径 {second} 位于路径 {first} 的上游，而后者连同上游一并替换：该部分会被替换两次。",
  },
});

/** Process data in the place of a chain of sectors. */
export const pathReplacementShape = z.strictObject({
  /** Indices: the demanded sector, what supplies it, and so on to the sector whose flows are replaced. */
  path: z
    .array(z.int())
    .describe("Sectors, from 0: the demanded one, what supplies it, and so on to the one that is replaced"),
  value: z.number().describe("What process data give for it, for the whole demand, in the unit of the score"),
  /** Whether the value includes everything upstream of the path's last sector, or its own flows alone. */
  upstream: z.boolean().describe("Whether the value includes everything upstream of the last sector of the path"),
});
export type PathReplacement = InputOf<typeof pathReplacementShape>;

export interface ExchangedPath extends PathReplacement {
  /** Money that flows along the path, y a … a. */
  readonly flow: number;
  /** What the table gives for what is replaced. */
  readonly replaced: number;
}

export interface PathExchange {
  /** io − replaced + added. */
  readonly total: number;
  /** The score of the demand by the table alone. */
  readonly io: number;
  readonly replaced: number;
  readonly added: number;
  /** What stays of the table: io − replaced. */
  readonly remaining: number;
  readonly paths: readonly ExchangedPath[];
  readonly residual: number;
}

/**
 * Path exchange: the score of a demand by an input–output table, in which chains are replaced by process data. A path's flow is
 * y_i a_ji a_kj …; its own flows are D_k times that, with their upstream M_k times that, M = D (I − A)⁻¹. What is replaced must be
 * mutually exclusive. Throws LifecycleError, which names the paths, if it is not.
 *
 * Treloar (1997); Lenzen, Crawford (2009), doi:10.1021/es902090z.
 *
 * @param direct D, n: own flows per unit of output of one indicator. @param demand y, n.
 */
export async function pathExchange(
  A: Matrix,
  direct: Float64Array,
  demand: Float64Array,
  replacements: readonly PathReplacement[],
  work: Work = uninterrupted,
): Promise<PathExchange> {
  const n = A.rows;
  if (A.columns !== n) throw new LifecycleError("A_io", texts.square({ rows: n, columns: A.columns }));
  for (const [field, vector] of [["intensities", direct] as const, ["demand", demand] as const]) {
    if (vector.length !== n) throw new LifecycleError(field, texts.length({ field, count: vector.length, size: n }));
    if (!vector.every(Number.isFinite)) throw new LifecycleError(field, texts.notFinite({ field }));
  }
  const a = toCsr(A);
  if (!a.values.every(Number.isFinite)) throw new LifecycleError("A_io", texts.notFinite({ field: "A_io" }));
  checkPaths(replacements, n);
  const { scores, residual } = await solveProductScores(preparedSectors(a), dense(1, n, direct), work);
  const multipliers = scores.data;
  const io = demand.reduce((sum, amount, i) => sum + amount * multipliers[i]!, 0);
  const paths = replacements.map((replacement): ExchangedPath => {
    const { path, upstream } = replacement;
    let flow = demand[path[0]!]!;
    for (let step = 1; step < path.length; step++) {
      let coefficient = 0;
      forRow(a, path[step]!, (j, value) => {
        if (j === path[step - 1]) coefficient = value;
      });
      flow *= coefficient;
    }
    return { ...replacement, flow, replaced: flow * (upstream ? multipliers : direct)[path.at(-1)!]! };
  });
  const replaced = paths.reduce((sum, each) => sum + each.replaced, 0);
  const added = paths.reduce((sum, each) => sum + each.value, 0);
  return { total: io - replaced + added, io, replaced, added, remaining: io - replaced, paths, residual };
}

function checkPaths(replacements: readonly PathReplacement[], n: number): void {
  for (const [at, { path, value }] of replacements.entries()) {
    if (path.length === 0) throw new LifecycleError("replacements", texts.empty({ at }));
    const sector = path.find((each) => !(Number.isInteger(each) && each >= 0 && each < n));
    if (sector !== undefined) throw new LifecycleError("replacements", texts.noSector({ at, sector, last: n - 1 }));
    if (!Number.isFinite(value)) throw new LifecycleError("replacements", texts.value({ at, value }));
  }
  const known = new Map<string, number>();
  for (const [second, { path }] of replacements.entries()) {
    const key = path.join(" ");
    const first = known.get(key);
    if (first !== undefined) throw new LifecycleError("replacements", texts.twice({ first, second }));
    known.set(key, second);
  }
  for (const [second, { path }] of replacements.entries())
    for (let length = 1; length < path.length; length++) {
      const first = known.get(path.slice(0, length).join(" "));
      if (first !== undefined && replacements[first]!.upstream)
        throw new LifecycleError("replacements", texts.nested({ first, second }));
    }
}
