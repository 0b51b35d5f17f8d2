import { describe, expect, it } from "vitest";
import { equations } from "../../../lib/inventory/equations/index.ts";
import { evaluate, type Given } from "../../../lib/inventory/steps.ts";
import { inventoryEquation, inventoryEquations } from "../../../lib/inventory/tools/equation.ts";
import { combineProduct, combineSum } from "../../../lib/inventory/uncertainty/approach1.ts";
import { equationUncertainty } from "../../../lib/inventory/uncertainty/equation-uncertainty.ts";
import { readExpression } from "../../../lib/numeric/expression/read-expression.ts";
import { callTool } from "../../../lib/tool/call.ts";
import { propagateFirstOrder } from "../../../lib/uncertainty/propagation/first-order.ts";

function uncertaintyOf(id: string, given: Record<string, Given>, percents: Record<string, number>) {
  const of = equations.get(id)!;
  return equationUncertainty(of, evaluate(of, given, { gas: "CO2" }), percents);
}

describe("Approach 1 for an equation", () => {
  it("is Equation 3.1 for a product and Equation 3.2 for a sum", () => {
    const product = uncertaintyOf("V2 Eq 2.1", { FC: 200, EF: 56_100 }, { FC: 2, EF: 5 });
    expect(product.percent).toBeCloseTo(combineProduct([2, 5]), 12);
    expect(product.sensitivities.map(({ derivative }) => derivative)).toEqual([56_100, 200]);
    const sum = uncertaintyOf("V4 Eq 2.11", { L_wood: 100, L_fuel: 50, L_dist: 0 }, { L_wood: 10, L_fuel: 20 });
    expect(sum.percent).toBeCloseTo(combineSum([100, 50], [10, 20]), 12);
  });

  it("takes the slope where a formula is neither: what decays is the less certain the faster it does", () => {
    const slow = uncertaintyOf("V5 Eq 3.5", { DDOCma_before: 10, k: 0.05 }, { k: 20 });
    const fast = uncertaintyOf("V5 Eq 3.5", { DDOCma_before: 10, k: 2 }, { k: 20 });
    // ∂/∂k of A (1 − e^−k) is A e^−k.
    expect(slow.half).toBeCloseTo(10 * Math.exp(-0.05) * 0.05 * 0.2, 12);
    expect(fast.percent).toBeLessThan(slow.percent!);
  });

  it("shares the variance out, says nothing per cent of zero, and takes no error from what has none", () => {
    const { sensitivities } = uncertaintyOf("V2 Eq 2.1", { FC: 1, EF: 1 }, { FC: 3, EF: 4 });
    expect(sensitivities.map(({ share }) => share)).toEqual([expect.closeTo(0.36, 12), expect.closeTo(0.64, 12)]);
    expect(uncertaintyOf("V2 Eq 2.1", { FC: 0, EF: 1 }, { EF: 4 })).toMatchObject({ percent: null, half: 0 });
    // The root has no derivative at 0.
    const root = propagateFirstOrder(readExpression("sqrt(a) + b", ["a", "b"]), [
      { name: "a", value: 0, percent: 0 },
      { name: "b", value: 2, percent: 10 },
    ]);
    expect(root.percent).toBeCloseTo(10, 12);
  });

  it("refuses a variable that the equation has not, and half of an interval below 0", () => {
    expect(() => uncertaintyOf("V2 Eq 2.1", { FC: 1, EF: 1 }, { GWP: 4 })).toThrow(
      "V2 Eq 2.1 has no variable GWP; it has FC, EF.",
    );
    expect(() => uncertaintyOf("V2 Eq 2.1", { FC: 1, EF: 1 }, { EF: -4 })).toThrow("is -4 %; expected a number ≥ 0");
  });

  it("comes with the step of inventory.equation where it is asked for, derivatives in TeX", async () => {
    const asked = { equation: "V3 Eq 2.5", inputs: { Md: 2, Mcl: 100, Cd: 1, Fd: 0.5, EFc: 0.44, EFcl: 0.51 } };
    expect(await callTool(inventoryEquation, asked)).not.toHaveProperty("uncertainty");
    const { uncertainty } = await callTool(inventoryEquation, { ...asked, uncertainty: { Md: 20 } });
    expect(uncertainty!.inputs[0]).toMatchObject({ symbol: "Md", share: 1 });
    expect(uncertainty!.inputs[0]!.tex).toContain("\\frac");
  });
});

describe("inventory.equations", () => {
  it("gives each formula as text and in TeX, with its constants", async () => {
    const found = await callTool(inventoryEquations, { volume: 3 });
    const steel = found.equations.find(({ id }) => id === "V3 Eq 4.9")!;
    expect(steel.formula).toBe("(Cin - Cout) * M_CO2 / M_C");
    expect(steel.tex).toContain("\\frac{44}{12}");
    expect(steel.constants).toEqual([
      { symbol: "M_CO2", name: "molar mass of CO2", value: 44, unit: "kg CO2/kmol" },
      { symbol: "M_C", name: "molar mass of C", value: 12, unit: "kg C/kmol" },
    ]);
  });
});
