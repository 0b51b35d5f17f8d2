import { messages } from "../message/message.ts";
import { type DenseMatrix, dense } from "../numeric/matrix.ts";
import type { Accounts } from "./accounts.ts";
import { calcInverseOutput } from "./coefficients.ts";
import { TableError } from "./table.ts";

const texts = messages("mrio", {
  shareOutside: {
    en: "producerShare is {producerShare}; expected a number between 0 and 1.",
    zh: "producerShare 为 {producerShare}，应在 0 与 1 之间。",
  },
});

/**
 * Shared responsibility with a fixed share, K × R: D = α D_pba + (1 − α) D_cba, α the producer's share in [0, 1].
 * Units of F. Peters (2008), doi:10.1016/j.ecolecon.2007.10.014; Bastianoni et al. (2004).
 */
export function calcShared(D_pba: DenseMatrix, D_cba: DenseMatrix, producerShare: number): DenseMatrix {
  if (!(producerShare >= 0 && producerShare <= 1)) {
    throw new TableError("producerShare", texts.shareOutside({ producerShare }));
  }
  return dense(
    D_pba.rows,
    D_pba.columns,
    D_pba.data.map((value, p) => producerShare * value + (1 - producerShare) * D_cba.data[p]!),
  );
}

/**
 * Net transfer, K × R: D_cba − D_pba = D_imp − D_exp. Positive for a net importer of embodied emissions. Units of F.
 * Peters, Minx, Weber & Edenhofer (2011), doi:10.1073/pnas.1006388108.
 */
export function calcNetTransfer({ D_imp, D_exp }: Pick<Accounts, "D_imp" | "D_exp">): DenseMatrix {
  return dense(
    D_imp.rows,
    D_imp.columns,
    D_imp.data.map((value, p) => value - D_exp.data[p]!),
  );
}

/**
 * Bilateral balance, R × R and antisymmetric: T_oc = flow_oc − flow_co, emissions of o for c minus those of c for o.
 * Row sums are −(net transfer). Units of F.
 */
export function calcBilateralBalance(flow: DenseMatrix): DenseMatrix {
  const R = flow.rows;
  return dense(
    R,
    R,
    flow.data.map((value, p) => value - flow.data[(p % R) * R + Math.floor(p / R)]!),
  );
}

/**
 * Technology-adjusted consumption, K × R: exports are credited at the world's average intensity of each sector, so that a
 * region is neither rewarded for emission-intensive exports nor penalised for clean ones:
 *
 *     D_tcba = D_pba + D_imp − Σ over sectors s of s̄_s q_rs,   s̄_s = Σ over r of S_rs q_rs / Σ over r of q_rs
 *
 * with q_rs the output of sector s in region r required by final demand abroad. Adds up to Σ D_cba.
 * Where exported output is zero the average is zero. Units of F.
 * After Kander, Jiborn, Moran & Wiedmann (2015), doi:10.1038/nclimate2555, who average over exported products with their
 * domestic chains; here the average is of direct intensities over exported output, which needs no further solve.
 */
export function calcTechnologyAdjusted(
  result: Pick<Accounts, "S" | "xByConsumer" | "D_pba" | "D_imp">,
  N: number,
): DenseMatrix {
  const { S, xByConsumer, D_pba, D_imp } = result;
  const { rows: n, columns: R } = xByConsumer;
  const exported = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let c = 0; c < R; c++) if (c !== Math.floor(i / N)) exported[i]! += xByConsumer.data[i * R + c]!;
  }
  const world = new Float64Array(N);
  exported.forEach((output, i) => {
    world[i % N]! += output;
  });
  const inverse = calcInverseOutput(world);
  const adjusted = dense(S.rows, R);
  for (let k = 0; k < S.rows; k++) {
    const average = new Float64Array(N);
    for (let i = 0; i < n; i++) average[i % N]! += S.data[k * n + i]! * exported[i]! * inverse[i % N]!;
    for (let r = 0; r < R; r++) {
      let credit = 0;
      for (let s = 0; s < N; s++) credit += average[s]! * exported[r * N + s]!;
      adjusted.data[k * R + r] = D_pba.data[k * R + r]! + D_imp.data[k * R + r]! - credit;
    }
  }
  return adjusted;
}
