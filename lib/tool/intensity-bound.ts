import { type Message, messages } from "../message/message.ts";
import { partsOf } from "../quantity/dimension.ts";
import { toNumber } from "../quantity/rational.ts";
import { factorOf, parseUnit, type Unit } from "../quantity/unit.ts";
import { outsideRange, type PlausibleRange } from "./plausible.ts";

const said = messages("tool.intensity", {
  lignite: {
    en: "lignite, of 101 kg CO2 a GJ (IPCC 2006), gives 3.6 t/MWh where only a tenth of its heat becomes electricity.",
    zh: "褐煤（IPCC 2006：每 GJ 排放 101 kg CO2）即使只有十分之一的热量转化为电力，也仅为 3.6 t/MWh。",
  },
});

/** t CO2/MWh: the dirtiest common fuel in a plant worse than any that is run. */
const MOST = 4;

/** For grid factors whose unit does not say what is emitted; others are known by their unit. */
export const gridFactorRange: PlausibleRange = { most: MOST, why: said.lignite };

/** A note if CO2 per energy is more than any fuel gives. */
export function aboveFuels(value: number, unit: Unit, field: string): Message[] {
  const [one, other] = partsOf(unit);
  const parts = one?.exponent === 1 ? [one, other] : [other, one];
  const isPerEnergy = partsOf(unit).length === 2 && parts[0]?.base === "mass" && parts[1]?.base === "energy";
  if (!isPerEnergy || parts[0]!.exponent !== 1 || parts[1]!.exponent !== -1) return [];
  const { substance } = parts[0]!;
  const isCo2 = substance?.kind === "CO2e" || (substance?.kind === "gas" && substance.gas === "CO2");
  if (!isCo2) return [];
  const most = (MOST * PER_MWH) / toNumber(factorOf(unit));
  return outsideRange(value, field, { most: Number(most.toPrecision(6)), why: said.lignite });
}

const PER_MWH = toNumber(factorOf(parseUnit("t/MWh")));
