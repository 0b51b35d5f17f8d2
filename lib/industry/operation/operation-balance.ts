import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { IndustryError } from "../industry-error.ts";
import type { Chemistry } from "../stream/chemistry.ts";
import { isMaterial, type Stream } from "../stream/stream.ts";
import type { Operation, OperationResult } from "./operation.ts";

const texts = messages("industry.operationBalance", {
  noSolution: {
    en: "{operation} has no solution as it is run: {port} comes out as no number. Look for temperatures that do not differ, and for too little steam, oxygen or air.",
    zh: "{operation} 在这样的条件下无解：{port} 的结果不是数值。请检查是否有相同的温度，或水蒸气、氧、空气过少。",
  },
  lacksEnergy: {
    en: "{operation} is impossible as it is run: {port} would have to be {power} MW, so that much energy is missing. Give it more heat, fuel or electricity, or change its parameters.",
    zh: "{operation} 在这样的条件下不可能运行：{port} 须为 {power} MW，即缺少这些能量。请增加热、燃料或电，或修改参数。",
  },
  lacksMatter: {
    en: "{operation} is impossible as it is run: {port} would have to carry {flow} kg/h of {substance}. Its inlets do not have what its parameters ask for.",
    zh: "{operation} 在这样的条件下不可能运行：{port} 中的 {substance} 须为 {flow} kg/h。进料不足以满足参数的要求。",
  },
});

/** One quantity that an operation conserves. */
export const balanceShape = z.object({
  quantity: z.string(),
  unit: z.enum(["kg/h", "MW"]),
  into: numberIn(siblingUnit),
  out: numberIn(siblingUnit),
  /** |difference| over the larger of all that goes in and all that leaves, signs dropped. */
  residual: ratio,
});
export interface Balance extends ResultOf<typeof balanceShape> {
  /** into − out. */
  readonly difference: number;
}

/**
 * Balances of an operation after it was evaluated, from its streams alone: mass, each element (`carbon` first) and energy, whose matter
 * counts with its enthalpy of formation.
 */
export function balancesOf(
  chemistry: Chemistry<number>,
  inlets: Readonly<Record<string, Stream<number>>>,
  { demands, outlets }: OperationResult<number>,
): Balance[] {
  const into = [...Object.values(inlets), ...Object.values(demands)];
  const out = Object.values(outlets);
  const balance = (
    quantity: string,
    unit: Balance["unit"],
    measure: (stream: Stream<number>) => readonly number[],
  ): Balance => {
    const [inward, outward] = [into.flatMap(measure), out.flatMap(measure)];
    const [sumIn, sumOut] = [total(inward), total(outward)];
    const size = Math.max(total(inward.map(Math.abs)), total(outward.map(Math.abs)));
    const difference = sumIn - sumOut;
    return {
      quantity,
      unit,
      into: sumIn,
      out: sumOut,
      difference,
      residual: size === 0 ? 0 : Math.abs(difference) / size,
    };
  };
  const elements = new Set<string>();
  for (const stream of [...into, ...out])
    if (isMaterial(stream)) for (const element of Object.keys(chemistry.atoms(stream))) elements.add(element);
  elements.delete("C");
  const ofElement = (element: string) => (stream: Stream<number>) =>
    isMaterial(stream)
      ? Object.entries(stream.flows).map(([name, flow]) => flow * (chemistry.substance(name).elements[element] ?? 0))
      : [];
  return [
    balance("mass", "kg/h", (stream) => (isMaterial(stream) ? Object.values(stream.flows) : [])),
    balance("carbon", "kg/h", ofElement("C")),
    ...[...elements].sort().map((element) => balance(element, "kg/h", ofElement(element))),
    balance("energy", "MW", (stream) => [isMaterial(stream) ? chemistry.enthalpy(stream) : stream.power]),
  ];
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Relative to what passes: less than a flow that rounding can make negative. */
const rounding = 1e-9;

/** Why an operation cannot run as evaluated; undefined if it can. A closing flow that is negative says what is missing. */
export function impossibility(
  chemistry: Chemistry<number>,
  operation: Operation,
  inlets: Readonly<Record<string, Stream<number>>>,
  { demands, outlets }: OperationResult<number>,
): Message | undefined {
  const streams = [...Object.values(inlets), ...Object.values(demands), ...Object.values(outlets)];
  const mass = total(
    streams.flatMap((stream) => (isMaterial(stream) ? Object.values(stream.flows).map(Math.abs) : [])),
  );
  // Rounding of a closing flow is relative to the enthalpies that cancel in it, formation included.
  const power = total(
    streams.map((stream) => Math.abs(isMaterial(stream) ? chemistry.enthalpy(stream) : stream.power)),
  );
  for (const [port, stream] of [...Object.entries(demands), ...Object.entries(outlets)]) {
    const numbers = isMaterial(stream) ? [...Object.values(stream.flows), stream.temperature] : [stream.power];
    if (!numbers.every(Number.isFinite)) return texts.noSolution({ operation: operation.name, port });
  }
  // What is missing in matter makes energies meaningless, so matter is judged first.
  for (const [port, stream] of [...Object.entries(demands), ...Object.entries(outlets)])
    if (isMaterial(stream))
      for (const [substance, flow] of Object.entries(stream.flows))
        if (flow < -rounding * mass)
          return texts.lacksMatter({ operation: operation.name, port, substance, flow: rounded(flow) });
  for (const [port, stream] of [...Object.entries(demands), ...Object.entries(outlets)])
    if (!isMaterial(stream) && stream.power < -rounding * power)
      return texts.lacksEnergy({ operation: operation.name, port, power: rounded(stream.power) });
  return undefined;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** Throws IndustryError, whose field is the operation, if it cannot run as evaluated. */
export function checkOperation(
  chemistry: Chemistry<number>,
  operation: Operation,
  inlets: Readonly<Record<string, Stream<number>>>,
  result: OperationResult<number>,
): void {
  const why = impossibility(chemistry, operation, inlets, result);
  if (why) throw new IndustryError(operation.name, why);
}
