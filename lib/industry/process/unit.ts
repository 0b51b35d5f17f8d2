import { messages } from "../../message/message.ts";
import { IndustryError } from "../industry-error.ts";
import { kelvin, type PortKind } from "../operation/operation.ts";
import { operations } from "../operation/operations.ts";
import { COLDEST, completeParameters, HOTTEST, operationNamed } from "../operation/run-operation.ts";
import type { Chemistry } from "../stream/chemistry.ts";
import type { MaterialStream, Stream } from "../stream/stream.ts";
import { mixedStream } from "./mixed.ts";

const texts = messages("industry.unit", {
  unknownPort: {
    en: "The unit {unit} ({operation}) has no {side} {port}; it has {known:and}.",
    zh: "单元 {unit}（{operation}）没有{side} {port}；现有的为 {known:and}。",
  },
  inlet: { en: "inlet", zh: "入口" },
  outlet: { en: "outlet", zh: "出口" },
  noPort: {
    en: "The unit {unit} ({operation}) needs the {side} {port}.",
    zh: "单元 {unit}（{operation}）需要{side} {port}。",
  },
  noInlet: {
    en: "The unit {unit} ({operation}) has no inlet.",
    zh: "单元 {unit}（{operation}）没有入口。",
  },
  shares: {
    en: "The splitter {unit} needs a share for each of its outlets but one, which takes the rest; it has outlets {outlets:and} and shares of {shares}.",
    zh: "分流器 {unit} 除一个出口取余量外，其余出口各需一个份额；其出口为 {outlets:and}，份额给出了 {shares}。",
  },
  none: { en: "none", zh: "（无）" },
  share: {
    en: "The share {share} of {name} in the unit {unit} is not within 0 and 1.",
    zh: "单元 {unit} 中 {name} 的份额 {share} 不在 0 与 1 之间。",
  },
  sharesAboveOne: {
    en: "The shares of the splitter {unit} sum to {sum}; at most 1 was expected.",
    zh: "分流器 {unit} 的份额之和为 {sum}，应不大于 1。",
  },
  noTemperature: {
    en: "The heat exchanger {unit} needs the parameter temperature, in °C, between −73 and 5700.",
    zh: "换热器 {unit} 需要参数 temperature（°C），应在 −73 与 5700 之间。",
  },
  unknownParameter: {
    en: "The unit {unit} ({operation}) has no parameter {parameter}; it has {known}.",
    zh: "单元 {unit}（{operation}）没有参数 {parameter}；现有的为 {known}。",
  },
  ofUnit: { en: "Unit {unit}: {reason}", zh: "单元 {unit}：{reason}" },
});

/** A unit of a process flowsheet: an operation, or one of the simple units that only join, part, separate, heat or cool streams. */
export interface UnitDescription {
  readonly name: string;
  /** Name of an operation, or mixer, splitter, separator, heat exchanger. */
  readonly operation: string;
  /** Port → stream. Ports of an operation that are left out are empty. */
  readonly inlets: Readonly<Record<string, string>>;
  /** Port → stream. Streams of ports that are left out are named `unit.port`. */
  readonly outlets: Readonly<Record<string, string>>;
  /**
   * Of an operation: as it declares them. Of a splitter: shares by outlet, of which one is left out and takes the rest. Of a
   * separator: shares by substance that go to `top`. Of a heat exchanger: `temperature` in °C.
   */
  readonly parameters: Readonly<Record<string, number>>;
}

type Streams<N> = Readonly<Record<string, Stream<N>>>;

/** A unit with its ports known, evaluated over any arithmetic. */
export interface Unit {
  readonly description: UnitDescription;
  /** Port → kind; for operations all that they have, also those that are left out. */
  readonly inlets: Readonly<Record<string, PortKind>>;
  /** Demands of an operation are among them: they are computed and come from outside. */
  readonly outlets: Readonly<Record<string, PortKind>>;
  readonly demands: readonly string[];
  readonly parameters: Readonly<Record<string, number>>;
  /** Unit of measure of a parameter. */
  measureOf(parameter: string): string;
  /** Bounds of a parameter, if it has some. */
  boundsOf(parameter: string): readonly [number, number] | undefined;
  evaluate<N>(
    chemistry: Chemistry<N>,
    inlets: Streams<N>,
    parameters: Readonly<Record<string, N>>,
  ): Readonly<Record<string, Stream<N>>>;
}

export const simpleUnits = ["mixer", "splitter", "separator", "heat exchanger"] as const;

/** Reads a unit. Throws IndustryError that names unit and port. */
export function unitOf(description: UnitDescription): Unit {
  switch (description.operation) {
    case "mixer":
      return mixer(description);
    case "splitter":
      return splitter(description);
    case "separator":
      return separator(description);
    case "heat exchanger":
      return heatExchanger(description);
    default:
      return operationUnit(description);
  }
}

export function isOperation({ operation }: UnitDescription): boolean {
  // In a flowsheet, mixer and splitter have as many ports as they are given, which the operations of these names have not.
  return operations.has(operation) && !simpleUnits.some((simple) => simple === operation);
}

function operationUnit(description: UnitDescription): Unit {
  const operation = operationNamed(description.operation);
  checkPorts(description, "inlets", Object.keys(operation.inlets));
  checkPorts(description, "outlets", [...Object.keys(operation.outlets), ...Object.keys(operation.demands)]);
  requireInlet(description);
  return {
    description,
    inlets: operation.inlets,
    outlets: { ...operation.outlets, ...operation.demands },
    demands: Object.keys(operation.demands),
    parameters: namingUnit(description.name, () => completeParameters(operation, description.parameters)),
    measureOf: (parameter) => operation.parameters[parameter]!.unit,
    boundsOf: (parameter) => operation.parameters[parameter]?.bounds,
    evaluate(chemistry, inlets, parameters) {
      const result = operation.evaluate(chemistry, inlets, parameters);
      return { ...result.outlets, ...result.demands };
    },
  };
}

function mixer(description: UnitDescription): Unit {
  checkPorts(description, "outlets", ["out"]);
  checkParameters(description, []);
  requireInlet(description);
  return {
    description,
    inlets: allMaterial(Object.keys(description.inlets)),
    outlets: { out: "material" },
    demands: [],
    parameters: {},
    measureOf: () => "1",
    boundsOf: () => undefined,
    evaluate: <N>(chemistry: Chemistry<N>, inlets: Streams<N>) => ({
      out: mixedStream(chemistry, Object.values(inlets) as MaterialStream<N>[]),
    }),
  };
}

function splitter(description: UnitDescription): Unit {
  const { name: unit, outlets, parameters } = description;
  checkPorts(description, "inlets", ["in"], true);
  const ports = Object.keys(outlets);
  const rest = ports.filter((port) => !Object.hasOwn(parameters, port));
  if (rest.length !== 1 || ports.length < 2 || Object.keys(parameters).some((port) => !ports.includes(port)))
    throw new IndustryError(
      unit,
      texts.shares({ unit, outlets: ports, shares: Object.keys(parameters).join(", ") || texts.none() }),
    );
  checkShares(description);
  const sum = Object.values(parameters).reduce((all, share) => all + share, 0);
  if (sum > 1 + 1e-12) throw new IndustryError(unit, texts.sharesAboveOne({ unit, sum }));
  return {
    description,
    inlets: { in: "material" },
    outlets: allMaterial(ports),
    demands: [],
    parameters,
    measureOf: () => "1",
    boundsOf: () => [0, 1],
    evaluate<N>(chemistry: Chemistry<N>, inlets: Streams<N>, shares: Readonly<Record<string, N>>) {
      const a = chemistry.arithmetic;
      const left = Object.values(shares).reduce((all, share) => a.sub(all, share), a.of(1));
      const part = (share: N) => chemistry.share(inlets.in as MaterialStream<N>, share);
      return Object.fromEntries(ports.map((port) => [port, part(shares[port] ?? left)]));
    },
  };
}

function separator(description: UnitDescription): Unit {
  checkPorts(description, "inlets", ["in"], true);
  checkPorts(description, "outlets", ["top", "bottom"]);
  checkShares(description);
  return {
    description,
    inlets: { in: "material" },
    outlets: { top: "material", bottom: "material" },
    demands: [],
    parameters: description.parameters,
    measureOf: () => "1",
    boundsOf: () => [0, 1],
    evaluate<N>({ arithmetic: a, zero }: Chemistry<N>, inlets: Streams<N>, shares: Readonly<Record<string, N>>) {
      const { flows, temperature } = inlets.in as MaterialStream<N>;
      const part = (of: (name: string) => N): MaterialStream<N> => ({
        flows: Object.fromEntries(Object.entries(flows).map(([name, flow]) => [name, a.mul(flow, of(name))])),
        temperature,
      });
      const top = (name: string) => shares[name] ?? zero;
      return { top: part(top), bottom: part((name) => a.sub(a.of(1), top(name))) };
    },
  };
}

function heatExchanger(description: UnitDescription): Unit {
  const { name: unit, parameters } = description;
  checkPorts(description, "inlets", ["in"], true);
  checkPorts(description, "outlets", ["out", "heat"]);
  checkParameters(description, ["temperature"]);
  const [coldest, hottest] = [COLDEST - 273.15, HOTTEST - 273.15];
  if (!(parameters.temperature! > coldest && parameters.temperature! < hottest))
    throw new IndustryError(unit, texts.noTemperature({ unit }));
  return {
    description,
    inlets: { in: "material" },
    outlets: { out: "material", heat: "heat" },
    demands: [],
    parameters,
    measureOf: () => "°C",
    boundsOf: () => [coldest, hottest],
    evaluate<N>(chemistry: Chemistry<N>, inlets: Streams<N>, given: Readonly<Record<string, N>>) {
      const stream = inlets.in as MaterialStream<N>;
      const a = chemistry.arithmetic;
      const out = chemistry.at(stream, kelvin(chemistry, given.temperature!));
      return { out, heat: { power: a.sub(chemistry.enthalpy(stream), chemistry.enthalpy(out)) } };
    },
  };
}

function allMaterial(ports: readonly string[]): Record<string, PortKind> {
  return Object.fromEntries(ports.map((port) => [port, "material"]));
}

function checkPorts(
  description: UnitDescription,
  side: "inlets" | "outlets",
  known: readonly string[],
  needed = false,
) {
  const { name: unit, operation } = description;
  const word = side === "inlets" ? texts.inlet() : texts.outlet();
  const given = Object.keys(description[side]);
  const wrong = given.find((port) => !known.includes(port));
  if (wrong !== undefined)
    throw new IndustryError(unit, texts.unknownPort({ unit, operation, side: word, port: wrong, known }));
  if (needed && !given.includes(known[0]!))
    throw new IndustryError(unit, texts.noPort({ unit, operation, side: word, port: known[0]! }));
}

function checkParameters({ name: unit, operation, parameters }: UnitDescription, known: readonly string[]): void {
  const wrong = Object.keys(parameters).find((parameter) => !known.includes(parameter));
  if (wrong !== undefined)
    throw new IndustryError(
      unit,
      texts.unknownParameter({ unit, operation, parameter: wrong, known: known.join(", ") || texts.none() }),
    );
}

/** A result whose errors name the unit. */
function namingUnit<T>(unit: string, result: () => T): T {
  try {
    return result();
  } catch (error) {
    if (!(error instanceof IndustryError)) throw error;
    throw new IndustryError(unit, texts.ofUnit({ unit, reason: error.said }));
  }
}

function requireInlet({ name: unit, operation, inlets }: UnitDescription): void {
  if (Object.keys(inlets).length === 0) throw new IndustryError(unit, texts.noInlet({ unit, operation }));
}

function checkShares({ name: unit, parameters }: UnitDescription): void {
  for (const [name, share] of Object.entries(parameters))
    if (!(share >= 0 && share <= 1)) throw new IndustryError(unit, texts.share({ unit, name, share }));
}
