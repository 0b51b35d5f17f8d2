import { messages } from "../../message/message.ts";
import { IndustryError } from "../industry-error.ts";
import { completeDeclared } from "../operation/run-operation.ts";
import type { PlantKind } from "../plant/plant.ts";
import { plantNamed } from "../plant/plants.ts";
import { runPlant } from "../plant/run-plant.ts";
import { shippedSubstances } from "../substance/substances.ts";
import type { LinkParameter } from "./link-parameter.ts";
import { type LinkedModel, linkedOutputs } from "./linked-model.ts";

const texts = messages("industry.plantModel", {
  unpriced: {
    en: "prices names {name}, which {plant} does not buy. It buys {known:and}.",
    zh: "prices 中的 {name} 不是 {plant} 所购之物。其购入 {known:and}。",
  },
});

/** The factor of the electricity bought, in t CO2/MWh, as a parameter of the model beside those of the plant. */
export const GRID_FACTOR = "gridFactor_t_MWh";

export interface PlantModelOptions {
  readonly gridFactor_t_MWh?: number | undefined;
  /** Money per t of a feed, and per MWh of `electricity`. */
  readonly prices?: Readonly<Record<string, number>> | undefined;
}

/**
 * A plant that ships as a model of what links: emissions in t CO2 of scopes 1 and 2 per t of product and, where prices are given, the
 * cost of what it buys per t of product. Throws IndustryError if the plant or a price is unknown.
 */
export function plantModel(name: string, { gridFactor_t_MWh = 0, prices }: PlantModelOptions): LinkedModel {
  const plant = plantNamed(name);
  const bought = (values: Readonly<Record<string, number>>) => {
    const { [GRID_FACTOR]: factor = gridFactor_t_MWh, ...own } = values;
    const run = runPlant(plant.describe(completeDeclared(plant.name, plant.parameters, own)), 1000, shippedSubstances);
    return { run, factor };
  };
  if (prices) {
    const known = [...Object.keys(bought({}).run.feeds), "electricity"];
    for (const each of Object.keys(prices))
      if (!known.includes(each))
        throw new IndustryError(`model.prices.${each}`, texts.unpriced({ name: each, plant: plant.name, known }));
  }
  return {
    outputs: prices ? linkedOutputs : ["emissions"],
    isPhysical: true,
    evaluate(values) {
      const { run, factor } = bought(values);
      const stacks = run.stacks.reduce((sum, { byOrigin }) => sum + byOrigin.process + byOrigin.energy, 0);
      const emissions = stacks / 1000 + run.electricity * factor;
      if (!prices) return [emissions];
      const feeds = Object.entries(run.feeds).reduce((sum, [feed, kg]) => sum + (kg / 1000) * (prices[feed] ?? 0), 0);
      return [emissions, feeds + run.electricity * (prices.electricity ?? 0)];
    },
  };
}

/** The parameters of a plant that have a range of practice, at their typical values, marked as they are confirmed. */
export function plantLinkParameters(name: string): LinkParameter[] {
  return Object.entries(plantNamed(name).parameters).flatMap(([parameter, declared]) =>
    declared.low === null && declared.high === null
      ? []
      : [{ name: parameter, value: declared.typical, ...declaredOf(declared) }],
  );
}

/** As given, with unit, range and confirmation as the plant declares them where they are not given. */
export function asDeclared(name: string, given: readonly LinkParameter[]): LinkParameter[] {
  const { parameters } = plantNamed(name);
  return given.map((parameter) => {
    const declared = parameters[parameter.name];
    if (!declared) return parameter;
    const { range, confirmation, unit } = declaredOf(declared);
    const within = range && parameter.value >= range.lo && parameter.value <= range.hi;
    // A value that the caller gives is the caller's, and not from memory.
    return {
      unit,
      ...(within ? { range } : {}),
      ...(parameter.value === declared.typical ? { confirmation } : {}),
      ...parameter,
    };
  });
}

function declaredOf({ low, high, typical, unit, confirmation }: PlantKind["parameters"][string]) {
  return { unit, confirmation, range: { lo: low ?? typical, hi: high ?? typical } };
}
