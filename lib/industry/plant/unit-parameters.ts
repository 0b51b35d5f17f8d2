import { messages } from "../../message/message.ts";
import { IndustryError } from "../industry-error.ts";
import type { PlantDescription } from "./plant.ts";

const texts = messages("industry.unitParameters", {
  unknown: {
    en: "The plant has no unit {unit}. Its units are {known:and}.",
    zh: "该工厂没有单元 {unit}。其单元有 {known:and}。",
  },
});

/** A description whose units run with other parameters. Throws IndustryError naming a unit that is not there. */
export function withUnitParameters(
  plant: PlantDescription,
  given: Readonly<Record<string, Readonly<Record<string, number>>>>,
): PlantDescription {
  const known = plant.units.map(({ name }) => name);
  for (const unit of Object.keys(given))
    if (!known.includes(unit)) throw new IndustryError("unitParameters", texts.unknown({ unit, known }));
  return {
    ...plant,
    units: plant.units.map((unit) =>
      Object.hasOwn(given, unit.name) ? { ...unit, parameters: { ...unit.parameters, ...given[unit.name] } } : unit,
    ),
  };
}
