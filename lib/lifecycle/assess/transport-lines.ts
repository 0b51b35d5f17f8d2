import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import type { InputOf } from "../../tool/shape.ts";
import { numberIn, siblingUnit } from "../../tool/unit.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import type { Called, GivenLine } from "./assessment.ts";
import { billMass } from "./bill-balance.ts";
import { lineFactorShape } from "./line-factor.ts";

const texts = messages("lifecycle.transport", {
  nothing: {
    en: "transport[{at}], {mode}, has neither an amount nor a distance; give the amount in t*km, or the distance in km.",
    zh: "transport[{at}]（{mode}）既没有数量也没有距离；请给出以 t*km 计的数量，或以 km 计的距离。",
  },
  noMass: {
    en: "transport[{at}], {mode}, has a distance and no mass, and no line of the bill is a mass; give mass in kg.",
    zh: "transport[{at}]（{mode}）只有距离而没有质量，物料清单中也没有以质量计的行；请给出以 kg 计的 mass。",
  },
  wholeBill: {
    en: "{mode} carries the whole bill, {kg} kg, over {km} km: its mass is not stated.",
    zh: "未注明 {mode} 的运输质量：假定运输整个物料清单（{kg} kg），距离 {km} km。",
  },
  readLines: {
    en: "{mode} carries the lines that could be read, {kg} kg, over {km} km: its mass is not stated, nor known of {notRead} {notRead:line|lines}.",
    zh: "未注明 {mode} 的运输质量：假定运输已读取的各行（{kg} kg），距离 {km} km；另有 {notRead} 行的质量不明。",
  },
});

/** A way of transport: its amount, or a distance and the mass that is carried. */
export const transportShape = z.strictObject({
  mode: z.string().min(1).describe("truck, train, ship, air, or the name of a transport activity"),
  amount: numberIn(siblingUnit).optional(),
  unit: z.string().default("t*km"),
  distance: numberIn("km").optional().describe("Instead of an amount"),
  mass: numberIn("kg").optional().describe("What is carried over the distance; the whole bill if absent"),
  factor: lineFactorShape.optional().describe("Its own factor, which goes before the data that are found"),
});
export type Transport = InputOf<typeof transportShape>;

/**
 * Transport as lines of an assessment, and what is assumed in them: a distance without a mass carries the materials of the bill, kg. Throws
 * LifecycleError for transport without amount and distance, and where the bill has no mass.
 *
 * @param notRead lines of the bill that could not be read.
 */
export function transportLines(
  transport: readonly (Transport & Called)[],
  bill: readonly Pick<GivenLine, "name" | "called" | "amount" | "unit">[],
  notRead = 0,
): { readonly lines: GivenLine[]; readonly assumptions: Message[] } {
  const assumptions: Message[] = [];
  const { bill: ofBill } = billMass(bill);
  const lines = transport.map(({ mode, called, amount, unit, distance, mass, factor }, at): GivenLine => {
    const named = {
      name: mode,
      ...(called === undefined ? {} : { called }),
      ...(factor === undefined ? {} : { factor }),
      stage: "transport" as const,
    };
    if (amount !== undefined) return { ...named, amount, unit };
    if (distance === undefined) throw new LifecycleError("transport", texts.nothing({ at, mode }));
    if (mass === undefined) {
      if (ofBill === 0) throw new LifecycleError("transport", texts.noMass({ at, mode }));
      const carried = { mode, kg: Number(ofBill.toPrecision(4)), km: distance };
      assumptions.push(notRead === 0 ? texts.wholeBill(carried) : texts.readLines({ ...carried, notRead }));
    }
    return { ...named, amount: (distance * (mass ?? ofBill)) / 1000, unit: "t*km" };
  });
  return { lines, assumptions };
}
