import { describe, expect, test } from "vitest";
import type { OdeSystem } from "../../../lib/numeric/ode/ode-system.ts";
import { solveStiff } from "../../../lib/numeric/ode/solve-stiff.ts";

// Reference values: SciPy 1.17, scipy.integrate.solve_ivp with Radau, exact Jacobian, relative tolerance 1e-12 and below.

/** Robertson's reactions: A → B, 2 B → B + C, B + C → A + C. */
const robertson: OdeSystem = {
  size: 3,
  derivative(a, _, [x, y, z]) {
    const slow = a.scale(x!, 0.04);
    const back = a.mul(a.scale(y!, 1e4), z!);
    const fast = a.mul(a.scale(y!, 3e7), y!);
    return [a.sub(back, slow), a.sub(a.sub(slow, back), fast), fast];
  },
};
const robertsonStates = [
  [0.4, 0.9851721138609895, 3.3863953789748845e-5, 0.014794022185220888],
  [40, 0.7158270687194079, 9.185534764557907e-6, 0.28416374574582676],
  [4e3, 0.1832022577767153, 8.942371252775904e-7, 0.8167968479861589],
  [4e5, 0.004938274521040142, 1.9849940879786967e-8, 0.9950617056290166],
  [4e7, 5.203071843044539e-5, 2.0813357314620916e-10, 0.9999479690734338],
  [4e10, 5.2083450546644043e-8, 2.0833381290715566e-13, 0.999999947916338],
] as const;

/** Van der Pol's oscillator, in its own time and in that of its slow motion. */
const vanDerPol = (mu: number, isScaled: boolean): OdeSystem => ({
  size: 2,
  derivative(a, _, [y, v]) {
    const damping = a.mul(a.sub(a.of(1), a.mul(y!, y!)), v!);
    return [v!, isScaled ? a.scale(a.sub(damping, y!), mu) : a.sub(a.scale(damping, mu), y!)];
  },
});

describe("the stiff solver", () => {
  test("has the states of Robertson's reactions over eleven decades of time", async () => {
    const at = robertsonStates.map(([time]) => time);
    const { states, steps } = await solveStiff(robertson, {
      from: 0,
      to: 4e10,
      start: [1, 0, 0],
      relative: 1e-9,
      absolute: [1e-14, 1e-18, 1e-14],
      at,
    });
    // Relative errors of 1e-9 a step add up over a thousand steps and one less order between them.
    for (const [k, [, ...expected]] of robertsonStates.entries())
      for (const [i, value] of expected.entries()) expect(Math.abs(states[k]![i]! / value - 1)).toBeLessThan(1e-6);
    expect(steps).toBeLessThan(5000);
    for (const state of states) expect(Math.abs(state.reduce((sum, value) => sum + value, 0) - 1)).toBeLessThan(1e-12);
  });

  test.each([
    [
      "μ = 1000",
      vanDerPol(1000, false),
      2000,
      [
        [500, 1.5967689510528065, -0.0010303911878380885],
        [1000, -1.863646254808529, 0.0007535430865425398],
        [2000, 1.7061677321710529, -0.0008928097010241881],
      ],
    ],
    [
      "μ = 10⁶, scaled",
      vanDerPol(1e6, true),
      2,
      [
        [0.5, 1.5967689510527294, -1.0303911878390446],
        [1, -1.8636462548081845, 0.7535430865439285],
        [2, 1.7061677321704924, -0.8928097010247888],
      ],
    ],
  ] as const)("has the states of Van der Pol's oscillator, %s", async (_, system, to, expected) => {
    const at = expected.map(([time]) => time);
    const { states } = await solveStiff(system, { from: 0, to, start: [2, 0], relative: 1e-9, absolute: 1e-11, at });
    for (const [k, [, y, v]] of expected.entries()) {
      // An error of the time of a jump is an error of the state after it: 1e-9 a step over some hundred steps.
      expect(Math.abs(states[k]![0]! / y - 1)).toBeLessThan(1e-6);
      expect(Math.abs(states[k]![1]! / v - 1)).toBeLessThan(1e-5);
    }
  });
});
