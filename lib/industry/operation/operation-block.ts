import type { Arithmetic } from "../../numeric/automatic/arithmetic.ts";
import { Chemistry } from "../stream/chemistry.ts";
import { isMaterial, type Stream } from "../stream/stream.ts";
import type { Substances } from "../substance/substances.ts";
import type { Operation, PortKind } from "./operation.ts";
import { completeParameters, liftParameters } from "./run-operation.ts";

/**
 * An operation as a block of a flowsheet. A stream of matter is a vector of kg/h of each of `carried` and its temperature in K; a stream
 * of energy is a vector of one number, MW. Outlets are those of the operation and then its demands, which come in from outside the
 * flowsheet: their names begin with `demand:`.
 */
export interface OperationBlock {
  readonly name: string;
  readonly inlets: readonly string[];
  readonly outlets: readonly string[];
  evaluate<N>(arithmetic: Arithmetic<N>, inlets: readonly (readonly N[])[]): readonly (readonly N[])[];
}

/** What comes before the name of a demand among the outlets of a block. */
export const DEMAND = "demand:";

/**
 * `carried`: the substances of all streams of the flowsheet, in the order of their vectors. What an operation makes beside them is an
 * error of the sheet and must not vanish: `uncarried` names it.
 *
 * Throws IndustryError if a parameter is unknown or out of bounds.
 */
export function operationBlock(
  name: string,
  operation: Operation,
  given: Readonly<Record<string, number>>,
  carried: readonly string[],
  substances: Substances,
): OperationBlock {
  const parameters = completeParameters(operation, given);
  const inletKinds = Object.entries(operation.inlets);
  return {
    name,
    inlets: inletKinds.map(([inlet]) => inlet),
    outlets: [...Object.keys(operation.outlets), ...Object.keys(operation.demands).map((demand) => DEMAND + demand)],
    evaluate(arithmetic, inlets) {
      const chemistry = new Chemistry(arithmetic, substances);
      const streams = Object.fromEntries(
        inletKinds.map(([inlet, kind], at) => [inlet, streamOf(kind, inlets[at]!, carried)]),
      );
      const { outlets, demands } = operation.evaluate(chemistry, streams, liftParameters(arithmetic, parameters));
      return [
        ...Object.keys(operation.outlets).map((outlet) => vectorOf(chemistry, outlets[outlet]!, carried)),
        ...Object.keys(operation.demands).map((demand) => vectorOf(chemistry, demands[demand]!, carried)),
      ];
    },
  };
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
