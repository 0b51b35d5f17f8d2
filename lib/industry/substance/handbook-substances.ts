import { atomicWeights, molarMassOf } from "./atomic-weights.ts";
import { STANDARD_TEMPERATURE } from "./glenn-polynomial.ts";
import { burntEnthalpy, type Substance, sensible } from "./substance.ts";

const HANDBOOK =
  "CRC Handbook, Standard Thermodynamic Properties of Chemical Substances, as the library chemicals (C. Bell and others, MIT licence) carries it";

interface HandbookRecord {
  readonly name: string;
  readonly formula: Readonly<Record<string, number>>;
  /** kJ/kmol of the crystal at 298.15 K. */
  readonly formation: number;
  /** kJ/(kmol K) at 298.15 K, taken as constant; undefined: the sensible heat of graphite. */
  readonly heatCapacity?: number;
  readonly burns: boolean;
}

/** Crystals of which the Glenn database has no record here. Their heat capacity does not rise with temperature as it should. */
const records: readonly HandbookRecord[] = [
  { name: "urea", formula: { C: 1, H: 4, N: 2, O: 1 }, formation: -333_100, burns: true },
  { name: "Na2CO3", formula: { Na: 2, C: 1, O: 3 }, formation: -1_130_700, heatCapacity: 112.3, burns: false },
  { name: "Na2O", formula: { Na: 2, O: 1 }, formation: -414_200, heatCapacity: 69.1, burns: false },
];

function substanceOf({ name, formula, formation, heatCapacity, burns }: HandbookRecord): Substance {
  const molarMass = molarMassOf(formula);
  const elements = Object.fromEntries(
    Object.entries(formula).map(([element, atoms]) => [element, (atomicWeights[element]! * atoms) / molarMass]),
  );
  return {
    name,
    phase: "condensed",
    elements,
    molarMass,
    formula,
    lowerHeatingValue: burns ? (formation / molarMass - burntEnthalpy(elements)) / 1000 : 0,
    source: `${HANDBOOK}; ${heatCapacity === undefined ? "sensible heat as graphite" : "constant heat capacity"}: an assumption`,
    enthalpy: (a, temperature) =>
      a.add(
        a.of(formation / molarMass),
        heatCapacity === undefined
          ? sensible(a, "C", temperature)
          : a.scale(a.sub(temperature, a.of(STANDARD_TEMPERATURE)), heatCapacity / molarMass),
      ),
  };
}

export const handbookSubstances: readonly Substance[] = records.map(substanceOf);
