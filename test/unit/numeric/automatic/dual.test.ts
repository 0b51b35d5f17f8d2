import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Arithmetic, realArithmetic } from "../../../../lib/numeric/automatic/arithmetic.ts";
import { dualArithmetic } from "../../../../lib/numeric/automatic/dual.ts";

type Model = <N>(a: Arithmetic<N>, x: readonly N[]) => N;

/** Formulas that use every operation, in a domain where all of them are smooth. */
const models: Readonly<Record<string, Model>> = {
  add: (a, [x, y]) => a.add(x!, a.add(y!, a.of(3))),
  sub: (a, [x, y]) => a.sub(a.of(2), a.sub(x!, y!)),
  mul: (a, [x, y, z]) => a.mul(a.mul(x!, y!), a.mul(z!, x!)),
  div: (a, [x, y, z]) => a.div(a.div(x!, y!), a.add(z!, a.of(1))),
  scale: (a, [x]) => a.scale(x!, -2.5),
  sum: (a, x) => a.mul(a.sum([...x, a.of(4)]), x[1]!),
  exp: (a, [x, y]) => a.exp(a.div(x!, y!)),
  log: (a, [x, y]) => a.log(a.mul(x!, y!)),
  sqrt: (a, [x, y]) => a.sqrt(a.add(x!, y!)),
  power: (a, [x, y]) => a.power(a.mul(x!, y!), 1.7),
  min: (a, [x, y]) => a.min(a.scale(x!, 10), y!),
  max: (a, [x, y]) => a.max(a.scale(x!, 10), y!),
};

const point = fc.tuple(...[1, 2, 3].map(() => fc.double({ min: 0.5, max: 3, noNaN: true })));

describe("dual numbers", () => {
  test.each(Object.entries(models))(
    "have the values of plain numbers and the slopes of central differences: %s",
    (name, model) => {
      fc.assert(
        fc.property(point, (x) => {
          // Away from the corner, where the slope is not defined.
          if (name === "min" || name === "max") fc.pre(Math.abs(10 * x[0]! - x[1]!) > 1e-3);
          const arithmetic = dualArithmetic(3);
          const result = model(
            arithmetic,
            x.map((value, at) => arithmetic.variable(at, value)),
          );
          expect(arithmetic.value(result)).toBe(model(realArithmetic, x));
          for (let at = 0; at < 3; at++) {
            const h = 1e-5;
            const moved = (by: number) =>
              model(
                realArithmetic,
                x.map((value, i) => (i === at ? value + by : value)),
              );
            const difference = (moved(h) - moved(-h)) / (2 * h);
            const slope = arithmetic.slope(result, at);
            // h² f‴ / 6 and the rounding ε f / h of a central difference are both below 1e-7 of the numbers here.
            expect(Math.abs(slope - difference)).toBeLessThan(
              1e-6 * Math.max(1, Math.abs(slope), Math.abs(result.value)),
            );
          }
        }),
      );
    },
  );

  test("of a constant have no slope", () => {
    const arithmetic = dualArithmetic(2);
    const constant = arithmetic.exp(arithmetic.mul(arithmetic.of(2), arithmetic.of(3)));
    expect(constant).toEqual({ value: Math.exp(6), slope: null });
    expect(arithmetic.slope(constant, 1)).toBe(0);
  });

  test("do not depend on what a function flattens to nothing, even where its slope is infinite", () => {
    const arithmetic = dualArithmetic(2);
    const root = arithmetic.sqrt(arithmetic.scale(arithmetic.variable(0, 0), 1));
    expect(arithmetic.slope(root, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(arithmetic.slope(root, 1)).toBe(0);
  });
});
