import { messages } from "../../message/message.ts";
import { type Quantity, unitFactor } from "../../quantity/quantity.ts";
import {
  deposition,
  directInputs,
  directNitrogen,
  floodedRiceInputs,
  indirectNitrogen,
  inputTotals,
  leaching,
  n2oOfNitrogen,
  organicSoils,
  pasture,
  pastureNitrogen,
} from "../equations/soils.ts";
import { EquationError, type Given, Steps, type TierResult } from "../steps.ts";

const texts = messages("inventory", {
  partsOfRice: {
    en: "{equation}: organic, residues and mineralised add up to {sum} kg N, more than the {all} kg N of all inputs to flooded rice.",
    zh: "{equation}：organic、residues 和 mineralised 合计 {sum} kg N，超过水田全部氮输入 {all} kg N。",
  },
});

/** N2O of managed soils: IPCC 2006 Guidelines, Vol 4 Ch 11. */

/** Nitrogen on flooded rice in a year. Nitrogen not stated as organic, of residues or mineralised is synthetic fertiliser. */
export interface FloodedRice {
  /** The sum of all inputs. */
  readonly nitrogen: Given;
  /** EF1FR. */
  readonly factor: Given;
  readonly organic?: Given;
  readonly residues?: Given;
  readonly mineralised?: Given;
}

/** Nitrogen inputs to soils in a year, and factors. The first four inputs exclude those to flooded rice. */
export interface ManagedSoils {
  readonly synthetic?: Given;
  readonly organic?: Given;
  readonly residues?: Given;
  readonly mineralised?: Given;
  readonly floodedRice?: FloodedRice;
  readonly organicSoils?: readonly { readonly soil: string; readonly area: Given; readonly factor: Given }[];
  readonly pasture?: readonly { readonly animals: string; readonly nitrogen: Given; readonly factor: Given }[];
  readonly EF1: Given;
  readonly EF4: Given;
  readonly EF5: Given;
  readonly FracGASF: Given;
  readonly FracGASM: Given;
  readonly FracLEACH: Given;
}

type Inputs = Readonly<Record<"F_SN" | "F_ON" | "F_CR" | "F_SOM", Given>>;

/**
 * Direct and indirect N2O of managed soils, Tier 1. Vol 4 Eq 11.1, 11.9, 11.10. Emissions: direct, then indirect. Nitrogen on
 * flooded rice has its own direct factor; it volatilises and leaches like the same nitrogen elsewhere.
 */
export function managedSoils(soils: ManagedSoils): TierResult {
  const steps = new Steps();
  const { synthetic: F_SN = 0, organic: F_ON = 0, residues: F_CR = 0, mineralised: F_SOM = 0 } = soils;
  const direct = [steps.take(directInputs, { F_SN, F_ON, F_CR, F_SOM, EF1: soils.EF1 })];
  let applied: Inputs = { F_SN, F_ON, F_CR, F_SOM };
  if (soils.floodedRice) {
    const { nitrogen: F, factor: EF1FR } = soils.floodedRice;
    direct.push(steps.take(floodedRiceInputs, { F, EF1FR }));
    applied = withFloodedRice(steps, applied, soils.floodedRice);
  }
  for (const { soil: label, area: F_OS, factor: EF2 } of soils.organicSoils ?? [])
    direct.push(steps.take(organicSoils, { F_OS, EF2 }, { label }));
  for (const { animals: label, nitrogen: F_PRP, factor: EF3 } of soils.pasture ?? [])
    direct.push(steps.take(pasture, { F_PRP, EF3 }, { label }));
  const dung = (soils.pasture ?? []).map(({ nitrogen }) => asNitrogen(nitrogen));
  const F_PRP = steps.sum(dung, "kg N", pastureNitrogen);
  const all = steps.sum(direct, "kg N2O-N", directNitrogen);
  const { FracGASF, FracGASM, FracLEACH, EF4, EF5 } = soils;
  const indirect = steps.sum(
    [
      steps.take(deposition, { F_SN: applied.F_SN, FracGASF, F_ON: applied.F_ON, F_PRP, FracGASM, EF4 }),
      steps.take(leaching, { ...applied, F_PRP, FracLEACH, EF5 }),
    ],
    "kg N2O-N",
    indirectNitrogen,
  );
  const gas = [all, indirect].map((N, i) =>
    steps.take(n2oOfNitrogen, { N }, { label: i === 0 ? "direct" : "indirect" }),
  );
  return { emissions: gas, steps: steps.list };
}

/** All nitrogen applied, by kind, including that on flooded rice: the inputs of Eq 11.9 and 11.10. */
function withFloodedRice(steps: Steps, elsewhere: Inputs, rice: FloodedRice): Inputs {
  const ofRice = (kind: Given | undefined) => kilogramsOf(kind ?? 0);
  const [all, organic, residues, mineralised] = [rice.nitrogen, rice.organic, rice.residues, rice.mineralised].map(
    ofRice,
  ) as [number, number, number, number];
  const rest = all - organic - residues - mineralised;
  // Rounding of the sum may differ in the last digits.
  if (rest < -1e-9 * all)
    throw new EquationError("F", texts.partsOfRice({ equation: floodedRiceInputs.id, sum: all - rest, all }));
  const onRice = { F_SN: Math.max(0, rest), F_ON: organic, F_CR: residues, F_SOM: mineralised };
  const sum = (symbol: keyof Inputs): Quantity =>
    steps.sum([asNitrogen(elsewhere[symbol]), asNitrogen(onRice[symbol])], "kg N", inputTotals[symbol]);
  return { F_SN: sum("F_SN"), F_ON: sum("F_ON"), F_CR: sum("F_CR"), F_SOM: sum("F_SOM") };
}

function asNitrogen(given: Given): Pick<Quantity, "value" | "unit"> {
  return typeof given === "number" ? { value: given, unit: "kg N" } : given;
}

function kilogramsOf(given: Given): number {
  const { value, unit } = asNitrogen(given);
  return value * unitFactor(unit, "kg N");
}
