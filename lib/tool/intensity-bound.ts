import { type Message, messages } from "../message/message.ts";
import { partsOf } from "../quantity/dimension.ts";
import { toNumber } from "../quantity/rational.ts";
import { factorOf, parseUnit } from "../quantity/unit.ts";
import { byUnit } from "./by-unit.ts";
import { outsideRange, type PlausibleRange } from "./plausible.ts";

const texts = messages("tool.intensity", {
  lignite: {
    en: "lignite, of 101 kg CO2 a GJ (IPCC 2006), gives 3.6 t/MWh where only a tenth of its heat becomes electricity.",
    zh: "褐煤（IPCC 2006：每 GJ 排放 101 kg CO2）即使只有十分之一的热量转化为电力，也仅为 3.6 t/MWh。",
  },
});

/** t CO2/MWh: the dirtiest common fuel in a plant worse than any that is run. */
const MOST = 4;

/** For grid factors whose unit does not say what is emitted; others are known by their unit. */
export const gridFactorRange: PlausibleRange = { most: MOST, why: texts.lignite };

/** A note if CO2 per energy is more than any fuel gives. */
export function aboveFuels(value: number, unit: string, field: string): Message[] {
  const range = rangeOf(unit);
  return range ? outsideRange(value, field, range) : [];
}

const rangeOf = byUnit((unit): PlausibleRange | undefined => {
  const [one, other, ...more] = partsOf(unit);
  const [mass, energy] = one?.exponent === 1 ? [one, other] : [other, one];
  if (more.length > 0 || mass?.base !== "mass" || mass.exponent !== 1) return undefined;
  if (energy?.base !== "energy" || energy.exponent !== -1) return undefined;
  const { substance } = mass;
  const isCo2 = substance?.kind === "CO2e" || (substance?.kind === "gas" && substance.gas === "CO2");
  if (!isCo2) return undefined;
  const most = (MOST * PER_MWH) / toNumber(factorOf(unit));
  return { most: Number(most.toPrecision(6)), why: texts.lignite };
});

const PER_MWH = toNumber(factorOf(parseUnit("t/MWh")));

/** Where nothing is noted, in the unit. */
export function fuelRange(unit: string): { readonly least?: number; readonly most?: number } | undefined {
  return rangeOf(unit);
}
