import { compartmentOf, isResource } from "./compartment.ts";
import { flowKey } from "./flow-name.ts";
import { gasOfFlow } from "./gas-flow.ts";

/** The kinds of greenhouse gas that ISO 14067:2018 asks to state each by itself. */
export const climateKinds = ["fossil", "biogenic emission", "biogenic removal", "land-use change", "aircraft"] as const;
export type ClimateKind = (typeof climateKinds)[number];

/** What a flow whose name does not say it belongs to: never one of the kinds by a guess. */
export const notToldApart = "not told apart";
export type FlowKind = ClimateKind | typeof notToldApart;

export interface ClimateFlow {
  /** In the notation of `lib/quantity`. */
  readonly gas: string;
  readonly kind: FlowKind;
  readonly origin?: "fossil" | "biogenic";
  /** −1 for what is taken from the air. */
  readonly sign: 1 | -1;
}

/** What names of elementary flows add to that of a gas, in ecoinvent, openLCA, the USLCI and ILCD. */
const qualifiers: readonly (readonly [RegExp, Omit<ClimateFlow, "gas">])[] = [
  [/, (biogenic|non-fossil)$/, { kind: "biogenic emission", origin: "biogenic", sign: 1 }],
  [/, fossil$/, { kind: "fossil", origin: "fossil", sign: 1 }],
  [/(, (from soil or biomass stock|land transformation)| \(land use change\))$/, { kind: "land-use change", sign: 1 }],
  [/, to soil or biomass stock$/, { kind: "land-use change", sign: -1 }],
  [/, in air$/, { kind: "biogenic removal", origin: "biogenic", sign: -1 }],
];

/** Gases with natural sources: without a qualifier their names tell nothing of their origin. */
const natural = new Set(["CO2", "CH4", "N2O", "CH3Br", "CH3Cl", "CHCl3", "CH2Br2", "CH2Cl2"]);

/**
 * The greenhouse gas of an elementary flow, and its kind by ISO 14067 as far as its name and compartment say it: "Carbon dioxide,
 * fossil", "…, biogenic" or "…, non-fossil", "…, from soil or biomass stock", and carbon dioxide taken from the air. The Federal
 * Elementary Flow List does not tell fossil from biogenic: its carbon dioxide, methane and nitrous oxide are "not told apart".
 * Industrial gases have no biogenic source and are fossil. Undefined for what is no greenhouse gas given to or taken from the air.
 *
 * @param aircraftByAltitude Whether what is emitted in the stratosphere and upper troposphere is from aircraft.
 */
export function climateFlowOf(name: string, compartment: string, aircraftByAltitude = false): ClimateFlow | undefined {
  const context = compartmentOf(compartment)?.context;
  if (context === undefined) return undefined;
  const key = flowKey(name);
  const found = qualifiers.find(([ending]) => ending.test(key));
  const gas = gasOfFlow(found ? key.replace(found[0], "") : key);
  if (gas === undefined) return undefined;
  const isUptake = isResource(context) && context.startsWith("resource/air") && !context.endsWith("subterranean");
  // What goes to soil or biomass stock stands among emissions to soil in ecoinvent.
  if (found?.[1].kind === "land-use change" && found[1].sign < 0) return { gas, ...found[1] };
  if (isUptake) return gas === "CO2" ? { gas, kind: "biogenic removal", origin: "biogenic", sign: -1 } : undefined;
  if (!context.startsWith("emission/air")) return undefined;
  if (found?.[1].kind === "biogenic removal") return { gas, kind: notToldApart, sign: 1 };
  if (aircraftByAltitude && context.startsWith("emission/air/stratosphere") && found?.[1].origin !== "biogenic")
    return { gas, kind: "aircraft", ...(found?.[1].origin && { origin: found[1].origin }), sign: 1 };
  if (found) return { gas, ...found[1] };
  return natural.has(gas) ? { gas, kind: notToldApart, sign: 1 } : { gas, kind: "fossil", origin: "fossil", sign: 1 };
}

/** The name of carbon dioxide in the Federal Elementary Flow List. */
export const carbonDioxide = "Carbon dioxide";

/** Whether a flow is carbon dioxide that its name calls biogenic. */
export function isBiogenicCarbonDioxide(name: string): boolean {
  return /^carbon dioxide, (biogenic|biogenic-100yr|non-fossil)(, |$)/.test(flowKey(name));
}
