import { type CsrMatrix, csrFromTriplets } from "../../lib/numeric/csr.ts";
import { philox4x32 } from "../../lib/numeric/philox.ts";

/** Activities and inputs of each of the synthetic technospheres. */
export const sizes = [
  { n: 639, inputs: 6 },
  { n: 4000, inputs: 10 },
  { n: 20_000, inputs: 10 },
] as const;

/**
 * A seeded technosphere: each activity makes 1 and takes `inputs` products of others at random, of 0.05–0.95 of 1.4 / `inputs` (they sum
 * to some 0.7), so that nearly all activities depend on each other.
 */
export function syntheticTechnosphere(n: number, inputs: number): CsrMatrix {
  const words = new Uint32Array(4);
  const rows: number[] = [];
  const columns: number[] = [];
  const values: number[] = [];
  for (let j = 0; j < n; j++) {
    rows.push(j);
    columns.push(j);
    values.push(1);
    for (let k = 0; k < inputs; k++) {
      philox4x32(Uint32Array.of(j, k, n, 0), 16, 0, words);
      const i = words[0]! % n;
      if (i === j) continue;
      rows.push(i);
      columns.push(j);
      values.push(-((0.05 + (0.9 * words[1]!) / 2 ** 32) * 1.4) / inputs);
    }
  }
  return csrFromTriplets(n, n, rows, columns, values);
}
