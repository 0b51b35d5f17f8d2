import { type Quantity, unitFactor } from "../../quantity/quantity.ts";
import { EquationError, equation, type Given, Steps, type TierResult } from "../equation.ts";

/** N2O of managed soils, CO2 of liming and urea: IPCC 2006 Guidelines, Vol 4 Ch 11. */

export const animalManureNitrogen = equation(
  "V4 Eq 11.4",
  "Manure nitrogen that is applied to soils",
  "F_AM",
  "kg N",
  {
    N_MMS: "kg N | managed manure nitrogen that is left",
    FracFEED: "1 | used as feed | fraction",
    FracFUEL: "1 | used as fuel | fraction",
    FracCNST: "1 | used for building | fraction",
  },
  ({ N_MMS, FracFEED, FracFUEL, FracCNST }) => N_MMS * (1 - (FracFEED + FracFUEL + FracCNST)),
);

export const residueNitrogen = equation(
  "V4 Eq 11.6",
  "Nitrogen of crop residues",
  "F_CR",
  "kg N",
  {
    Crop: "kg | harvest, dry matter",
    RAG: "1 | residue above ground over harvest",
    NAG: "kg N/kg | nitrogen above ground",
    FracRemove: "1 | residue removed | fraction",
    FracBurnt: "1 | residue burnt times its combustion factor | fraction",
    RBG: "1 | residue below ground over harvest",
    NBG: "kg N/kg | nitrogen below ground",
    FracRenew: "1 | area renewed a year | fraction",
  },
  ({ Crop, RAG, NAG, FracRemove, FracBurnt, RBG, NBG, FracRenew }) =>
    Crop * FracRenew * ((1 - FracBurnt) * RAG * NAG * (1 - FracRemove) + RBG * NBG),
);

export const mineralisedNitrogen = equation(
  "V4 Eq 11.8",
  "Nitrogen mineralised where soil carbon is lost",
  "F_SOM",
  "kg N",
  { dC: "t C | soil carbon lost", R: "t C/t N | C to N ratio, 15 for forest and grassland, 10 for cropland" },
  ({ dC, R }) => (dC / R) * 1000,
);

const kgN = (name: string) => `kg N | ${name}`;

export const directInputs = equation(
  "V4 Eq 11.1 (inputs)",
  "Direct N2O-N of nitrogen inputs",
  "N2O-N_inputs",
  "kg N2O-N",
  {
    F_SN: kgN("synthetic fertiliser"),
    F_ON: kgN("organic fertiliser"),
    F_CR: kgN("crop residues"),
    F_SOM: kgN("mineralised"),
    EF1: "kg N2O-N/kg N | factor",
  },
  ({ F_SN, F_ON, F_CR, F_SOM, EF1 }) => (F_SN + F_ON + F_CR + F_SOM) * EF1,
);

export const floodedRiceInputs = equation(
  "V4 Eq 11.1 (rice)",
  "Direct N2O-N of flooded rice",
  "N2O-N_FR",
  "kg N2O-N",
  { F: kgN("all inputs to flooded rice"), EF1FR: "kg N2O-N/kg N | factor" },
  ({ F, EF1FR }) => F * EF1FR,
);

export const organicSoils = equation(
  "V4 Eq 11.1 (OS)",
  "Direct N2O-N of drained organic soils",
  "N2O-N_OS",
  "kg N2O-N",
  { F_OS: "ha | drained organic soil", EF2: "kg N2O-N/ha/yr | factor" },
  ({ F_OS, EF2 }) => F_OS * EF2,
);

export const pasture = equation(
  "V4 Eq 11.1 (PRP)",
  "Direct N2O-N of urine and dung on pasture",
  "N2O-N_PRP",
  "kg N2O-N",
  { F_PRP: kgN("urine and dung"), EF3: "kg N2O-N/kg N | factor of the animals" },
  ({ F_PRP, EF3 }) => F_PRP * EF3,
);

export const deposition = equation(
  "V4 Eq 11.9",
  "Indirect N2O-N of deposition",
  "N2O-N_ATD",
  "kg N2O-N",
  {
    F_SN: kgN("synthetic fertiliser"),
    FracGASF: "1 | share that volatilises | fraction",
    F_ON: kgN("organic fertiliser"),
    F_PRP: kgN("urine and dung"),
    FracGASM: "1 | share that volatilises | fraction",
    EF4: "kg N2O-N/kg N | factor",
  },
  ({ F_SN, FracGASF, F_ON, F_PRP, FracGASM, EF4 }) => (F_SN * FracGASF + (F_ON + F_PRP) * FracGASM) * EF4,
);

export const leaching = equation(
  "V4 Eq 11.10",
  "Indirect N2O-N of leaching and run-off",
  "N2O-N_L",
  "kg N2O-N",
  {
    F_SN: kgN("synthetic fertiliser"),
    F_ON: kgN("organic fertiliser"),
    F_PRP: kgN("urine and dung"),
    F_CR: kgN("crop residues"),
    F_SOM: kgN("mineralised"),
    FracLEACH: "1 | share that leaches | fraction",
    EF5: "kg N2O-N/kg N | factor",
  },
  ({ F_SN, F_ON, F_PRP, F_CR, F_SOM, FracLEACH, EF5 }) => (F_SN + F_ON + F_PRP + F_CR + F_SOM) * FracLEACH * EF5,
);

export const n2oOfNitrogen = equation(
  "V4 Ch11 44/28",
  "N2O of N2O-N",
  "N2O",
  "kg N2O",
  { N: "kg N2O-N | nitrogen in N2O" },
  ({ N }) => (N * 44) / 28,
);

export const liming = equation(
  "V4 Eq 11.12",
  "Carbon of liming",
  "C",
  "t C",
  {
    Ml: "t | limestone",
    EFl: "t C/t | factor of limestone",
    Md: "t | dolomite",
    EFd: "t C/t | factor of dolomite",
  },
  ({ Ml, EFl, Md, EFd }) => Ml * EFl + Md * EFd,
);

export const urea = equation(
  "V4 Eq 11.13",
  "Carbon of urea",
  "C",
  "t C",
  { M: "t | urea", EF: "t C/t | factor" },
  ({ M, EF }) => M * EF,
);

export const co2OfCarbon = equation(
  "V4 Ch11 44/12",
  "CO2 of carbon",
  "E",
  "t CO2",
  { C: "t C | carbon" },
  ({ C }) => (C * 44) / 12,
);

/** Nitrogen on flooded rice in a year. What is not said to be organic, of residues or mineralised is synthetic fertiliser. */
export interface FloodedRice {
  /** All inputs, of every kind. */
  readonly nitrogen: Given;
  /** EF1FR. */
  readonly factor: Given;
  readonly organic?: Given;
  readonly residues?: Given;
  readonly mineralised?: Given;
}

/** Nitrogen that reaches soils in a year, and factors. The first four inputs are without those to flooded rice. */
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
 * flooded rice has a direct factor of its own; it volatilises and leaches as the same nitrogen does elsewhere.
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
  const F_PRP = steps.sum(dung, "kg N", {
    symbol: "F_PRP",
    equation: "V4 Eq 11.5",
    title: "Urine and dung on pasture",
  });
  const all = steps.sum(direct, "kg N2O-N", { symbol: "N2O-N_Direct", equation: "V4 Eq 11.1", title: "Direct N2O-N" });
  const { FracGASF, FracGASM, FracLEACH, EF4, EF5 } = soils;
  const indirect = steps.sum(
    [
      steps.take(deposition, { F_SN: applied.F_SN, FracGASF, F_ON: applied.F_ON, F_PRP, FracGASM, EF4 }),
      steps.take(leaching, { ...applied, F_PRP, FracLEACH, EF5 }),
    ],
    "kg N2O-N",
    { symbol: "N2O-N_Indirect", equation: "V4 Eq 11.9 + 11.10", title: "Indirect N2O-N" },
  );
  const gas = [all, indirect].map((N, i) =>
    steps.take(n2oOfNitrogen, { N }, { label: i === 0 ? "direct" : "indirect" }),
  );
  return { emissions: gas, steps: steps.list };
}

/** All nitrogen applied, by its kind, that on flooded rice included: what Eq 11.9 and 11.10 count. */
function withFloodedRice(steps: Steps, elsewhere: Inputs, rice: FloodedRice): Inputs {
  const ofRice = (kind: Given | undefined) => kilogramsOf(kind ?? 0);
  const [all, organic, residues, mineralised] = [rice.nitrogen, rice.organic, rice.residues, rice.mineralised].map(
    ofRice,
  ) as [number, number, number, number];
  const rest = all - organic - residues - mineralised;
  // The parts may miss the whole by the last digits of their sum.
  if (rest < -1e-9 * all)
    throw new EquationError(
      "F",
      `${floodedRiceInputs.id}: organic, residues and mineralised add up to ${all - rest} kg N, more than the ${all} kg N of all inputs to flooded rice.`,
    );
  const onRice = { F_SN: Math.max(0, rest), F_ON: organic, F_CR: residues, F_SOM: mineralised };
  const sum = (symbol: keyof Inputs, title: string): Quantity =>
    steps.sum([asNitrogen(elsewhere[symbol]), asNitrogen(onRice[symbol])], "kg N", {
      symbol,
      equation: "V4 Eq 11.1",
      title,
    });
  return {
    F_SN: sum("F_SN", "Synthetic fertiliser, flooded rice included"),
    F_ON: sum("F_ON", "Organic fertiliser, flooded rice included"),
    F_CR: sum("F_CR", "Crop residues, flooded rice included"),
    F_SOM: sum("F_SOM", "Mineralised nitrogen, flooded rice included"),
  };
}

function asNitrogen(given: Given): Pick<Quantity, "value" | "unit"> {
  return typeof given === "number" ? { value: given, unit: "kg N" } : given;
}

function kilogramsOf(given: Given): number {
  const { value, unit } = asNitrogen(given);
  return value * unitFactor(unit, "kg N");
}
