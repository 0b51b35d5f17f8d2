import { shippedSubstances } from "../substance/substances.ts";

/** MJ/kg net of a substance that ships. */
export function heatOfFuel(name: string): number {
  return shippedSubstances.get(name)!.lowerHeatingValue;
}

/** kg of carbon in a kg of a substance that ships. */
export function carbonOfFuel(name: string): number {
  return shippedSubstances.get(name)!.elements.C ?? 0;
}
