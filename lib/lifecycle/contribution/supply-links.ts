import type { CsrMatrix } from "../../numeric/csr.ts";

/** What an activity supplies to another, with the score that it carries. */
export interface SupplyLink {
  /** Nodes. */
  readonly supplier: number;
  readonly consumer: number;
  /** Units of the supplier's product; negative: a waste that it treats, or a credit. */
  readonly amount: number;
  /** w_i · (−a_ij) · s_j: the score of what is supplied, upstream included. */
  readonly score: number;
}

/**
 * The supplies between activities of a solved demand that carry most, the largest first. What passes through several activities is in each
 * of their supplies, so that these do not sum to the score.
 *
 * @param technosphere A, P × P, each product on the row of its activity
 * @param productScores w = q A⁻¹, P
 * @param scaling s, P
 */
export function supplyLinks(
  technosphere: CsrMatrix,
  productScores: Float64Array,
  scaling: Float64Array,
  most: number,
): SupplyLink[] {
  const links: SupplyLink[] = [];
  for (let supplier = 0; supplier < technosphere.rows; supplier++)
    for (let p = technosphere.rowStarts[supplier]!; p < technosphere.rowStarts[supplier + 1]!; p++) {
      const consumer = technosphere.columnIndices[p]!;
      const amount = -technosphere.values[p]! * scaling[consumer]!;
      const score = productScores[supplier]! * amount;
      if (consumer !== supplier && score !== 0) links.push({ supplier, consumer, amount, score });
    }
  return links.sort((a, b) => Math.abs(b.score) - Math.abs(a.score)).slice(0, most);
}
