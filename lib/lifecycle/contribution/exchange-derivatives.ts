import type { AssessedSystem } from "../assessed-system.ts";

/**
 * ∂h/∂amount of each of the E exchanges, for one indicator: −w_i s_j through the technosphere, c_i s_j through elementary flows,
 * with c of the place of the activity, and by the part of the exchange that a node bears, with the shares of allocation fixed.
 *
 * Heijungs, Kleijn (2001), doi:10.1065/lca2000.12.045: perturbation analysis.
 *
 * @param indicator its index, m
 * @param productScores w = q A⁻¹, P
 * @param scaling s, P
 */
export function exchangeDerivatives(
  { solved: { system }, characteriser }: AssessedSystem,
  indicator: number,
  productScores: Float64Array,
  scaling: Float64Array,
): Float64Array {
  const { graph, nodes, technosphereCells, biosphereCells } = system;
  const derivatives = new Float64Array(graph.exchanges.count);
  const { exchange, row, column, factor } = technosphereCells;
  for (let at = 0; at < exchange.length; at++)
    derivatives[exchange[at]!]! -= productScores[row[at]!]! * factor[at]! * scaling[column[at]!]!;
  const known = new Map<string | null, Float64Array>();
  const factorsAt = (place: string | null) => {
    const found = known.get(place) ?? rowOf(characteriser.at(place).matrix, indicator);
    known.set(place, found);
    return found;
  };
  for (let at = 0; at < biosphereCells.exchange.length; at++) {
    const j = biosphereCells.column[at]!;
    if (scaling[j] === 0) continue;
    const { location } = graph.activities[nodes[j]!.activity]!;
    derivatives[biosphereCells.exchange[at]!]! +=
      factorsAt(location)[biosphereCells.row[at]!]! * biosphereCells.factor[at]! * scaling[j]!;
  }
  return derivatives;
}

function rowOf(matrix: AssessedSystem["direct"], m: number): Float64Array {
  const row = new Float64Array(matrix.columns);
  for (let p = matrix.rowStarts[m]!; p < matrix.rowStarts[m + 1]!; p++)
    row[matrix.columnIndices[p]!] = matrix.values[p]!;
  return row;
}
