import { quantileOf } from "../../numeric/quantile.ts";

/** A figure with the statistics of its draws. lo and hi are the 2.5 % and the 97.5 % quantile. */
export interface DrawnFigure {
  /** The value of the account. */
  readonly value: number;
  readonly mean: number;
  readonly sd: number;
  readonly lo: number;
  readonly hi: number;
}

/** Mean, standard deviation and 95 % interval of draws. */
export function figureOf(value: number, draws: Float64Array): DrawnFigure {
  const n = draws.length;
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / n;
  let squares = 0;
  for (const draw of draws) squares += (draw - mean) ** 2;
  const sorted = draws.slice().sort();
  return {
    value,
    mean,
    sd: n > 1 ? Math.sqrt(squares / (n - 1)) : 0,
    lo: quantileOf(sorted, 0.025),
    hi: quantileOf(sorted, 0.975),
  };
}
