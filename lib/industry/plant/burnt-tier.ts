import { combustion } from "../../inventory/energy/tiers.ts";
import type { Text } from "../../message/message.ts";
import { carbonOfFuel, heatOfFuel } from "./heat-of-fuel.ts";
import type { TierResult } from "./plant.ts";
import { ROUNDED_CARBON } from "./tier.ts";

/** Vol. 2 equation 2.1 with the fuels' own carbon (tiers 2 and 3): kg/h of each fuel that ships, and the CO2 of the plant beside it. */
export function burntTier(fuels: Readonly<Record<string, number>>, covers: Text, byPlant: number): TierResult {
  const { emissions } = combustion(
    Object.entries(fuels).map(([fuel, mass]) => ({
      fuel,
      amount: (mass * heatOfFuel(fuel)) / 1e6,
      carbonContent: { value: (1000 * carbonOfFuel(fuel)) / heatOfFuel(fuel), unit: "kg C/GJ" },
    })),
  );
  return {
    method: "IPCC 2006 Guidelines, Vol. 2 equation 2.1, the fuel's own carbon",
    covers,
    byTier: emissions[0]!.value,
    byPlant,
    rounding: ROUNDED_CARBON,
  };
}

/** CO2 of fuel burnt for heat, before capture. */
export const ENERGY_CO2: Text = { en: "CO2 of fuel burnt for heat", zh: "供热燃料的 CO2" };
