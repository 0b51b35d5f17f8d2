import type { Text } from "../../message/message.ts";
import type { Chemistry } from "../stream/chemistry.ts";
import type { EnergyStream, MaterialStream, Stream } from "../stream/stream.ts";
import type { Parameter } from "./parameter.ts";

/** What flows through a port. */
export type PortKind = "material" | "heat" | "electricity";
export type Ports = Readonly<Record<string, PortKind>>;

type StreamOf<Kind extends PortKind, N> = Kind extends "material" ? MaterialStream<N> : EnergyStream<N>;
type StreamsOf<P extends Ports, N> = { readonly [Name in keyof P]: StreamOf<P[Name], N> };

export interface OperationResult<N> {
  readonly demands: Readonly<Record<string, Stream<N>>>;
  readonly outlets: Readonly<Record<string, Stream<N>>>;
}

/**
 * A unit operation. Inlets are given; demands are what it takes besides and computes itself, as the air of a furnace or the electricity
 * of a cell; outlets are computed. Elements are conserved by construction, and one of the energy outlets (or demands) closes the energy
 * balance. Nothing is refused while it is evaluated, so that a solver may pass through impossible states: `checkOperation` judges.
 */
export interface Operation {
  readonly name: string;
  readonly title: Text;
  readonly inlets: Ports;
  readonly demands: Ports;
  readonly outlets: Ports;
  /** The outlet or demand that closes the energy balance. */
  readonly closes: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly assumptions: readonly string[];
  readonly references: readonly string[];
  evaluate<N>(
    chemistry: Chemistry<N>,
    inlets: Readonly<Record<string, Stream<N>>>,
    parameters: Readonly<Record<string, N>>,
  ): OperationResult<N>;
}

/** An operation as it is written: the names of its ports and parameters are checked, and its inlets have their kinds. */
export interface OperationDeclaration<I extends Ports, D extends Ports, O extends Ports, P extends string> {
  readonly name: string;
  readonly title: Text;
  readonly inlets: I;
  readonly demands: D;
  readonly outlets: O;
  readonly closes: (keyof D | keyof O) & string;
  readonly parameters: Readonly<Record<P, Parameter>>;
  readonly assumptions: readonly string[];
  readonly references: readonly string[];
  evaluate<N>(
    chemistry: Chemistry<N>,
    inlets: StreamsOf<I, N>,
    parameters: Readonly<Record<P, N>>,
  ): { readonly demands: StreamsOf<D, N>; readonly outlets: StreamsOf<O, N> };
}

export function defineOperation<
  const I extends Ports,
  const D extends Ports,
  const O extends Ports,
  const P extends string,
>(declaration: OperationDeclaration<I, D, O, P>): Operation {
  // Inlets and parameters are completed and checked by whoever runs an operation, so the names are there.
  return declaration as unknown as Operation;
}

/** K of a temperature in °C. */
export function kelvin<N>({ arithmetic }: Chemistry<N>, celsius: N): N {
  return arithmetic.add(celsius, arithmetic.of(273.15));
}

/**
 * MW that closes the energy of an operation: all that comes in less all that leaves otherwise. Matter counts with its enthalpy of
 * formation, so reactions need no term of their own.
 */
export function closing<N>(chemistry: Chemistry<N>, into: readonly Stream<N>[], out: readonly Stream<N>[]): N {
  const energy = (stream: Stream<N>) => ("flows" in stream ? chemistry.enthalpy(stream) : stream.power);
  const a = chemistry.arithmetic;
  return a.sub(a.sum(into.map(energy)), a.sum(out.map(energy)));
}
