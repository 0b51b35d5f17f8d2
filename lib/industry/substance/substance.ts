import { type Arithmetic, realArithmetic } from "../../numeric/automatic/arithmetic.ts";
import { atomicWeights, molarMassOf } from "./atomic-weights.ts";
import { molarEnthalpy, STANDARD_TEMPERATURE } from "./glenn-polynomial.ts";
import { type GlennRecord, glennRecords } from "./glenn-records.ts";

/** The element of what an analysis calls ash: inert matter whose elements nobody stated. It is conserved as they are. */
export const ASH = "ash";

/** What streams carry. */
export interface Substance {
  readonly name: string;
  readonly phase: "gas" | "condensed";
  /** kg of each element in a kg; the sum is 1. */
  readonly elements: Readonly<Record<string, number>>;
  /** kg/kmol; undefined for mixtures. */
  readonly molarMass: number | undefined;
  /** Atoms in a formula unit; undefined for mixtures. */
  readonly formula: Readonly<Record<string, number>> | undefined;
  /** MJ/kg at 298.15 K, with gaseous water; 0 for what does not burn. */
  readonly lowerHeatingValue: number;
  readonly source: string;
  /** kJ/kg at a temperature in K, from the elements in their reference states at 298.15 K. */
  enthalpy<N>(arithmetic: Arithmetic<N>, temperature: N): N;
}

const GLENN = "NASA Glenn coefficients, NASA/TP-2002-211556";

/** Elements of fuels: what consists of others is not burnt. */
const combustible = new Set(["C", "H", "O", "N", "S"]);

/** A pure substance of the NASA Glenn database. */
export function pureSubstance(name: string, record: GlennRecord): Substance {
  const molarMass = molarMassOf(record.formula);
  const elements = Object.fromEntries(
    Object.entries(record.formula).map(([element, atoms]) => [element, (atomicWeights[element]! * atoms) / molarMass]),
  );
  const burns = Object.keys(record.formula).every((element) => combustible.has(element));
  return {
    name,
    phase: record.phase,
    elements,
    molarMass,
    formula: record.formula,
    lowerHeatingValue: burns
      ? (molarEnthalpy(realArithmetic, record, STANDARD_TEMPERATURE) / molarMass - burntEnthalpy(elements)) / 1000
      : 0,
    source: `${GLENN} (${record.reference})`,
    enthalpy: (a, temperature) => a.scale(molarEnthalpy(a, record, temperature), 1 / molarMass),
  };
}

/** Products of complete combustion, by the element that each takes. */
const products = { C: "CO2", H: "H2O", S: "SO2" } as const;

/** kJ per kg of the products of complete combustion at 298.15 K, with gaseous water, of a kg with these elements. */
export function burntEnthalpy(elements: Readonly<Record<string, number>>): number {
  return Object.entries(products).reduce((sum, [element, product]) => {
    const record = glennRecords[product]!;
    const kmol = (elements[element] ?? 0) / atomicWeights[element]! / record.formula[element]!;
    return sum + kmol * molarEnthalpy(realArithmetic, record, STANDARD_TEMPERATURE);
  }, 0);
}

/** Inert matter of unknown elements: no heat of formation, the sensible heat of silica. */
export const ash: Substance = {
  name: ASH,
  phase: "condensed",
  elements: { [ASH]: 1 },
  molarMass: undefined,
  formula: undefined,
  lowerHeatingValue: 0,
  source: "Sensible heat as silica: an assumption",
  enthalpy: (a, temperature) => sensible(a, "SiO2", temperature),
};

/** kJ/kg above 298.15 K of a pure substance. */
export function sensible<N>(a: Arithmetic<N>, name: string, temperature: N): N {
  const record = glennRecords[name]!;
  const cold = molarEnthalpy(realArithmetic, record, STANDARD_TEMPERATURE);
  return a.scale(a.sub(molarEnthalpy(a, record, temperature), a.of(cold)), 1 / molarMassOf(record.formula));
}
