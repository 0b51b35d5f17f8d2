import { messages } from "../../message/message.ts";
import { realArithmetic } from "../../numeric/automatic/arithmetic.ts";
import type { Dual } from "../../numeric/automatic/dual.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import { sensitivities } from "../flowsheet/sensitivities.ts";
import type { SolvedSheet } from "../flowsheet/solve-flowsheet.ts";
import { IndustryError } from "../industry-error.ts";
import type { PortKind } from "../operation/operation.ts";
import { type Balance, balancesOf, impossibility } from "../operation/operation-balance.ts";
import { operationNamed } from "../operation/run-operation.ts";
import type { Chemistry } from "../stream/chemistry.ts";
import { isMaterial, type Stream } from "../stream/stream.ts";
import type { Adjusted } from "./adjusted.ts";
import type { ProcessVectors } from "./process-vectors.ts";
import { clean, emptyOf, outletName, sizeOf, streamOf } from "./sheet-streams.ts";
import { isOperation, type Unit } from "./unit.ts";

const texts = messages("industry.process", {
  inUnit: { en: "Unit {unit}: {reason}", zh: "单元 {unit}：{reason}" },
  negativeOutlet: {
    en: "The unit {unit} gives {flow} kg/h of {substance} in {stream}, less than none: its inlets or parameters are impossible.",
    zh: "单元 {unit} 的物流 {stream} 中 {substance} 为 {flow} kg/h，小于零：其进料或参数不可能成立。",
  },
});

/** From this share of a stream a negative flow is no rounding of a recycle. */
const NEGATIVE = 1e-9;

export interface ProcessStream {
  readonly name: string;
  readonly kind: PortKind;
  /** Unit, or null for the outside. */
  readonly from: string | null;
  readonly to: string | null;
  /** A demand: computed by its unit, and taken from outside. */
  readonly isDemand: boolean;
  readonly stream: Stream<number>;
}

interface SolvedUnit {
  readonly name: string;
  readonly operation: string;
  readonly balances: readonly Balance[];
}

export interface SolvedProcess {
  readonly sheet: SolvedSheet;
  readonly streams: readonly ProcessStream[];
  readonly units: readonly SolvedUnit[];
  /** Over the gate: feeds and demands against what leaves. */
  readonly overall: readonly Balance[];
  /** All streams with their derivatives by these numbers, recycles and specifications held. Throws IndustryError as `sensitivities`. */
  differentiated(by: readonly Adjusted[], work?: Work): Promise<ReadonlyMap<string, Stream<Dual>>>;
}

/** Streams and balances of a flowsheet that was solved with these substances. Throws IndustryError if a unit is impossible in this state. */
export function solvedProcess(
  vectors: ProcessVectors,
  real: Chemistry<number>,
  sheet: SolvedSheet,
  names: readonly string[],
): SolvedProcess {
  const { units, kinds } = vectors;
  const of = (stream: string) => clean(streamOf(kinds.get(stream)!, sheet.streams[stream]!, names));
  const streams = joinedStreams(vectors, of);
  return {
    sheet,
    streams,
    units: units.map((unit) => solvedUnit(unit, real, of)),
    overall: overallBalances(streams, real),
    async differentiated(by: readonly Adjusted[], work: Work = uninterrupted) {
      const slopes = await sensitivities(
        vectors.flowsheet(names, new Set()),
        sheet,
        by.map((each) => vectors.free(each, names)),
        work,
      );
      return new Map(
        [...kinds].map(([stream, kind]) => {
          const own = sheet.streams[stream]!;
          const vector = own.map((value, at): Dual => ({ value, slope: slopes[stream]![at]! }));
          return [stream, streamOf(kind, vector, names)];
        }),
      );
    },
  };
}

/** The streams with where they come from and go to. */
function joinedStreams(
  { units, kinds, sheet: { feeds } }: ProcessVectors,
  of: (stream: string) => Stream<number>,
): ProcessStream[] {
  const destination = new Map(
    units.flatMap(({ description }) => Object.values(description.inlets).map((stream) => [stream, description.name])),
  );
  return [
    ...Object.keys(feeds).map((name) => ({ name, from: null, isDemand: false })),
    ...units.flatMap((unit) =>
      Object.keys(unit.outlets).map((port) => ({
        name: outletName(unit, port),
        from: unit.description.name,
        isDemand: unit.demands.includes(port),
      })),
    ),
  ].map(({ name, from, isDemand }) => ({
    name,
    kind: kinds.get(name)!,
    from: isDemand ? null : from,
    to: isDemand ? from : (destination.get(name) ?? null),
    isDemand,
    stream: of(name),
  }));
}

function solvedUnit(unit: Unit, real: Chemistry<number>, of: (stream: string) => Stream<number>): SolvedUnit {
  const { description } = unit;
  const { name, operation } = description;
  const inlets = Object.fromEntries(
    Object.entries(unit.inlets).map(([port, kind]) => {
      const stream = description.inlets[port];
      return [port, stream === undefined ? emptyOf(realArithmetic, kind) : of(stream)];
    }),
  );
  const ports = Object.keys(unit.outlets).map((port) => [port, of(outletName(unit, port))] as const);
  const result = {
    demands: Object.fromEntries(ports.filter(([port]) => unit.demands.includes(port))),
    outlets: Object.fromEntries(ports.filter(([port]) => !unit.demands.includes(port))),
  };
  if (isOperation(description)) {
    const why = impossibility(real, operationNamed(operation), inlets, result);
    if (why) throw new IndustryError(name, texts.inUnit({ unit: name, reason: why }));
  } else for (const [port, stream] of ports) checkOutlet(name, outletName(unit, port), stream);
  return { name, operation, balances: balancesOf(real, inlets, result) };
}

/** Over the gate. */
function overallBalances(streams: readonly ProcessStream[], real: Chemistry<number>): Balance[] {
  const outside = (chosen: (stream: ProcessStream) => boolean) =>
    Object.fromEntries(streams.filter(chosen).map(({ name, stream }) => [name, stream]));
  return balancesOf(
    real,
    outside(({ from, isDemand }) => from === null && !isDemand),
    {
      demands: outside(({ isDemand }) => isDemand),
      outlets: outside(({ from, to }) => from !== null && to === null),
    },
  );
}

/** Of a unit that is no operation: the flows that it is given can be impossible, its own work cannot. */
function checkOutlet(unit: string, name: string, stream: Stream<number>): void {
  if (!isMaterial(stream)) return;
  const size = sizeOf(stream);
  for (const [substance, flow] of Object.entries(stream.flows))
    if (!(flow >= -NEGATIVE * size))
      throw new IndustryError(
        unit,
        texts.negativeOutlet({ unit, stream: name, substance, flow: Number(flow.toPrecision(4)) }),
      );
}
