import { atomicWeights, molarMassOf } from "./atomic-weights.ts";
import { burntEnthalpy, type Substance, sensible } from "./substance.ts";

const formula = { C: 1, H: 4, N: 2, O: 1 };
const molarMass = molarMassOf(formula);
const elements = Object.fromEntries(
  Object.entries(formula).map(([element, atoms]) => [element, (atomicWeights[element]! * atoms) / molarMass]),
);

/** kJ/kmol of the crystal at 298.15 K. */
const FORMATION = -333_100;

/** Urea, of which the Glenn database has no record. Its sensible heat, small beside its heat of formation, is taken as that of graphite. */
export const urea: Substance = {
  name: "urea",
  phase: "condensed",
  elements,
  molarMass,
  formula,
  lowerHeatingValue: (FORMATION / molarMass - burntEnthalpy(elements)) / 1000,
  source:
    "Heat of formation: CRC Handbook, Standard Thermodynamic Properties of Chemical Substances, as the library chemicals (C. Bell and others, MIT licence) carries it; sensible heat as graphite: an assumption",
  enthalpy: (a, temperature) => a.add(a.of(FORMATION / molarMass), sensible(a, "C", temperature)),
};
