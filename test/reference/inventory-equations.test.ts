import { describe, expect, test } from "vitest";
import { equations } from "../../lib/inventory/equations/index.ts";
import { calculate, formulaOf } from "../../lib/inventory/formula.ts";
import { variablesOf } from "../../lib/numeric/expression/expression.ts";
import values from "./inventory/equation-values.json" with { type: "json" };

/** Inputs and result of each equation, drawn once and computed by JavaScript functions that these formulas replaced. */
const references = new Map(Object.entries<{ symbols: string[]; rows: number[][] }>(values));

describe("the formula of each equation", () => {
  test("has references, and no reference is without its equation", () => {
    expect([...references.keys()].sort()).toEqual([...equations.keys()].sort());
    expect(references.size).toBe(181);
  });

  test.each([...equations.values()])("$id has the variables and constants that are declared, and no others", (of) => {
    const declared = [...Object.keys(of.variables), ...Object.keys(of.constants)];
    expect(variablesOf(formulaOf(of)).sort()).toEqual(declared.sort());
  });

  test.each([...references])("%s gives the bits of its reference", (id, { symbols, rows }) => {
    const of = equations.get(id)!;
    expect(Object.keys(of.variables)).toEqual(symbols);
    expect(rows.length).toBeGreaterThanOrEqual(6);
    for (const row of rows) expect(calculate(of, row.slice(0, -1))).toBe(row.at(-1));
  });
});
