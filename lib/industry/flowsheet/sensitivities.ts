import { csrFromTriplets } from "../../numeric/csr.ts";
import { factorSparse } from "../../numeric/sparse/sparse-lu.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import { checkFree, connect } from "./connected-sheet.ts";
import type { Free, Sheet } from "./sheet.ts";
import { SheetEquations } from "./sheet-equations.ts";
import type { SolvedSheet } from "./solve-flowsheet.ts";
import { startOfFree } from "./stream-values.ts";

/**
 * Derivatives of all streams of a solved sheet by numbers of its feeds or parameters of its blocks, recycles and specifications held:
 * stream → number → one derivative for each of `by`. From the equations F(x, p) = 0 at the solution, ∂F/∂x · dx/dp = −∂F/∂p (implicit
 * function theorem), with the Jacobian of Newton's method, factorised once.
 *
 * Throws IndustryError if a number of `by` is unknown or computed; SingularMatrixError if the solution is not isolated.
 */
export async function sensitivities(
  sheet: Sheet,
  solved: SolvedSheet,
  by: readonly Free[],
  work: Work = uninterrupted,
): Promise<Readonly<Record<string, readonly (readonly number[])[]>>> {
  const connected = connect(sheet);
  const { streams, sizeOf, free, sources } = connected;
  for (const each of by) checkFree(each, { blocks: sheet.blocks, sources, sizeOf });
  const extended = { ...connected, free: [...free, ...by] };
  const equations = new SheetEquations(extended);
  const n = equations.computed + free.length;
  const values = new Map(Object.entries(solved.streams));
  const start = [...Object.values(solved.free), ...startOfFree(extended).slice(free.length)];
  const {
    rows,
    columns,
    values: cells,
  } = equations.derivatives(equations.pointAt(equations.unknownsOf(values, start)));
  const square = [...cells.keys()].filter((cell) => columns[cell]! < n);
  const of = (list: readonly number[]) => square.map((cell) => list[cell]!);
  const lu = await factorSparse(csrFromTriplets(n, n, of(rows), of(columns), of(cells)), work);
  const slopes: Float64Array[] = [];
  for (const k of by.keys()) {
    const right = new Float64Array(n);
    for (const [cell, column] of columns.entries()) if (column === n + k) right[rows[cell]!]! -= cells[cell]!;
    slopes.push(await lu.solve(right, work));
  }
  const own = (list: readonly Free[], stream: string, at: number) =>
    list.findIndex((each) => "stream" in each && each.stream === stream && each.at === at);
  return Object.fromEntries(
    streams.map((stream) => {
      const offset = equations.offsets.get(stream);
      const numbers = Array.from({ length: sizeOf(stream) }, (_, at) => {
        if (offset !== undefined) return slopes.map((slope) => slope[offset + at]!);
        const changed = own(by, stream, at);
        const specified = own(free, stream, at);
        if (specified >= 0) return slopes.map((slope) => slope[equations.computed + specified]!);
        return slopes.map((_, k) => (k === changed ? 1 : 0));
      });
      return [stream, numbers];
    }),
  );
}
