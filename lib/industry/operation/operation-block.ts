import { messages } from "../../message/message.ts";
import type { AdjustableBlock } from "../flowsheet/block.ts";
import { IndustryError } from "../industry-error.ts";
import { Chemistry } from "../stream/chemistry.ts";
import { isMaterial, type Stream } from "../stream/stream.ts";
import { STANDARD_TEMPERATURE } from "../substance/glenn-polynomial.ts";
import type { Substances } from "../substance/substances.ts";
import type { Operation, PortKind } from "./operation.ts";
import { completeParameters, liftParameters } from "./run-operation.ts";

const said = messages("industry.operationBlock", {
  noPort: {
    en: "{operation} has no port {port}. Its ports are {known:and}.",
    zh: "{operation} 没有端口 {port}。其端口有 {known:and}。",
  },
});

/** How an operation stands in a flowsheet. */
export interface OperationBlockOptions {
  /** Parameter → value; others are typical. */
  readonly parameters?: Readonly<Record<string, number>>;
  /**
   * Port → name of its stream in the sheet. Inlets that are not named are empty; outlets and demands that are not named are called
   * `block.port`.
   */
  readonly streams?: Readonly<Record<string, string>>;
  /** The substances of all streams of matter of the sheet, in the order of their vectors. */
  readonly carried: readonly string[];
  readonly substances: Substances;
}

/** A block with the sizes of its streams of energy, as a sheet wants them. */
export interface OperationBlock extends AdjustableBlock {
  /** Names of streams of one number, MW. */
  readonly energyStreams: readonly string[];
}

/**
 * An operation as a block of a flowsheet. A stream of matter is a vector of kg/h of each of `carried` and its temperature in K; a stream
 * of energy is a vector of one number, MW. The demands of the operation stand among the outlets: they come in from outside the sheet.
 * What an operation makes of substances that are not carried would vanish: `uncarried` names it after a run.
 *
 * Throws IndustryError if a parameter is unknown or out of bounds, or a port is unknown.
 */
export function operationBlock(name: string, operation: Operation, options: OperationBlockOptions): OperationBlock {
  const { streams = {}, carried, substances } = options;
  const parameters = completeParameters(operation, options.parameters);
  const { inlets, outlets, demands } = operation;
  const known = Object.keys({ ...inlets, ...outlets, ...demands });
  const strange = Object.keys(streams).find((port) => !known.includes(port));
  if (strange !== undefined)
    throw new IndustryError(name, said.noPort({ operation: operation.name, port: strange, known }));
  const streamAt = (port: string) => (Object.hasOwn(streams, port) ? streams[port]! : `${name}.${port}`);
  const entering = Object.entries(inlets).filter(([inlet]) => Object.hasOwn(streams, inlet));
  const empty = Object.entries(inlets).filter(([inlet]) => !Object.hasOwn(streams, inlet));
  const leaving = [...Object.entries(outlets), ...Object.entries(demands)];
  return {
    name,
    inlets: entering.map(([port]) => streamAt(port)),
    outlets: leaving.map(([port]) => streamAt(port)),
    energyStreams: [...entering, ...leaving].filter(([, kind]) => kind !== "material").map(([port]) => streamAt(port)),
    parameters,
    withParameters: (changed) =>
      operationBlock(name, operation, { ...options, parameters: { ...parameters, ...changed } }),
    evaluate(arithmetic, vectors) {
      const chemistry = new Chemistry(arithmetic, substances);
      const given = Object.fromEntries([
        ...entering.map(([inlet, kind], at) => [inlet, streamOf(kind, vectors[at]!, carried)] as const),
        ...empty.map(([inlet, kind]) => [inlet, emptyOf(chemistry, kind)] as const),
      ]);
      const made = operation.evaluate(chemistry, given, liftParameters(arithmetic, parameters));
      const all = { ...made.outlets, ...made.demands };
      return leaving.map(([port]) => vectorOf(chemistry, all[port]!, carried));
    },
  };
}

function emptyOf<N>({ arithmetic, zero }: Chemistry<N>, kind: PortKind): Stream<N> {
  return kind === "material" ? { flows: {}, temperature: arithmetic.of(STANDARD_TEMPERATURE) } : { power: zero };
}

/** The stream that a vector of a flowsheet says. */
export function streamOf<N>(kind: PortKind, vector: readonly N[], carried: readonly string[]): Stream<N> {
  if (kind !== "material") return { power: vector[0]! };
  const flows: Record<string, N> = {};
  carried.forEach((name, at) => {
    // Plain zeros need no enthalpy; numbers with derivatives are kept, as a flow may begin from zero.
    if (vector[at] !== 0) flows[name] = vector[at]!;
  });
  return { flows, temperature: vector[carried.length]! };
}

/** The vector of a flowsheet that says a stream. */
export function vectorOf<N>(chemistry: Chemistry<N>, stream: Stream<N>, carried: readonly string[]): N[] {
  if (!isMaterial(stream)) return [stream.power];
  return [...carried.map((name) => stream.flows[name] ?? chemistry.zero), stream.temperature];
}

/** Substances with a flow that are not carried, of streams. */
export function uncarried(streams: readonly Stream<number>[], carried: readonly string[]): string[] {
  const known = new Set(carried);
  const names = streams.flatMap((stream) =>
    isMaterial(stream) ? Object.keys(stream.flows).filter((name) => !known.has(name) && stream.flows[name] !== 0) : [],
  );
  return [...new Set(names)].sort();
}
