import { flowKey } from "../impact/flow-name.ts";

/**
 * What a product that is counted in kilograms does to the mass of an activity that takes it.
 * - `goods`: it brings its mass.
 * - `processing`: it is counted by what is worked, burnt or moved elsewhere, and brings none: a kilogram of copper wire takes a kilogram
 *   of copper and the drawing of a kilogram.
 * - `treatment`: it is counted by the waste that it takes away, whatever the sign.
 */
export type MassRole = "goods" | "processing" | "treatment";

/**
 * Beginnings of names of processing in the inventories of premise, WindTrace and the USLCI. Names of goods with the same words, such as
 * "hot rolled sheet, steel" and "aluminium extrusion", begin otherwise.
 */
const processing = [
  /^(blasting|casting, |cold impact extrusion|deep drawing|drawing of pipe|energy and auxilliary inputs)/,
  /^(extrusion, |film extrusion|forging|glider lightweighting|grinding|hot rolling)/,
  /^(impact extrusion|injection moulding|laser machining|section bar extrusion|section bar rolling|sheet rolling)/,
  /^(stretch blow moulding|tempering, flat glass|thermoforming|wire drawing)/,
];
const processingWords = /(, average )?metal working(, average |$)|\b(burned|combusted) (in|at)\b|\bcombusted, at\b/;
const treatment = /^(disposal|recycling), |^treatment( of |, )|^takeback and recycling\b/;

export function massRoleOf(name: string): MassRole {
  const key = flowKey(name);
  if (treatment.test(key)) return "treatment";
  return [...processing, processingWords].some((words) => words.test(key)) ? "processing" : "goods";
}

/** Whether what is missing of it matters for what a product is made of: goods, but no water. */
export const isMaterialGood = (name: string): boolean => massRoleOf(name) === "goods" && !/\bwater\b/i.test(name);
