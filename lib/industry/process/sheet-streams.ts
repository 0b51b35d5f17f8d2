import { messages } from "../../message/message.ts";
import type { Arithmetic } from "../../numeric/automatic/arithmetic.ts";
import { IndustryError } from "../industry-error.ts";
import type { PortKind } from "../operation/operation.ts";
import { isMaterial, type MaterialStream, type Stream } from "../stream/stream.ts";
import { STANDARD_TEMPERATURE } from "../substance/glenn-polynomial.ts";
import type { Unit } from "./unit.ts";

const texts = messages("industry.process", {
  otherKind: {
    en: "The stream {stream} carries {kind} where it comes from and {wanted} where it goes to, the unit {unit}.",
    zh: "物流 {stream} 在来源处为 {kind}，而在去处（单元 {unit}）应为 {wanted}。",
  },
});

/** Largest share of a stream that rounding can leave as a negative flow. */
const ROUNDING = 1e-11;

/** Kinds of all streams by name. Throws IndustryError if source and destination disagree. */
export function kindsOf(
  units: readonly Unit[],
  feeds: Readonly<Record<string, Stream<number>>>,
): Map<string, PortKind> {
  const kinds = new Map<string, PortKind>();
  for (const unit of units)
    for (const [port, kind] of Object.entries(unit.outlets)) kinds.set(outletName(unit, port), kind);
  for (const unit of units)
    for (const [port, stream] of Object.entries(unit.description.inlets)) {
      const wanted = unit.inlets[port]!;
      const feed = Object.hasOwn(feeds, stream) ? feeds[stream]! : undefined;
      const kind =
        kinds.get(stream) ?? (feed && (isMaterial(feed) ? "material" : wanted === "material" ? "heat" : wanted));
      if (kind !== undefined && kind !== wanted)
        throw new IndustryError(stream, texts.otherKind({ stream, kind, wanted, unit: unit.description.name }));
      kinds.set(stream, wanted);
    }
  return kinds;
}

/** The stream of an outlet: as it is named, or `unit.port`. */
export function outletName({ description }: Unit, port: string): string {
  return description.outlets[port] ?? `${description.name}.${port}`;
}

/** The vector of a stream, kg/h of each substance and K, or MW, as a stream. */
export function streamOf<N>(kind: PortKind, vector: readonly N[], names: readonly string[]): Stream<N> {
  if (kind !== "material") return { power: vector[0]! };
  return {
    flows: Object.fromEntries(names.map((name, at) => [name, vector[at]!])),
    temperature: vector[names.length]!,
  };
}

/** The stream of a port that is left out. */
export function emptyOf<N>(a: Arithmetic<N>, kind: PortKind): Stream<N> {
  return kind === "material" ? { flows: {}, temperature: a.of(STANDARD_TEMPERATURE) } : { power: a.of(0) };
}

/** The sum of the sizes of all flows of a stream, against which one of them is small. */
export function sizeOf({ flows }: MaterialStream<number>): number {
  return Object.values(flows).reduce((sum, flow) => sum + Math.abs(flow), 0);
}

/** Without the negative flows that rounding leaves of differences. */
export function clean(stream: Stream<number>): Stream<number> {
  if (!isMaterial(stream)) return stream;
  const size = sizeOf(stream);
  return {
    flows: Object.fromEntries(
      Object.entries(stream.flows).map(([name, flow]) => [name, flow < 0 && -flow <= ROUNDING * size ? 0 : flow]),
    ),
    temperature: stream.temperature,
  };
}
