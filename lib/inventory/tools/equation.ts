import { z } from "zod";
import { texOf } from "../../numeric/expression/tex.ts";
import { gasIn } from "../../tool/gas.ts";
import { notesOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { outsideUnit } from "../../tool/unit-bounds.ts";
import type { FirstOrder } from "../../uncertainty/propagation/first-order.ts";
import { outsideDefaults } from "../default-spans.ts";
import type { Equation } from "../equation.ts";
import { equations } from "../equations/index.ts";
import { findEquation } from "../find-equation.ts";
import { texOfEquation } from "../formula.ts";
import { evaluate, type Step } from "../steps.ts";
import { equationUncertainty } from "../uncertainty/equation-uncertainty.ts";
import { givenWithDescription, stepOut } from "./tier-schema.ts";

const GUIDELINES = "IPCC (2006), 2006 IPCC Guidelines for National Greenhouse Gas Inventories, Volumes 2 to 5.";

const uncertaintyOut = z.object({
  percent: numberIn("%")
    .nullable()
    .describe(
      "Half of the range that the errors given to the inputs make, per cent of the result; null where that is 0",
    ),
  half: numberIn({ unitIn: "unit" }).describe("The same in the unit of the result"),
  inputs: z.array(
    z.object({
      symbol: z.string(),
      inputUnit: z.string(),
      derivative: numberIn({ unitIn: "unit / inputUnit" }).nullable().describe("∂f/∂x; null where it does not exist"),
      tex: z.string().describe("The derivative as a formula, in TeX"),
      share: ratio.describe("Of the variance of the result"),
    }),
  ),
});

function sensitivitiesOf(step: Step, { percent, half, sensitivities }: FirstOrder): ResultOf<typeof uncertaintyOut> {
  const inputs = sensitivities.map(({ name, slope, derivative, share }) => ({
    symbol: name,
    inputUnit: step.inputs[name]!.unit,
    derivative: Number.isFinite(derivative) ? derivative : null,
    tex: texOf(slope),
    share,
  }));
  return { percent, half, inputs };
}

const equation = textColumn({
  en: "Volume and number in the IPCC 2006 Guidelines.",
  zh: "IPCC 2006 指南中的卷号与编号。",
});
const symbol = textColumn({ en: "Its symbol.", zh: "符号。" });
const name = textColumn({ en: "What it is.", zh: "含义。" });
const unit = textColumn({ en: "The unit of its value.", zh: "数值的单位。" });

interface Evaluated {
  readonly inputs: Readonly<Record<string, { readonly name: string; readonly value: number; readonly unit: string }>>;
  readonly uncertainty?: { readonly inputs: readonly { readonly symbol: string; readonly share: number }[] };
}

export const inventoryEquation = defineTool({
  name: "inventory.equation",
  title: { en: "Evaluate a numbered equation of the IPCC", zh: "计算 IPCC 指南的编号公式" },
  summary: {
    en: "One equation by its volume and number, with inputs as numbers in its own units or with units of their own; the step with symbol, value, unit and inputs, and its uncertainty where those of inputs are given.",
    zh: "按卷号和编号计算一个公式；输入可为公式自身单位的数值，也可带单位；给出符号、数值、单位与输入，并在给出输入的不确定性时给出结果的不确定性。",
  },
  input: z.object({
    equation: z.string().describe("e.g. V2 Eq 2.1"),
    inputs: z.record(z.string(), givenWithDescription("A variable of the equation")),
    gas: gasIn.default("CO2").describe("For equations that serve several gases"),
    uncertainty: z
      .record(z.string(), numberIn("%"))
      .optional()
      .describe(
        "By variable, half of its 95 % interval in per cent of its value; asks for the uncertainty of the result",
      ),
  }),
  output: stepOut
    .extend({ uncertainty: uncertaintyOut.optional(), notes: notesOut.optional() })
    .meta({ provenance: "equation" }),
  tablesOut: {
    byInput: recordTable(
      {
        en: "What went into the equation, and what each input makes of the variance.",
        zh: "公式的各输入及其在方差中的份额。",
      },
      {
        symbol,
        name,
        value: numberColumn({ en: "Its value.", zh: "输入的值。" }),
        unit,
        share: numberColumn({
          en: "Of the variance of the result; missing unless uncertainties were given.",
          zh: "在结果方差中的份额；未给出不确定性时空缺。",
        }),
      },
      ({ inputs, uncertainty }: Evaluated) =>
        Object.entries(inputs).map(([symbol, { name, value, unit }]) => ({
          symbol,
          name,
          value,
          unit,
          share: uncertainty?.inputs.find((input) => input.symbol === symbol)?.share,
        })),
    ),
  },
  formula: "y = f(x), f the equation asked for; U = √Σ (∂f/∂xᵢ · xᵢ Uᵢ)² / |f|.",
  assumptions: [
    "A number without a unit is in the unit that the equation names.",
    "Errors of inputs are independent and small enough for the first order (Approach 1); derivatives are exact.",
  ],
  references: [GUIDELINES, "IPCC 2006 Guidelines, Vol 1 Ch 3, Equations 3.1 and 3.2."],
  run({ equation, inputs, gas, uncertainty }) {
    const of = findEquation(equation);
    const step = evaluate(of, inputs, { gas });
    const ofUnits = Object.entries(step.inputs).flatMap(([symbol, { value, unit }]) =>
      outsideUnit(value, unit, `inputs.${symbol}`),
    );
    const notes = ofUnits.length > 0 ? ofUnits : outsideDefaults([step], { inputs });
    const found = { ...step, inputs: { ...step.inputs }, ...(notes.length > 0 ? { notes } : {}) };
    if (!uncertainty) return found;
    return { ...found, uncertainty: sensitivitiesOf(step, equationUncertainty(of, step, uncertainty)) };
  },
});

interface Listing {
  readonly equations: readonly ReturnType<typeof describeEquation>[];
}

export const inventoryEquations = defineTool({
  name: "inventory.equations",
  title: { en: "List the equations of the IPCC that there are", zh: "列出可用的 IPCC 公式" },
  summary: {
    en: "Number, title, result, formula, variables and constants with their units, of one volume.",
    zh: "按卷列出公式的编号、名称、结果、算式，以及变量和常数及其单位。",
  },
  input: z.object({ volume: z.int().min(2).max(5) }),
  output: z.object({
    equations: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        symbol: z.string(),
        unit: z.string(),
        formula: z.string().describe("In the variables and constants: + - * / ^, exp, expm1, if(a == b, x, y)"),
        tex: z.string().describe("The equation in TeX, with numbers for the constants"),
        constants: z.array(
          z.object({ symbol: z.string(), name: z.string(), value: numberIn(siblingUnit), unit: z.string() }),
        ),
        variables: z.array(z.object({ symbol: z.string(), name: z.string(), unit: z.string(), range: z.string() })),
      }),
    ),
  }),
  tablesOut: {
    variables: recordTable(
      { en: "The variables of every equation.", zh: "各公式的变量。" },
      {
        equation,
        symbol,
        name,
        unit,
        range: textColumn({ en: "What values it may take.", zh: "取值范围。" }),
      },
      ({ equations }: Listing) =>
        equations.flatMap(({ id, variables }) => variables.map((variable) => ({ equation: id, ...variable }))),
    ),
    constants: recordTable(
      { en: "The constants of every equation.", zh: "各公式的常数。" },
      { equation, symbol, name, value: numberColumn({ en: "Its value.", zh: "数值。" }), unit },
      ({ equations }: Listing) =>
        equations.flatMap(({ id, constants }) => constants.map((constant) => ({ equation: id, ...constant }))),
    ),
  },
  assumptions: ["{gas} in a unit stands for the gas that the equation is applied to."],
  references: [GUIDELINES],
  run({ volume }) {
    const wanted = [...equations.values()].filter(({ id }) => id.startsWith(`V${volume}`));
    return { equations: wanted.map(describeEquation) };
  },
});

function describeEquation(of: Equation) {
  const { id, title, symbol, unit, formula, variables, constants } = of;
  return {
    id,
    title: title.en,
    symbol,
    unit,
    formula,
    tex: texOfEquation(of),
    constants: Object.entries(constants).map(([name, constant]) => ({
      ...constant,
      symbol: name,
      name: constant.name.en,
    })),
    variables: Object.values(variables).map((variable) => ({ ...variable, name: variable.name.en })),
  };
}
