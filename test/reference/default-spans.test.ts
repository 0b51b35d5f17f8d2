import { describe, expect, test } from "vitest";
import { type DefaultSpan, defaultSpans, outsideDefaults, parameterLimits } from "../../lib/inventory/default-spans.ts";
import { equations } from "../../lib/inventory/equations/index.ts";
import type { Step } from "../../lib/inventory/steps.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { toNumber } from "../../lib/quantity/rational.ts";
import { factorOf, parseUnit } from "../../lib/quantity/unit.ts";
import { MARGIN } from "../../lib/tool/factor-spans.ts";
import { tableOf } from "../unit/datasets/shipped.ts";

type Row = Readonly<Record<string, unknown>>;

const rowsOf = (dataset: string) => [...tableOf(dataset)].map((row) => row!.toJSON() as Row);
const factor = (unit: string) => toNumber(factorOf(parseUnit(unit)));

/** Values above 0 of a parameter, in a unit. */
function valuesOf(dataset: string, parameter: string, its: RegExp, unit: string): number[] {
  return rowsOf(dataset)
    .filter((row) => row.parameter === parameter && its.test(String(row.unit)) && Number(row.value) > 0)
    .map((row) => (Number(row.value) * factor(String(row.unit))) / factor(unit));
}

/** Parameters whose name in the datasets is not their symbol, or whose name is that of others too: by symbol and unit. */
const named: Readonly<Record<string, readonly [parameter: string, unit: RegExp]>> = {
  "EF g CH4/kg": ["EF", /^g CH4\/kg (wet|dry) waste$/],
  "EF g N2O/kg": ["EF", /^g N2O\/kg (wet|dry) waste$/],
  "EF kg CH4/Gg": ["EF", /^g CH4\/t (wet|dry) waste$/],
  "EF kg CH4/Gg dry waste": ["EF", /^g CH4\/t (wet|dry) waste$/],
  "EF kg N2O/Gg": ["EF", /^g N2O\/t (wet|dry) waste$/],
  "EF kg N2O/Gg dry waste": ["EF", /^g N2O\/t (wet|dry) waste$/],
  "EF kg N2O/t HNO3": ["EF", /^kg N2O\/t HNO3$/],
  "EF kg N2O/t": ["EF", /^kg N2O\/t( HNO3)?$/],
  "EF kg CF4/t Al": ["EF", /^kg CF4\/t Al$/],
  "EF kg C2F6/t Al": ["EF", /^kg C2F6\/t Al$/],
  "EF t C/t": ["EF", /^t C\/t$/],
  "EFl t C/t": ["EF", /^t C\/t$/],
  "EFd t C/t": ["EF", /^t C\/t$/],
  "EF kg CH4-C/ha/yr": ["EF rewetted", /^kg CH4-C\/ha\/yr$/],
  "RAG 1": ["R_AG", /^1$/],
  "NAG kg N/kg": ["N_AG", /^kg N\/kg$/],
  "NBG kg N/kg": ["N_BG", /^kg N\/kg$/],
  "EFc kg CH4/ha/d": ["EFc", /^kg CH4\/ha\/day$/],
};

const products: Readonly<Record<string, RegExp>> = {
  "V3 Eq 2.1 EF": /^t CO2\/t clinker$/,
  "V3 Eq 2.10 EF": /^t CO2\/t glass$/,
};

function found({ of: [first], unit, dataset }: DefaultSpan): number[] {
  const symbol = first!.split(" ").at(-1)!;
  const product = products[first!];
  if (product) return valuesOf(dataset, "EF", product, unit);
  if (symbol === "CaO") {
    const { M_CO2, M_CaO } = equations.get("V3 Eq 2.4")!.constants;
    return valuesOf(dataset, "EF", /^t CO2\/t clinker$/, "t CO2/t").map((ef) => (ef * M_CaO!.value) / M_CO2!.value);
  }
  if (symbol === "Gef") return valuesOf(dataset, symbol, new RegExp(`^${unit.replaceAll(".", "\\.")}$`), unit);
  const [parameter, its] = named[`${symbol} ${unit}`] ?? [symbol, /./];
  return valuesOf(dataset, parameter, its, unit);
}

const titled = defaultSpans.map((span) => [`${span.of[0]} in ${span.unit}`, span] as const);
const all = [...defaultSpans, ...parameterLimits];

function notesOf(name: string, unit: string, value: number): string[] {
  const [equation, symbol] = [name.slice(0, name.lastIndexOf(" ")), name.slice(name.lastIndexOf(" ") + 1)];
  const step: Step = {
    label: "",
    symbol: "",
    value: 0,
    unit: "",
    equation,
    title: "",
    inputs: { [symbol]: { value, unit, name: "" } },
  };
  return outsideDefaults([step], {}).map((note) => writeMessage(note));
}

describe("The span of the defaults of a parameter", () => {
  test.each(titled)("%s is that of its dataset", (_, span) => {
    const values = found(span);
    // Conversions by powers of ten, and the six digits that are written, leave the last open.
    if (span.least !== undefined) expect(Math.min(...values) / span.least).toBeCloseTo(1, 5);
    if (span.most !== undefined) expect(Math.max(...values) / span.most).toBeCloseTo(1, 5);
  });

  test.each(titled)("%s notes beyond its margin only", (_, { of, unit, least, most }) => {
    for (const name of of) {
      for (const end of [least, most]) if (end !== undefined) expect(notesOf(name, unit, end)).toEqual([]);
      if (most !== undefined) expect(notesOf(name, unit, 1.01 * MARGIN * most)).toHaveLength(1);
      if (least !== undefined) expect(notesOf(name, unit, least / MARGIN / 1.01)).toHaveLength(1);
      expect(notesOf(name, unit, 0)).toEqual([]);
    }
  });

  test.each(all.flatMap(({ of, unit }) => of.map((name) => [name, unit] as const)))(
    "of %s in %s is of a variable of its equation in that unit",
    (name, unit) => {
      const at = name.lastIndexOf(" ");
      const variable = equations.get(name.slice(0, at))?.variables[name.slice(at + 1)];
      const pattern = variable?.unit.replace("{gas}", unit.split(/[ /]/)[1]!);
      expect(pattern).toBe(unit);
    },
  );
});

describe("What a parameter cannot be", () => {
  const limitOf = (name: string) => parameterLimits.find(({ of }) => of.includes(name))!.most;

  test("is of lime that of the carbonate with the most CO2 for its oxide", () => {
    const carbonates = valuesOf("factors_ippu", "EF", /^t CO2\/t carbonate$/, "t CO2/t").map((ef) => ef / (1 - ef));
    expect(Math.max(...carbonates)).toBeCloseTo(limitOf("V3 Eq 2.9 SR"), 5);
  });

  test("is of growth the densest forest of a country", () => {
    const densest = Math.max(...rowsOf("forest_carbon_countries").map((row) => Number(row.above_ground_tc_ha ?? 0)));
    expect(limitOf("V4 Eq 2.9 (in carbon) G")).toBe(densest);
    const [carbon] = valuesOf("factors_afolu", "CF", /./, "t C/t d.m.");
    expect(limitOf("V4 Eq 2.10 G_W")).toBeCloseTo(densest / carbon!, 6);
  });

  test("is of organics in wastewater ten times the methane of the world a person", () => {
    const world = Math.max(...rowsOf("gases_countries").map((row) => Number(row.ch4_mtco2e_ar6 ?? 0)));
    const people = Math.max(...rowsOf("population").map((row) => Number(row.population)));
    // By AR6 a tonne of methane counts for 27 (biogenic) to 29.8: the least makes the most methane of it.
    const grams = (world * 1e12) / 27 / people / 365;
    const most = Math.max(...valuesOf("factors_waste", "Bo", /BOD$/, "kg CH4/kg BOD"));
    // Two digits are enough for what is ten times as much as it can be.
    expect((MARGIN * grams) / most / limitOf("V5 Eq 6.3 BOD")).toBeCloseTo(1, 1);
  });

  test.each(parameterLimits.flatMap(({ of, ...limit }) => of.map((name) => [name, limit] as const)))(
    "is noted of %s",
    (name, { most, unit }) => {
      expect(notesOf(name, unit, 0.99 * most)).toEqual([]);
      expect(notesOf(name, unit, 1.01 * most)).toHaveLength(1);
    },
  );
});
