import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stationaryEmissions } from "../../../lib/inventory/equations/combustion.ts";
import { equations } from "../../../lib/inventory/equations/index.ts";
import { equationNumber, findEquation, numberedEquations } from "../../../lib/inventory/find-equation.ts";
import { evaluate } from "../../../lib/inventory/steps.ts";
import { parseUnit } from "../../../lib/quantity/unit.ts";

describe("the equations", () => {
  test("have numbers of their own, in one of the four volumes", () => {
    expect(equations.size).toBeGreaterThan(120);
    for (const id of equations.keys()) expect(id).toMatch(/^V[2-5] (20\d\d )?(Eq \d+\.\d+|Ch\d+)/);
  });

  test("are counted by their number: parts of one equation once, and ratios of molar masses and prose not at all", () => {
    expect(equationNumber("V4 Eq 11.1 (rice)")).toBe("V4 Eq 11.1");
    expect(equationNumber("V2 Eq 4.1.5b")).toBe("V2 Eq 4.1.5");
    expect(equationNumber("V3 Eq 7.2A")).toBe("V3 Eq 7.2A");
    expect(equationNumber("V4 2019 Eq 7.10")).toBe("V4 2019 Eq 7.10");
    expect(equationNumber("V4 Ch11 44/28")).toBeNull();
    expect(numberedEquations.size).toBeLessThan(equations.size);
    const parts = [...equations.keys()].filter((id) => equationNumber(id) !== id);
    for (const id of parts) expect(id).toMatch(/ \(.+\)$|\d[ab]$|^V\d Ch\d/);
  });

  test("are as many as any text of the project says that there are", () => {
    const folder = new URL("../../../", import.meta.url);
    const notebooks = readdirSync(new URL("notebooks/", folder)).filter((name) => name.endsWith(".html"));
    for (const name of [
      "README.md",
      "ARCHITECTURE.md",
      "CHANGELOG.md",
      ...notebooks.map((notebook) => `notebooks/${notebook}`),
    ]) {
      const said = readFileSync(new URL(name, folder), "utf8").matchAll(/(\d+) (?:numbered equations|个编号公式)/g);
      for (const [words, count] of said) expect(Number(count), `${name}: ${words}`).toBe(numberedEquations.size);
    }
  });

  test.each([...equations.values()])("$id has units that can be read", ({ unit, variables }) => {
    for (const written of [unit, ...Object.values(variables).map((variable) => variable.unit)])
      expect(() => parseUnit(written.replaceAll("{gas}", "CH4"))).not.toThrow();
    for (const variable of Object.values(variables)) {
      expect(variable.name.en).not.toBe("");
      expect(["positive", "signed", "fraction", "percent", "days", "minutes"]).toContain(variable.range);
    }
  });

  test.each([...equations.values()])("$id gives the same whatever unit its inputs come in", (of) => {
    const gas = "CH4";
    fc.assert(
      fc.property(
        // Hundredths, no two the same: equations divide by differences, of years for one.
        fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 12, maxLength: 12 }),
        (hundredths) => {
          const numbers = hundredths.map((each) => each / 100);
          const symbols = Object.keys(of.variables);
          const plain = Object.fromEntries(symbols.map((symbol, i) => [symbol, numbers[i]!]));
          // The same numbers with their unit multiplied out: a thousandth of a thousand units.
          const scaled = Object.fromEntries(
            symbols.map((symbol, i) => {
              const unit = of.variables[symbol]!.unit.replaceAll("{gas}", gas);
              return [
                symbol,
                /^\d/.test(unit) ? { value: numbers[i]!, unit } : { value: numbers[i]! / 1024, unit: `1024 ${unit}` },
              ];
            }),
          );
          const [a, b] = [evaluate(of, plain, { gas }).value, evaluate(of, scaled, { gas }).value];
          expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * (Math.abs(a) + 1e-9));
        },
      ),
      { numRuns: 5 },
    );
  });

  test("ask for their own symbols by type, and for each of them", () => {
    // @ts-expect-error EF is missing.
    expect(() => evaluate(stationaryEmissions, { FC: 1 }, { gas: "CO2" })).toThrow("EF (emission factor) is missing");
    // @ts-expect-error The equation has no AD.
    expect(evaluate(stationaryEmissions, { FC: 2, EF: 3, AD: 4 }, { gas: "CO2" }).value).toBe(6);
  });

  test("are found by number, and one that is not there is refused with those of its volume", () => {
    expect(findEquation("v5 3.4").title.en).toBe("Decomposable carbon at the end of the year");
    expect(() => findEquation("V5 Eq 9.9")).toThrow('There is no equation "V5 Eq 9.9". There are V5 Eq 3.2');
  });
});
