import type { DenseMatrix } from "../../numeric/matrix.ts";
import { type DrawnFigure, figureOf } from "../../uncertainty/propagation/drawn-figure.ts";
import type { SourceEffect } from "./first-order.ts";
import type { FootprintBase } from "./footprint-base.ts";
import type { Linearisation } from "./linearisation.ts";

export interface RegionFootprint {
  readonly region: string;
  readonly D_pba: DrawnFigure;
  readonly D_cba: DrawnFigure;
  /** 100 (D_cba − D_pba) / D_pba, per cent; null if D_pba is 0. */
  readonly adjustment: DrawnFigure | null;
  /** By source, the share of the variance of D_cba and of the adjustment; sources are independent, so they sum to 1. */
  readonly shares: readonly { readonly source: string; readonly D_cba: number; readonly adjustment: number }[];
  /** Null without exact draws. */
  readonly linearisation: Linearisation | null;
}

/** The figures of region r from its draws, and its shares from the covariances (2R × 2R). */
export function regionOf(
  region: string,
  r: number,
  base: FootprintBase,
  effects: readonly SourceEffect[],
  total: DenseMatrix,
  results: DenseMatrix,
  linearisation: Linearisation | null,
): RegionFootprint {
  const { columns: draws, data } = results;
  const R = base.D_cba.length;
  const [consumed, produced] = [base.D_cba[r]!, base.D_pba[r]!];
  const [cba, pba] = [r, R + r].map((o) => data.subarray(o * draws, (o + 1) * draws)) as [Float64Array, Float64Array];
  const variance = (covariance: DenseMatrix) => covariance.data[r * 2 * R + r]!;
  // Percentage change of D_cba / D_pba, to first order in both.
  const [a, b] = produced === 0 ? [0, 0] : [100 / produced, (-100 * consumed) / produced ** 2];
  const ofAdjustment = ({ data: of }: DenseMatrix) => {
    const [cc, pp, cp] = [of[r * 2 * R + r]!, of[(R + r) * 2 * R + R + r]!, of[r * 2 * R + R + r]!];
    return a * a * cc + b * b * pp + 2 * a * b * cp;
  };
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
  const variances = [variance(total), ofAdjustment(total)] as const;
  return {
    region,
    D_pba: figureOf(produced, pba),
    D_cba: figureOf(consumed, cba),
    adjustment:
      produced === 0
        ? null
        : figureOf(
            (consumed / produced - 1) * 100,
            cba.map((value, d) => (value / pba[d]! - 1) * 100),
          ),
    shares: effects.map(({ source, covariance }) => ({
      source: source.name,
      D_cba: share(variance(covariance), variances[0]),
      adjustment: share(ofAdjustment(covariance), variances[1]),
    })),
    linearisation,
  };
}
