import { converts, unitFactor } from "../../quantity/quantity.ts";
import { flowKey } from "../impact/flow-name.ts";
import { gasOfFlow } from "../impact/gas-flow.ts";

/** Ends of names of gases that say where they come from or go to. */
const origin = /, (fossil|biogenic|non-fossil|in air|(from|to) soil or biomass stock|land transformation)$/;

/**
 * The share of carbon in the mass of an elementary flow, where its formula is known: CO2, CH4 and CO, by the whole molar masses of the IPCC
 * guidelines (12/44, 12/16, 12/28). Undefined for others.
 */
export function carbonOfFlow(name: string): number | undefined {
  const key = flowKey(name).replace(origin, "");
  const gas = /^carbon monoxide$/.test(key) ? "CO" : gasOfFlow(key);
  if (gas === undefined) return undefined;
  const unit = `kg ${gas}`;
  return converts(unit, "kg C") ? unitFactor(unit, "kg C") : undefined;
}
