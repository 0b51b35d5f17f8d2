import { convert, quantity } from "../../quantity/quantity.ts";

/**
 * The CO2 that a product's biomass took from the air, kg CO2 per declared unit, of its biogenic carbon content in kg C: never
 * above zero. It comes back when the product is burnt or rots, which is why footprints state both totals.
 *
 * ISO 14067:2018; PACT Methodology 3, 3.3.2.4: uptake = −44/12 × carbon content, by whole molar masses. Throws QuantityError if the
 * content is not finite.
 */
export function biogenicUptake(carbon: number): number {
  // Converted exactly and rounded once: 0.12 kg C are 0.44 kg CO2, not 0.43999999999999995.
  return carbon === 0 ? 0 : -convert(quantity(carbon, "kg C"), "kg CO2").value;
}
