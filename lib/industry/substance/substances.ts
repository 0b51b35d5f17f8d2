import { messages } from "../../message/message.ts";
import { IndustryError } from "../industry-error.ts";
import { type FuelAnalysis, fuelOf, shippedFuels } from "./fuel.ts";
import { glennRecords } from "./glenn-records.ts";
import { handbookSubstances } from "./handbook-substances.ts";
import { ash, pureSubstance, type Substance } from "./substance.ts";

const texts = messages("industry.substance", {
  twice: {
    en: "fuels names {fuel}, which is a substance already. Give your fuel another name.",
    zh: "fuels 中的 {fuel} 与已有物质重名，请为燃料另取名称。",
  },
});

/** Substances by name. */
export type Substances = ReadonlyMap<string, Substance>;

/** Pure substances, ash and the fuels that ship. */
export const shippedSubstances: Substances = new Map(
  [
    ...Object.entries(glennRecords).map(([name, record]) => pureSubstance(name, record)),
    ash,
    ...handbookSubstances,
    ...shippedFuels.map(fuelOf),
  ].map((substance) => [substance.name, substance]),
);

/** The shipped substances and a plant's own fuels. Throws IndustryError as `fuelOf`, and if a name is taken. */
export function substancesWith(fuels: readonly FuelAnalysis[]): Substances {
  if (fuels.length === 0) return shippedSubstances;
  const all = new Map(shippedSubstances);
  for (const fuel of fuels) {
    // Flows are kept under names in plain objects, whose own names are taken too.
    if (all.has(fuel.name) || fuel.name in {}) throw new IndustryError("fuels", texts.twice({ fuel: fuel.name }));
    all.set(fuel.name, fuelOf(fuel));
  }
  return all;
}
