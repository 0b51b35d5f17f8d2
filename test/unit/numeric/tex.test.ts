import katex from "katex";
import { describe, expect, it } from "vitest";
import { equations, equationTotals } from "../../../lib/inventory/equations/index.ts";
import { texOfEquation, texOfTotal } from "../../../lib/inventory/formula.ts";
import { readExpression } from "../../../lib/numeric/expression/read-expression.ts";
import { texOf } from "../../../lib/numeric/expression/tex.ts";
import { texName, texNumber } from "../../../lib/numeric/expression/tex-name.ts";

const tex = (text: string) => texOf(readExpression(text, ["a", "b", "c", "Fuel", "EF"]));

describe("an expression in TeX", () => {
  it("has products with a dot, fractions and powers, and brackets only where they are needed", () => {
    expect(tex("a * b + c")).toBe("a \\cdot b + c");
    expect(tex("a * (b + c)")).toBe("a \\cdot \\left(b + c\\right)");
    expect(tex("a - (b - c)")).toBe("a - \\left(b - c\\right)");
    expect(tex("a + (b - c)")).toBe("a + b - c");
    expect(tex("a - -b")).toBe("a - \\left(-b\\right)");
    expect(tex("(a + b) / c")).toBe("\\frac{a + b}{c}");
    expect(tex("(a / b) ^ 0.75")).toBe("\\left(\\frac{a}{b}\\right)^{0.75}");
    expect(tex("a ^ -(b + 1)")).toBe("a^{-\\left(b + 1\\right)}");
    expect(tex("sqrt(a) + abs(b) + exp(-c)")).toBe("\\sqrt{a} + \\left|b\\right| + e^{-c}");
    expect(tex("atan2(a, b) + max(a, 1)")).toBe("\\operatorname{atan2}\\left(a, b\\right) + \\max\\left(a, 1\\right)");
  });

  it("divides all that came before, or the number in front alone", () => {
    expect(tex("a * b / c")).toBe("\\frac{a \\cdot b}{c}");
    expect(tex("a * b * 44 / 12")).toBe("a \\cdot b \\cdot \\frac{44}{12}");
    expect(tex("-a * 44 / 12")).toBe("-a \\cdot \\frac{44}{12}");
    expect(tex("a / b * c / 2")).toBe("\\frac{a}{b} \\cdot \\frac{c}{2}");
    expect(tex("a / b / c")).toBe("\\frac{a}{b \\cdot c}");
  });

  it("is cases where it chooses, told apart by the comparison and its opposite", () => {
    expect(tex("if(a == 0, 1, b / a)")).toBe("\\begin{cases} 1 & a = 0 \\\\ \\frac{b}{a} & a \\ne 0 \\end{cases}");
    expect(tex("if(a < b, a, b)")).toContain("a & a < b \\\\ b & a \\ge b");
  });

  it("writes symbols with their index, words as words, and substances as chemists do", () => {
    expect(texName("EF_CO2")).toBe("\\text{EF}_{\\mathrm{CO_2}}");
    expect(texName("Mcl")).toBe("M_{\\text{cl}}");
    expect(texName("Ym")).toBe("Y_{m}");
    expect(texName("NEwork")).toBe("\\text{NE}_{\\text{work}}");
    expect(texName("FracGASF")).toBe("\\text{Frac}_{\\text{GASF}}");
    expect(texName("Fuel")).toBe("\\text{Fuel}");
    expect(texName("C1")).toBe("C_{1}");
    expect(texName("dC_G")).toBe("\\Delta C_{\\text{G}}");
    expect(texName("DDOCma_before")).toBe("\\text{DDOC}_{\\text{ma}, \\text{before}}");
    expect(texName("N2O-N_ATD")).toBe("\\mathrm{N_2O\\text{-}N}_{\\text{ATD}}");
    expect(texName("eta")).toBe("\\eta");
    expect(texName("排放")).toBe("\\text{排放}");
  });

  it("writes small and large numbers with a power of ten", () => {
    expect([0, 0.001, 44, 1000, 1e-6, 1e6, 1.126e-5, -1e-6, 0.1 + 0.2].map(texNumber)).toEqual([
      ...["0", "0.001", "44", "1000", "10^{-6}", "10^{6}", "1.126 \\times 10^{-5}", "-10^{-6}", "0.3"],
    ]);
  });

  it("can be typeset, for each equation of the guidelines", () => {
    for (const of of equations.values()) {
      const typeset = () => katex.renderToString(texOfEquation(of), { throwOnError: true, strict: "error" });
      expect(typeset, of.id).not.toThrow();
    }
    for (const of of equationTotals) {
      expect(() => katex.renderToString(texOfTotal(of), { throwOnError: true, strict: "error" }), of.id).not.toThrow();
    }
    expect(texOfTotal(equationTotals.find(({ id }) => id === "V4 Eq 2.1")!)).toBe(
      "E_{\\text{AFOLU}} = \\sum_{i} E_{\\text{AFOLU}, i}",
    );
    expect(texOfEquation(equations.get("V2 Eq 2.1")!)).toBe("E = \\text{FC} \\cdot \\text{EF}");
  });
});
