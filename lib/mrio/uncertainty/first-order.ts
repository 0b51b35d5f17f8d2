import type { DenseMatrix } from "../../numeric/matrix.ts";
import { dense } from "../../numeric/matrix.ts";
import type { Work } from "../../numeric/work.ts";
import { type CellErrors, deliveryCellErrors, demandCellErrors } from "./cell-covariance.ts";
import type { CheckedSource } from "./error-source.ts";
import type { FootprintBase } from "./footprint-base.ts";
import { type SharedErrors, sharedErrors } from "./shared-derivatives.ts";

/** The effect of one source on the accounts, to first order: outputs are D_cba of every region, then D_pba (2R). */
export interface SourceEffect {
  readonly source: CheckedSource;
  /** 2R × 2R, in squares of the unit of F. */
  readonly covariance: DenseMatrix;
  /** Null if every cell has its own error. */
  readonly shared: SharedErrors | null;
  readonly cells: CellErrors | null;
}

/** The effect of each source by the adjoint: no solve beyond that of the accounts. */
export async function effectsOf(
  base: FootprintBase,
  sources: readonly CheckedSource[],
  work: Work,
): Promise<SourceEffect[]> {
  const effects: SourceEffect[] = [];
  for (const source of sources) {
    effects.push(await effectOf(base, source, work));
    await work.pause();
  }
  return effects;
}

async function effectOf(base: FootprintBase, source: CheckedSource, work: Work): Promise<SourceEffect> {
  // One number per sector: the cells of the satellite account are its rows.
  if (source.shared === "cell" && source.part !== "F") {
    const cells = await (source.part === "Z" ? deliveryCellErrors(base, source, work) : demandCellErrors(base, source));
    return { source, covariance: padded(cells.covariance), shared: null, cells };
  }
  const shared = await sharedErrors(base, source, work);
  return { source, covariance: covarianceOf(shared), shared, cells: null };
}

/** Gᵀ diag(s²) G over the variables, or those selected. */
export function covarianceOf(
  { derivative, sd }: SharedErrors,
  isSelected: (v: number) => boolean = () => true,
): DenseMatrix {
  const { rows, columns: width, data } = derivative;
  const covariance = dense(width, width);
  for (let v = 0; v < rows; v++) {
    const variance = sd[v]! ** 2;
    if (variance === 0 || !isSelected(v)) continue;
    for (let a = 0; a < width; a++) {
      const left = variance * data[v * width + a]!;
      if (left === 0) continue;
      for (let b = 0; b < width; b++) covariance.data[a * width + b]! += left * data[v * width + b]!;
    }
  }
  return covariance;
}

/** The R × R covariance of D_cba within 2R × 2R: errors of Z and Y do not affect D_pba. */
function padded(covariance: DenseMatrix): DenseMatrix {
  const R = covariance.columns;
  const whole = dense(2 * R, 2 * R);
  for (let c = 0; c < R; c++) whole.data.set(covariance.data.subarray(c * R, (c + 1) * R), c * 2 * R);
  return whole;
}
