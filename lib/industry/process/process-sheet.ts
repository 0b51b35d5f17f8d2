import { messages } from "../../message/message.ts";
import type { Arithmetic } from "../../numeric/automatic/arithmetic.ts";
import { realArithmetic } from "../../numeric/automatic/arithmetic.ts";
import type { Dual } from "../../numeric/automatic/dual.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import { type AdjustableBlock, adjustable } from "../flowsheet/block.ts";
import { sensitivities } from "../flowsheet/sensitivities.ts";
import type { Free, Specification } from "../flowsheet/sheet.ts";
import { type SolvedSheet, type SolvingOptions, solveFlowsheet } from "../flowsheet/solve-flowsheet.ts";
import { IndustryError } from "../industry-error.ts";
import type { PortKind } from "../operation/operation.ts";
import { type Balance, balancesOf, impossibility } from "../operation/operation-balance.ts";
import { COLDEST, HOTTEST, operationNamed } from "../operation/run-operation.ts";
import { Chemistry } from "../stream/chemistry.ts";
import { isMaterial, type MaterialStream, type Stream } from "../stream/stream.ts";
import { STANDARD_TEMPERATURE } from "../substance/glenn-polynomial.ts";
import type { Substances } from "../substance/substances.ts";
import { type Adjusted, adjustedNumber } from "./adjusted.ts";
import { isOperation, type Unit, type UnitDescription, unitOf } from "./unit.ts";

const texts = messages("industry.process", {
  otherKind: {
    en: "The stream {stream} carries {kind} where it comes from and {wanted} where it goes to, the unit {unit}.",
    zh: "物流 {stream} 在来源处为 {kind}，而在去处（单元 {unit}）应为 {wanted}。",
  },
  noStream: {
    en: "A specification names the stream {stream}; the flowsheet has {streams}.",
    zh: "设计规定指定了物流 {stream}；流程图中有 {streams}。",
  },
  notOfKind: {
    en: "The stream {stream} carries {kind}: it has no {quantity} that could be specified.",
    zh: "物流 {stream} 为 {kind}，没有可以规定的 {quantity}。",
  },
  inUnit: { en: "Unit {unit}: {reason}", zh: "单元 {unit}：{reason}" },
  negativeFlow: {
    en: "The feed {stream} has {flow} kg/h of {substance}; flows are 0 or more.",
    zh: "进料 {stream} 中 {substance} 为 {flow} kg/h；流量不应小于 0。",
  },
  temperature: {
    en: "The feed {stream} has a temperature of {temperature} °C; it must lie between −73 and 5700 °C.",
    zh: "进料 {stream} 的温度为 {temperature} °C，应在 −73 与 5700 °C 之间。",
  },
  negativeOutlet: {
    en: "The unit {unit} gives {flow} kg/h of {substance} in {stream}, less than none: its inlets or parameters are impossible.",
    zh: "单元 {unit} 的物流 {stream} 中 {substance} 为 {flow} kg/h，小于零：其进料或参数不可能成立。",
  },
  noGuess: {
    en: "`guesses` names the stream {stream}, which no unit makes; units make {streams:and}.",
    zh: "`guesses` 中的物流 {stream} 不是任何单元的出口；各单元的出口有 {streams:and}。",
  },
});

/** What a specification sets: kg/h of a substance, K, or MW. */
export type Quantity = { readonly substance: string } | "temperature" | "power";

export interface ProcessSpecification {
  readonly stream: string;
  readonly quantity: Quantity;
  /** kg/h, K or MW. */
  readonly value: number;
  /** What may change for it. */
  readonly by: Adjusted;
}

export interface ProcessSheet {
  readonly units: readonly UnitDescription[];
  readonly feeds: Readonly<Record<string, Stream<number>>>;
  readonly specifications: readonly ProcessSpecification[];
  /** First guesses of streams in recycles; by default what is fed, at 25 °C. */
  readonly guesses?: Readonly<Record<string, Stream<number>>>;
}

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

export interface SolvedProcess {
  readonly sheet: SolvedSheet;
  readonly streams: readonly ProcessStream[];
  readonly units: readonly {
    readonly name: string;
    readonly operation: string;
    readonly balances: readonly Balance[];
  }[];
  /** Over the gate: feeds and demands against what leaves. */
  readonly overall: readonly Balance[];
  /** All streams with their derivatives by these numbers, recycles and specifications held. Throws IndustryError as `sensitivities`. */
  differentiated(by: readonly Adjusted[], work?: Work): Promise<ReadonlyMap<string, Stream<Dual>>>;
}

/** New substances are found at most this often: each reaction makes all of its products at once. */
const DISCOVERIES = 12;
/** Largest share of a stream that rounding can leave as a negative flow. */
const ROUNDING = 1e-11;
/** From this share of a stream a negative flow is no rounding of a recycle. */
const NEGATIVE = 1e-9;

/**
 * Operations and simple units joined by streams, recycles included, in steady state. Which substances flow is found by solving:
 * what a unit makes beside those that are carried is carried from then on.
 *
 * Throws IndustryError as `solveFlowsheet`, and if a unit is impossible in the state that was found; it names the unit.
 */
export async function solveProcess(
  { units: descriptions, feeds, specifications, guesses = {} }: ProcessSheet,
  substances: Substances,
  options: SolvingOptions = {},
  work: Work = uninterrupted,
): Promise<SolvedProcess> {
  const units = descriptions.map(unitOf);
  const kinds = kindsOf(units, feeds);
  const real = new Chemistry(realArithmetic, substances);
  for (const [name, feed] of Object.entries(feeds)) if (isMaterial(feed)) checkFeed(name, feed);
  const given = [...Object.values(feeds), ...Object.values(guesses)];
  const carried = new Set(given.flatMap((stream) => (isMaterial(stream) ? Object.keys(stream.flows) : [])));
  for (const { operation, parameters } of descriptions)
    if (operation === "separator") for (const name of Object.keys(parameters)) real.substance(name);
  for (const { quantity, by } of specifications) {
    if (typeof quantity !== "string") carried.add(quantity.substance);
    if ("feed" in by) carried.add(by.substance);
  }
  for (const name of carried) real.substance(name);
  const made = units.flatMap((unit) => Object.keys(unit.outlets).map((port) => outletName(unit, port)));
  for (const stream of Object.keys(guesses))
    if (!made.includes(stream)) throw new IndustryError("guesses", texts.noGuess({ stream, streams: made }));
  for (let round = 0; ; round++) {
    const found = new Set<string>();
    const names = [...carried];
    let solved: SolvedSheet | undefined;
    try {
      solved = await solveFlowsheet(sheetOf(names, found), options, work);
    } catch (error) {
      // Without what its units make, a sheet need not have a state.
      if (found.size === 0 || round >= DISCOVERIES) throw error;
    }
    if (solved && found.size === 0) return finished(solved, names);
    for (const name of found) carried.add(name);
  }

  function sheetOf(names: readonly string[], found: Set<string>) {
    const vectorOf = (stream: Stream<number>) =>
      isMaterial(stream) ? [...names.map((name) => stream.flows[name] ?? 0), stream.temperature] : [stream.power];
    const total = names.map((name) =>
      Object.values(feeds).reduce((sum, feed) => sum + (isMaterial(feed) ? (feed.flows[name] ?? 0) : 0), 0),
    );
    const guess = [...total, STANDARD_TEMPERATURE];
    const guessOf = (stream: string) =>
      Object.hasOwn(guesses, stream) ? vectorOf(guesses[stream]!) : kinds.get(stream) === "material" ? guess : [0];
    const energy = [...kinds].filter(([, kind]) => kind !== "material").map(([stream]) => [stream, 1]);
    return {
      size: names.length + 1,
      labels: [...names, "K"],
      sizes: Object.fromEntries(energy),
      feeds: Object.fromEntries(Object.entries(feeds).map(([name, stream]) => [name, vectorOf(stream)])),
      guesses: Object.fromEntries(made.map((stream) => [stream, guessOf(stream)])),
      blocks: units.map((unit) => blockOf(unit, names, found)),
      free: specifications.map(({ by }) => freeOf(by, names)),
      specifications: specifications.map((specification) => specificationOf(specification, names)),
    };
  }

  function blockOf(unit: Unit, names: readonly string[], found: Set<string>): AdjustableBlock {
    const { name, inlets } = unit.description;
    const [ports, outlets] = [Object.keys(inlets), Object.keys(unit.outlets)];
    return adjustable({
      name,
      inlets: ports.map((port) => inlets[port]!),
      outlets: outlets.map((port) => outletName(unit, port)),
      parameters: unit.parameters,
      evaluateWith<N>(
        a: Arithmetic<N>,
        vectors: readonly (readonly N[])[],
        parameters: Readonly<Record<string, N>>,
      ): N[][] {
        const chemistry = new Chemistry(a, substances);
        const streams = Object.fromEntries(
          Object.entries(unit.inlets).map(([port, kind]) => {
            const vector = vectors[ports.indexOf(port)];
            return [port, vector ? streamOf(kind, vector, names) : emptyOf(a, kind)];
          }),
        );
        const result = unit.evaluate(chemistry, streams, parameters);
        return outlets.map((port) => {
          const stream = result[port]!;
          if (!isMaterial(stream)) return [stream.power];
          for (const [substance, flow] of Object.entries(stream.flows))
            if (!names.includes(substance) && a.value(flow) !== 0) found.add(substance);
          return [...names.map((substance) => stream.flows[substance] ?? chemistry.zero), stream.temperature];
        });
      },
    });
  }

  function freeOf(by: Adjusted, names: readonly string[]): Free {
    const { bounds } = adjustedNumber({ units: descriptions, feeds }, by);
    const { lo = bounds?.[0], hi = bounds?.[1] } = by;
    const limits = { ...(lo !== undefined && { lo }), ...(hi !== undefined && { hi }) };
    return "feed" in by
      ? { stream: by.feed, at: names.indexOf(by.substance), ...limits }
      : { block: by.unit, parameter: by.parameter, ...limits };
  }

  function specificationOf({ stream, quantity, value }: ProcessSpecification, names: readonly string[]): Specification {
    const kind = kinds.get(stream);
    if (kind === undefined)
      throw new IndustryError("specifications", texts.noStream({ stream, streams: [...kinds.keys()].join(", ") }));
    if ((quantity === "power") === (kind === "material"))
      throw new IndustryError(
        "specifications",
        texts.notOfKind({ stream, kind, quantity: typeof quantity === "string" ? quantity : quantity.substance }),
      );
    const at = quantity === "power" ? 0 : quantity === "temperature" ? names.length : names.indexOf(quantity.substance);
    return { stream, at, value };
  }

  function finished(sheet: SolvedSheet, names: readonly string[]): SolvedProcess {
    const of = (stream: string) => clean(streamOf(kinds.get(stream)!, sheet.streams[stream]!, names));
    const destination = new Map(
      units.flatMap(({ description }) => Object.values(description.inlets).map((stream) => [stream, description.name])),
    );
    const streams: ProcessStream[] = [
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
    const solvedUnits = units.map((unit) => {
      const { description } = unit;
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
        const why = impossibility(real, operationNamed(description.operation), inlets, result);
        if (why) throw new IndustryError(description.name, texts.inUnit({ unit: description.name, reason: why }));
      } else for (const [port, stream] of ports) checkOutlet(description.name, outletName(unit, port), stream);
      return {
        name: description.name,
        operation: description.operation,
        balances: balancesOf(real, inlets, result),
      };
    });
    const outside = (chosen: (stream: ProcessStream) => boolean) =>
      Object.fromEntries(streams.filter(chosen).map(({ name, stream }) => [name, stream]));
    const overall = balancesOf(
      real,
      outside(({ from, isDemand }) => from === null && !isDemand),
      {
        demands: outside(({ isDemand }) => isDemand),
        outlets: outside(({ from, to }) => from !== null && to === null),
      },
    );
    const differentiated = async (by: readonly Adjusted[], going: Work = uninterrupted) => {
      const slopes = await sensitivities(
        sheetOf(names, new Set()),
        sheet,
        by.map((each) => freeOf(each, names)),
        going,
      );
      return new Map(
        [...kinds].map(([stream, kind]) => {
          const own = sheet.streams[stream]!;
          const vector = own.map((value, at): Dual => ({ value, slope: slopes[stream]![at]! }));
          return [stream, streamOf(kind, vector, names)];
        }),
      );
    };
    return { sheet, streams, units: solvedUnits, overall, differentiated };
  }
}

function checkFeed(stream: string, { flows, temperature }: MaterialStream<number>): void {
  for (const [substance, flow] of Object.entries(flows))
    if (!(flow >= 0)) throw new IndustryError(stream, texts.negativeFlow({ stream, flow, substance }));
  if (!(temperature > COLDEST && temperature < HOTTEST))
    throw new IndustryError(
      stream,
      texts.temperature({ stream, temperature: Number((temperature - 273.15).toFixed(2)) }),
    );
}

/** Of a unit that is no operation: the flows that it is given can be impossible, its own work cannot. */
function checkOutlet(unit: string, name: string, stream: Stream<number>): void {
  if (!isMaterial(stream)) return;
  const size = Object.values(stream.flows).reduce((sum, flow) => sum + Math.abs(flow), 0);
  for (const [substance, flow] of Object.entries(stream.flows))
    if (!(flow >= -NEGATIVE * size))
      throw new IndustryError(
        unit,
        texts.negativeOutlet({ unit, stream: name, substance, flow: Number(flow.toPrecision(4)) }),
      );
}

/** Kinds of all streams by name. Throws IndustryError if source and destination disagree. */
function kindsOf(units: readonly Unit[], feeds: Readonly<Record<string, Stream<number>>>): Map<string, PortKind> {
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

function outletName({ description }: Unit, port: string): string {
  return description.outlets[port] ?? `${description.name}.${port}`;
}

function streamOf<N>(kind: PortKind, vector: readonly N[], names: readonly string[]): Stream<N> {
  if (kind !== "material") return { power: vector[0]! };
  return {
    flows: Object.fromEntries(names.map((name, at) => [name, vector[at]!])),
    temperature: vector[names.length]!,
  };
}

function emptyOf<N>(a: Arithmetic<N>, kind: PortKind): Stream<N> {
  return kind === "material" ? { flows: {}, temperature: a.of(STANDARD_TEMPERATURE) } : { power: a.of(0) };
}

/** Without the negative flows that rounding leaves of differences. */
function clean(stream: Stream<number>): Stream<number> {
  if (!isMaterial(stream)) return stream;
  const size = Object.values(stream.flows).reduce((sum, flow) => sum + Math.abs(flow), 0);
  return {
    flows: Object.fromEntries(
      Object.entries(stream.flows).map(([name, flow]) => [name, flow < 0 && -flow <= ROUNDING * size ? 0 : flow]),
    ),
    temperature: stream.temperature,
  };
}
