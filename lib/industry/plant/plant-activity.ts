import { z } from "zod";
import { gasFlows } from "../../lifecycle/impact/gas-flow.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { numberIn, siblingUnit } from "../../tool/unit.ts";
import { isMaterial } from "../stream/stream.ts";
import { ELECTRICITY } from "./plant.ts";
import type { PlantResult } from "./plant-result.ts";

/** An exchange as inventories of `lifecycle` take it. */
export const plantExchangeShape = z.object({
  type: z.enum(["production", "technosphere", "biosphere"]),
  product: z.string().optional(),
  flow: z.string().optional(),
  compartment: z.string().optional(),
  amount: numberIn(siblingUnit),
  unit: z.string(),
  comment: z.string().optional(),
});
export type PlantExchange = ResultOf<typeof plantExchangeShape>;

/** What is taken from the air, which no activity makes. */
const free = new Set(["air", "process air"]);
const AIR = "emission/air";

/**
 * A plant as one activity for a tonne of its product, or a MWh: feeds, materials, electricity and heat that it takes, CO2 that is given
 * to storage, and what it emits. By-products are not exchanges: nothing is allocated to them.
 */
export function plantExchanges(result: PlantResult): PlantExchange[] {
  const { kind, run, per, byOrigin, otherGases, stored } = result;
  const isPower = kind.makes === "electricity";
  const production: PlantExchange = {
    type: "production",
    product: isPower ? ELECTRICITY : kind.title.en,
    amount: 1,
    unit: isPower ? "MWh" : "t",
  };
  const materials = new Map<string, number>();
  const take = (name: string, mass: number) => {
    if (mass > 0 && !free.has(name)) materials.set(name, (materials.get(name) ?? 0) + per(mass));
  };
  for (const [feed, mass] of Object.entries(run.feeds)) take(feed, mass);
  for (const { run: unit } of run.units)
    for (const [demand, stream] of Object.entries(unit.result.demands))
      if (isMaterial(stream))
        take(
          demand,
          Object.values(stream.flows).reduce((sum, flow) => sum + flow, 0),
        );
  const takes = (product: string, amount: number, unit: string): PlantExchange[] =>
    amount > 1e-12 ? [{ type: "technosphere", product, amount, unit }] : [];
  const emits = (flow: string, amount: number, comment?: string): PlantExchange[] =>
    amount > 0
      ? [
          {
            type: "biosphere",
            flow,
            compartment: AIR,
            amount,
            unit: "kg",
            ...(comment === undefined ? {} : { comment }),
          },
        ]
      : [];
  return [
    production,
    ...[...materials].flatMap(([name, mass]) => takes(name, mass, "kg")),
    ...takes(isPower ? "electricity bought" : ELECTRICITY, per(run.electricity), "MWh"),
    ...takes("heat", per(run.heat * 3600), "MJ"),
    ...takes("transport and storage of CO2", stored, "kg"),
    ...emits("Carbon dioxide, fossil", byOrigin.process, "process"),
    ...emits("Carbon dioxide, fossil", byOrigin.energy, "energy"),
    ...emits("Carbon dioxide, biogenic", byOrigin.biogenic),
    ...otherGases.flatMap(({ gas, mass, method }) => emits(gasFlows.get(gas) ?? gas, mass, method)),
  ];
}

/** What is sold with a unit of the product: kg of matter, MJ of heat or electricity. */
export const byProductShape = z.object({
  stream: z.string(),
  amount: numberIn(siblingUnit),
  unit: z.enum(["kg", "MJ"]),
});
export type ByProduct = ResultOf<typeof byProductShape>;

export function plantByProducts({ kind, parameters, run, per }: PlantResult): ByProduct[] {
  const { byProducts = [] } = kind.describe(parameters);
  const sold = byProducts.map((stream): ByProduct => {
    const mass = run.left[stream] ?? 0;
    if (mass > 0) return { stream, amount: per(mass), unit: "kg" };
    const link = run.links.find((each) => each.stream === stream && each.to === "by-product");
    return { stream, amount: per((link?.energy ?? 0) * 3600), unit: "MJ" };
  });
  const electricity: ByProduct = { stream: ELECTRICITY, amount: per(-run.electricity * 3600), unit: "MJ" };
  return [...sold, electricity].filter(({ amount }) => amount > 1e-9);
}
