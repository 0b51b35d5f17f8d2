import { messages } from "../../message/message.ts";
import { realArithmetic } from "../../numeric/automatic/arithmetic.ts";
import { IndustryError } from "../industry-error.ts";
import { Chemistry } from "../stream/chemistry.ts";
import { isMaterial, type Stream } from "../stream/stream.ts";
import { STANDARD_TEMPERATURE } from "../substance/glenn-polynomial.ts";
import type { Substances } from "../substance/substances.ts";
import type { Operation, OperationResult, PortKind } from "./operation.ts";
import { type Balance, balancesOf, checkOperation } from "./operation-balance.ts";
import { operations } from "./operations.ts";
import type { Parameter } from "./parameter.ts";

const texts = messages("industry.operation", {
  unknown: {
    en: "There is no operation {operation}. There are {known:and}.",
    zh: "没有名为 {operation} 的单元操作。可用的有 {known:and}。",
  },
  unknownInlet: {
    en: "{operation} has no inlet {inlet}. Its inlets are {known:and}.",
    zh: "{operation} 没有入口 {inlet}。其入口有 {known:and}。",
  },
  noInlet: {
    en: "{operation} is given nothing. Give at least one of its inlets: {known:or}.",
    zh: "{operation} 没有任何进料。请至少给出一个入口：{known:or}。",
  },
  kind: {
    en: "Inlet {inlet} of {operation} carries {kind}; give it {wanted}.",
    zh: "{operation} 的入口 {inlet} 为 {kind}，请给出 {wanted}。",
  },
  negativeFlow: {
    en: "Inlet {inlet} of {operation} has {flow} kg/h of {substance}; flows are 0 or more.",
    zh: "{operation} 的入口 {inlet} 中 {substance} 为 {flow} kg/h；流量不应小于 0。",
  },
  negativePower: {
    en: "Inlet {inlet} of {operation} has {power} MW; energy that comes in is 0 or more.",
    zh: "{operation} 的入口 {inlet} 为 {power} MW；输入的能量不应小于 0。",
  },
  temperature: {
    en: "Inlet {inlet} of {operation} has a temperature of {temperature} °C; it must lie between −73 and 5700 °C.",
    zh: "{operation} 的入口 {inlet} 温度为 {temperature} °C，应在 −73 与 5700 °C 之间。",
  },
  unknownParameter: {
    en: "{operation} has no parameter {parameter}. Its parameters are {known:and}.",
    zh: "{operation} 没有参数 {parameter}。其参数有 {known:and}。",
  },
  bounds: {
    en: "Parameter {parameter} of {operation} is {amount}; it must lie between {low} and {high}.",
    zh: "{operation} 的参数 {parameter} 为 {amount}，应在 {low} 与 {high} 之间。",
  },
});

const wanted: Readonly<Record<PortKind, string>> = {
  material: "flows_kg_h",
  heat: "power_MW",
  electricity: "power_MW",
};

/** K between which the polynomials of enthalpies hold for most substances. */
export const [COLDEST, HOTTEST] = [200, 6000];

/** Throws IndustryError naming the operations. */
export function operationNamed(name: string): Operation {
  const found = operations.get(name);
  if (!found) throw new IndustryError("operation", texts.unknown({ operation: name, known: [...operations.keys()] }));
  return found;
}

/** Inlets with those that are not given as empty streams. Throws IndustryError naming the inlet. */
export function completeInlets(
  operation: Operation,
  given: Readonly<Record<string, Stream<number>>>,
): Record<string, Stream<number>> {
  const known = Object.keys(operation.inlets);
  const at = { operation: operation.name };
  if (Object.keys(given).length === 0) throw new IndustryError("inlets", texts.noInlet({ ...at, known }));
  for (const [inlet, stream] of Object.entries(given)) {
    const kind = Object.hasOwn(operation.inlets, inlet) ? operation.inlets[inlet] : undefined;
    const field = `inlets.${inlet}`;
    if (kind === undefined) throw new IndustryError(field, texts.unknownInlet({ ...at, inlet, known }));
    if (isMaterial(stream) !== (kind === "material"))
      throw new IndustryError(field, texts.kind({ ...at, inlet, kind, wanted: wanted[kind] }));
    if (!isMaterial(stream)) {
      if (!(stream.power >= 0))
        throw new IndustryError(field, texts.negativePower({ ...at, inlet, power: stream.power }));
      continue;
    }
    for (const [substance, flow] of Object.entries(stream.flows))
      if (!(flow >= 0))
        throw new IndustryError(field, texts.negativeFlow({ ...at, inlet, flow: rounded(flow), substance }));
    if (!(stream.temperature > COLDEST && stream.temperature < HOTTEST))
      throw new IndustryError(
        field,
        texts.temperature({ ...at, inlet, temperature: Number((stream.temperature - 273.15).toFixed(2)) }),
      );
  }
  return Object.fromEntries(known.map((inlet) => [inlet, given[inlet] ?? emptyStream(operation.inlets[inlet]!)]));
}

function emptyStream(kind: PortKind): Stream<number> {
  return kind === "material" ? { flows: {}, temperature: STANDARD_TEMPERATURE } : { power: 0 };
}

/** Parameters with those that are not given as typical. Throws IndustryError naming the parameter. */
export function completeParameters(
  operation: Operation,
  given: Readonly<Record<string, number>> = {},
): Record<string, number> {
  return completeDeclared(operation.name, operation.parameters, given);
}

/** As `completeParameters`, of anything that has parameters. */
export function completeDeclared(
  owner: string,
  declarations: Readonly<Record<string, Parameter>>,
  given: Readonly<Record<string, number>>,
): Record<string, number> {
  const known = Object.keys(declarations);
  for (const [parameter, value] of Object.entries(given)) {
    const declared = Object.hasOwn(declarations, parameter) ? declarations[parameter] : undefined;
    const field = `parameters.${parameter}`;
    if (!declared) throw new IndustryError(field, texts.unknownParameter({ operation: owner, parameter, known }));
    const [low, high] = declared.bounds;
    if (!(value >= low && value <= high))
      throw new IndustryError(
        field,
        texts.bounds({ operation: owner, parameter, amount: amountOf(value, declared.unit), low, high }),
      );
  }
  return Object.fromEntries(known.map((name) => [name, given[name] ?? declarations[name]!.typical]));
}

function amountOf(value: number, unit: string): string {
  return unit === "1" ? String(rounded(value)) : `${rounded(value)} ${unit}`;
}

/** For sentences. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

export interface OperationRun {
  readonly operation: Operation;
  readonly inlets: Readonly<Record<string, Stream<number>>>;
  readonly parameters: Readonly<Record<string, number>>;
  readonly result: OperationResult<number>;
  /** Made when they are read: a plant in ten thousand draws asks for those of none of its units. */
  readonly balances: readonly Balance[];
}

/**
 * An operation run in plain numbers, judged and balanced. Streams are in kg/h, K and MW.
 *
 * Throws IndustryError if an inlet, a substance or a parameter is unknown or out of bounds, or if the operation is impossible.
 */
export function runOperation(
  name: string,
  given: Readonly<Record<string, Stream<number>>>,
  parameters: Readonly<Record<string, number>>,
  substances: Substances,
): OperationRun {
  const operation = operationNamed(name);
  const inlets = completeInlets(operation, given);
  const complete = completeParameters(operation, parameters);
  const chemistry = new Chemistry(realArithmetic, substances);
  const result = operation.evaluate(chemistry, inlets, complete);
  checkOperation(chemistry, operation, inlets, result);
  return {
    operation,
    inlets,
    parameters: complete,
    result,
    get balances() {
      return balancesOf(chemistry, inlets, result);
    },
  };
}
