import { describe, expect, test } from "vitest";
import type { Arithmetic } from "../../../../lib/numeric/automatic/arithmetic.ts";
import type { OdeSystem } from "../../../../lib/numeric/ode/ode-system.ts";
import { linearise, rodas4Step } from "../../../../lib/numeric/ode/rodas4.ts";
import { solveStiff } from "../../../../lib/numeric/ode/solve-stiff.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";

/** y′ = y² e^(−t) − y / 2, a Riccati equation in closed form: 1/y = e^(t/2) (1/y₀ − (1 − e^(−3t/2)) · 2/3). */
const riccati: OdeSystem = {
  size: 1,
  derivative: (a, t, [y]) => [a.sub(a.mul(a.mul(y!, y!), a.exp(a.scale(t, -1))), a.scale(y!, 0.5))],
};
const riccatiAt = (t: number) => 1 / (Math.exp(t / 2) * (2 - ((1 - Math.exp(-1.5 * t)) * 2) / 3));

/** A stiff path: y′ = −10⁶ (y − cos t) − sin t, y = cos t (Prothero, Robinson). */
const path: OdeSystem = {
  size: 2,
  derivative<N>(a: Arithmetic<N>, t: N, [y, s]: readonly N[]) {
    // cos t by its own linear system would stiffen nothing: it is given by its series, exact in double precision on [0, 1].
    const square = a.mul(t, t);
    let [cosine, sine, term] = [a.of(1), a.of(0), a.of(1)];
    for (let k = 1; k < 12; k++) {
      sine = a.add(sine, a.scale(a.mul(term, t), 1 / (2 * k - 1)));
      term = a.scale(a.mul(term, square), -1 / ((2 * k - 1) * (2 * k)));
      cosine = a.add(cosine, term);
    }
    return [a.sub(a.scale(a.sub(y!, cosine), -1e6), sine), a.scale(s!, -1)];
  },
};

async function fixed(system: OdeSystem, start: readonly number[], to: number, count: number) {
  let y = Float64Array.from(start);
  const h = to / count;
  for (let k = 0; k < count; k++) {
    const step = await rodas4Step(system, k * h, y, h, linearise(system, k * h, y), uninterrupted);
    y = Float64Array.from(step.y);
  }
  return y;
}

/** log₂ of the ratio of errors as the step is halved. */
const orders = (errors: readonly number[]) => errors.slice(1).map((error, k) => Math.log2(errors[k]! / error));

describe("RODAS", () => {
  test("is of order 4 on a nonlinear equation that depends on time", async () => {
    const errors: number[] = [];
    for (const count of [8, 16, 32, 64])
      errors.push(Math.abs((await fixed(riccati, [0.5], 2, count))[0]! - riccatiAt(2)));
    // The next term of the error is h⁵: it bends the order by less and less.
    const [first, second, third] = orders(errors);
    expect(Math.abs(third! - 4)).toBeLessThan(0.1);
    expect(Math.abs(third! - 4)).toBeLessThan(Math.abs(second! - 4));
    expect(Math.abs(second! - 4)).toBeLessThan(Math.abs(first! - 4));
  });

  test("has an embedded solution and dense output of order 3: a step is wrong by h⁴", async () => {
    const [embedded, between]: [number[], number[]] = [[], []];
    for (const h of [0.4, 0.2, 0.1, 0.05]) {
      const y = Float64Array.of(0.5);
      const step = await rodas4Step(riccati, 0, y, h, linearise(riccati, 0, y), uninterrupted);
      embedded.push(Math.abs(step.error[0]!));
      between.push(Math.abs(step.at(0.37)[0]! - riccatiAt(0.37 * h)));
      expect(step.at(0)[0]).toBe(0.5);
      expect(step.at(1)[0]).toBe(step.y[0]);
    }
    expect(orders(embedded).at(-1)).toBeGreaterThan(3.7);
    expect(orders(between).at(-1)).toBeGreaterThan(3.6);
  });

  test("is stable on a stiff path with steps far above its time constant", async () => {
    const [y, s] = await fixed(path, [1, 1], 1, 20);
    // h is 50,000 time constants; an explicit method would have left the double range.
    expect(Math.abs(y! - Math.cos(1))).toBeLessThan(1e-7);
    expect(s).toBeCloseTo(Math.exp(-1), 6);
  });
});

describe("the stiff solver", () => {
  test("keeps the error below what is allowed, as far as a local control can", async () => {
    for (const relative of [1e-4, 1e-6, 1e-8, 1e-10]) {
      const at = [0.3, 1, 1.7, 2];
      const { states } = await solveStiff(riccati, { from: 0, to: 2, start: [0.5], relative, absolute: relative, at });
      // Errors of steps add up; dense output is one order lower than the steps.
      for (const [k, time] of at.entries())
        expect(Math.abs(states[k]![0]! - riccatiAt(time))).toBeLessThan(30 * relative);
    }
  });

  test("keeps a linear invariant to rounding", async () => {
    const cycle: OdeSystem = {
      size: 3,
      derivative(a, _, [x, y, z]) {
        const [first, second] = [a.scale(x!, 1e4), a.mul(y!, a.scale(y!, 3))];
        const third = a.scale(z!, 0.1);
        return [a.sub(third, first), a.sub(first, second), a.sub(second, third)];
      },
    };
    const { states } = await solveStiff(cycle, { from: 0, to: 50, start: [1, 0, 0], at: [0.001, 1, 50] });
    for (const state of states) expect(Math.abs(state.reduce((sum, value) => sum + value, 0) - 1)).toBeLessThan(1e-13);
  });

  test("ends steps where the derivative jumps", async () => {
    const jumping: OdeSystem = { size: 1, derivative: (a, _, [y], piece) => [a.sub(a.of(piece < 1 ? 0 : 2), y!)] };
    const { states, rejected } = await solveStiff(jumping, { from: 0, to: 3, start: [1], at: [1, 3], breaks: [1] });
    expect(states[0]![0]).toBeCloseTo(Math.exp(-1), 6);
    expect(states[1]![0]).toBeCloseTo(2 + (Math.exp(-1) - 2) * Math.exp(-2), 5);
    expect(rejected).toBeLessThan(4);
  });

  test("says where it cannot go on", async () => {
    const blowUp: OdeSystem = { size: 1, derivative: (a, _, [y]) => [a.mul(y!, y!)] };
    await expect(solveStiff(blowUp, { from: 0, to: 2, start: [1] })).rejects.toThrow(
      /does not get beyond t = 1\.0000|to get to t = /,
    );
    const root: OdeSystem = { size: 1, derivative: (a, _, [y]) => [a.scale(a.log(y!), -1)] };
    await expect(solveStiff(root, { from: 0, to: 1, start: [-1] })).rejects.toThrow(
      /derivative of state 1 is NaN at t = 0/,
    );
    await expect(
      solveStiff(riccati, { from: 0, to: 2, start: [0.5], relative: 1e-12, absolute: 1e-14, mostSteps: 5 }),
    ).rejects.toThrow(/took 5 steps/);
  });
});
