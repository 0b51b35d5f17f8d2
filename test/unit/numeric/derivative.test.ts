import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equations } from "../../../lib/inventory/equations/index.ts";
import { formulaInNumbers } from "../../../lib/inventory/formula.ts";
import { compileExpression } from "../../../lib/numeric/expression/compile-expression.ts";
import { derivative } from "../../../lib/numeric/expression/derivative.ts";
import { type Expression, partsOf } from "../../../lib/numeric/expression/expression.ts";
import { readExpression } from "../../../lib/numeric/expression/read-expression.ts";
import { texOf } from "../../../lib/numeric/expression/tex.ts";
import values from "../../reference/inventory/equation-values.json" with { type: "json" };

const names = ["a", "b", "c"];
const slope = (text: string, by = "a") => texOf(derivative(readExpression(text, names), by));

/** The largest number that comes up while the expression is evaluated: what its rounding errors are a share of. */
function sizeOf(expression: Expression, of: readonly string[], at: readonly number[]): number {
  const own = Math.abs(compileExpression(expression, of)(at));
  return Math.max(own, ...partsOf(expression).map((part) => sizeOf(part, of, at)));
}

/**
 * Compares a derivative with a central difference. The difference is wrong by what it differs from that of the double step (its
 * truncation, four times as large there) and by rounding: some units in the last place of the largest number, over the step.
 * Where the function is not finite nearby, or all steps drown in rounding, there is nothing to compare.
 */
function expectSlope(expression: Expression, of: readonly string[], at: readonly number[], i: number): boolean {
  const f = compileExpression(expression, of);
  const step = Math.cbrt(Number.EPSILON) * Math.max(Math.abs(at[i]!), 1e-3);
  const moved = (by: number) => at.map((value, k) => (k === i ? value + by : value));
  const difference = (h: number) => (f(moved(h)) - f(moved(-h))) / (2 * h);
  const [near, far] = [difference(step), difference(2 * step)];
  const size = Math.max(...[-2, -1, 0, 1, 2].map((by) => sizeOf(expression, of, moved(by * step))));
  const rounding = (64 * Number.EPSILON * size) / step;
  const exact = compileExpression(derivative(expression, of[i]!), of)(at);
  if (!Number.isFinite(near) || !Number.isFinite(far) || !Number.isFinite(exact) || !Number.isFinite(rounding))
    return false;
  expect(Math.abs(exact - near), `${texOf(expression)} by ${of[i]} at ${at}`).toBeLessThanOrEqual(
    2 * Math.abs(near - far) + rounding,
  );
  return true;
}

/** Smooth expressions of three variables, three operations deep. */
const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
  const inner = tie("expression");
  const call = (of: string, ...args: Expression[]): Expression => ({ kind: "call", of, args });
  return {
    expression: fc.oneof(
      { maxDepth: 3, depthIdentifier: "expression" },
      fc.oneof(
        fc.constantFrom(...names).map((name): Expression => ({ kind: "variable", name })),
        fc.integer({ min: -4, max: 9 }).map((value): Expression => ({ kind: "number", value })),
      ),
      fc.tuple(fc.constantFrom("+", "-", "*", "/", "^", "atan2"), inner, inner).map(([of, a, b]) => call(of, a, b)),
      fc
        .tuple(
          fc.constantFrom(
            ...["negate", "sqrt", "cbrt", "exp", "expm1", "ln", "log1p", "log2", "log10", "sin", "cos", "tan"],
            ...["asin", "acos", "atan", "sinh", "cosh", "tanh"],
          ),
          inner,
        )
        .map(([of, a]) => call(of, a)),
    ),
  };
});

describe("the derivative of an expression", () => {
  it("is what central differences come to, wherever they are defined", () => {
    let compared = 0;
    const point = fc.array(fc.double({ min: 0.1, max: 3, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(expression, point, fc.nat(2), (of, at, i) => {
        if (expectSlope(of, names, at, i)) compared += 1;
      }),
      // Two dozen operations, each within each other, and half of the slopes cannot be compared.
      { numRuns: 3000 },
    );
    expect(compared).toBeGreaterThan(1500);
  });

  it("is so for each variable of each equation of the guidelines", () => {
    const references = Object.entries<{ symbols: string[]; rows: number[][] }>(values);
    let compared = 0;
    for (const [id, { symbols, rows }] of references) {
      const formula = formulaInNumbers(equations.get(id)!);
      // The last rows of two equations stand where their choice changes over.
      for (const row of rows.slice(0, 6))
        for (const i of symbols.keys()) if (expectSlope(formula, symbols, row.slice(0, -1), i)) compared += 1;
    }
    expect(compared).toBeGreaterThan(2500);
  });

  it("of what has a corner is that of the branch that is taken", () => {
    const at = (text: string, ...point: number[]) =>
      compileExpression(derivative(readExpression(text, names), "a"), names)(point);
    expect(at("abs(a)", -2)).toBe(-1);
    expect(at("max(a, b, 2 * a)", 3, 1)).toBe(2);
    expect(at("max(a, b, 2 * a)", -3, 1)).toBe(0);
    expect(at("min(a ^ 2, b)", 3, 100)).toBe(6);
    expect(at("if(a > b, a * c, b)", 2, 1, 7)).toBe(7);
    expect(at("if(a > b, a * c, b)", 1, 2, 7)).toBe(0);
    expect(at("floor(a) + round(a) + ceil(a) + sign(a)", 2.5)).toBe(0);
    // Where the base is 0 the derivative by the exponent is not needed, and must not spoil the other.
    expect(at("a ^ 2", 0)).toBe(0);
  });

  it("is written as short as a person would", () => {
    expect(slope("a * b")).toBe("b");
    expect(slope("b * c")).toBe("0");
    expect(slope("a * b * 44 / 12")).toBe("\\frac{44 \\cdot b}{12}");
    expect(slope("a ^ 2")).toBe("2 \\cdot a");
    expect(slope("-a / b")).toBe("-\\frac{1}{b}");
    expect(slope("b / a")).toBe("-\\frac{b}{a^{2}}");
    expect(slope("b * (1 - a)")).toBe("-b");
    expect(slope("exp(-b * a)")).toBe("-e^{-b \\cdot a} \\cdot b");
    expect(slope("ln(a)")).toBe("\\frac{1}{a}");
    expect(slope("if(a < b, 3, 3)")).toBe("0");
  });
});
