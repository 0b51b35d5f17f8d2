/** Number, mean and sums of central powers, for mean, variance, skewness and excess kurtosis. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly m2: number;
  readonly m3: number;
  readonly m4: number;
}

export const noMoments: Moments = { n: 0, mean: 0, m2: 0, m3: 0, m4: 0 };

export function momentsOf(values: Float64Array): Moments {
  const n = values.length;
  if (n === 0) return noMoments;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  let [m2, m3, m4] = [0, 0, 0];
  for (const value of values) {
    const d = value - mean;
    m2 += d * d;
    m3 += d * d * d;
    m4 += d * d * d * d;
  }
  return { n, mean, m2, m3, m4 };
}

/**
 * The moments of two samples taken together, without the samples.
 * Pébay (2008), Sandia report SAND2008-6212; accurate for a mean far from zero.
 */
export function mergeMoments(a: Moments, b: Moments): Moments {
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const n = a.n + b.n;
  const d = b.mean - a.mean;
  const d2 = d * d;
  const cross = (a.n * b.n) / n;
  return {
    n,
    mean: a.mean + (d * b.n) / n,
    m2: a.m2 + b.m2 + d2 * cross,
    m3: a.m3 + b.m3 + (d * d2 * cross * (a.n - b.n)) / n + (3 * d * (a.n * b.m2 - b.n * a.m2)) / n,
    m4:
      a.m4 +
      b.m4 +
      (d2 * d2 * cross * (a.n * a.n - a.n * b.n + b.n * b.n)) / (n * n) +
      (6 * d2 * (a.n * a.n * b.m2 + b.n * b.n * a.m2)) / (n * n) +
      (4 * d * (a.n * b.m3 - b.n * a.m3)) / n,
  };
}

/** Variance with n − 1, skewness and excess kurtosis of the sample. */
export function shapeOf({ n, m2, m3, m4 }: Moments): { variance: number; skewness: number; kurtosis: number } {
  const spread = m2 / n;
  return {
    variance: n > 1 ? m2 / (n - 1) : 0,
    skewness: spread > 0 ? m3 / n / spread ** 1.5 : 0,
    kurtosis: spread > 0 ? m4 / n / spread ** 2 - 3 : 0,
  };
}
