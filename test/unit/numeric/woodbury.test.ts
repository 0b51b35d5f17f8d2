import fc from "fast-check";
import { expect, test } from "vitest";
import { leontiefSystem } from "../../../lib/numeric/leontief.ts";
import { SingularMatrixError } from "../../../lib/numeric/lu.ts";
import { dense } from "../../../lib/numeric/matrix.ts";
import { prepareWoodbury } from "../../../lib/numeric/woodbury.ts";
import { coefficients, random } from "./builds.ts";

const a = coefficients(31, 5, 12);
const n = a.rows;

test("a frame is the solution of the changed table, plain and transposed, for any strengths", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer(),
      async (r, w, seed) => {
        const u = random(seed, n, r);
        const v = random(seed + 1, n, r);
        for (const { data } of [u, v]) for (let p = 0; p < data.length; p++) data[p]! *= 0.1;
        const theta = random(seed + 2, 1, r).data;
        const changed = dense(n, n, a.data.slice());
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) {
            for (let t = 0; t < r; t++) changed.data[i * n + j]! += u.data[i * r + t]! * theta[t]! * v.data[j * r + t]!;
          }
        }
        const b = random(seed + 3, n, w);
        const [before, after] = [leontiefSystem(a, 12), leontiefSystem(changed, 12)];
        for (const transposed of [false, true]) {
          const solve = (system: typeof before) => (transposed ? system.solveTransposed(b) : system.solve(b));
          const update = await prepareWoodbury(before, { u, v }, (await solve(before)).x, undefined, transposed);
          const wanted = (await solve(after)).x;
          const size = wanted.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
          // Both sides are solved to 1e-14; near a singular change the small system loses some digits more.
          update.frame(theta).data.forEach((value, p) => {
            expect(Math.abs(value - wanted.data[p]!) / size).toBeLessThan(1e-10);
          });
          expect(await update.check(theta)).toBeLessThan(1e-10 * Math.max(1, size));
          expect(update.rank).toBe(r);
        }
      },
    ),
    { numRuns: 20 },
  );
});

test("a strength of zero leaves the base, and one that makes the table singular is refused", async () => {
  const system = leontiefSystem(dense(3, 3), 1);
  const [u, v] = [dense(3, 1), dense(3, 1)];
  u.data[1] = 1;
  v.data[1] = 1;
  const base = dense(3, 1, Float64Array.of(1, 2, 3));
  const update = await prepareWoodbury(system, { u, v }, base);
  expect(Array.from(update.frame([0]).data)).toEqual([1, 2, 3]);
  expect(Array.from(update.frame([0.5]).data)).toEqual([1, 4, 3]);
  expect(() => update.frame([1])).toThrow(SingularMatrixError);
  expect(() => update.frame([1, 2])).toThrow("2 strengths were given for 1 changes.");
});
