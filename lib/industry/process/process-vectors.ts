import { messages } from "../../message/message.ts";
import type { Arithmetic } from "../../numeric/automatic/arithmetic.ts";
import { type AdjustableBlock, adjustable } from "../flowsheet/block.ts";
import type { Free, Specification } from "../flowsheet/sheet.ts";
import { IndustryError } from "../industry-error.ts";
import type { PortKind } from "../operation/operation.ts";
import { Chemistry } from "../stream/chemistry.ts";
import { isMaterial, type Stream } from "../stream/stream.ts";
import { STANDARD_TEMPERATURE } from "../substance/glenn-polynomial.ts";
import type { Substances } from "../substance/substances.ts";
import { type Adjusted, adjustedNumber } from "./adjusted.ts";
import type { ProcessSheet, ProcessSpecification } from "./process-sheet.ts";
import { emptyOf, kindsOf, outletName, streamOf } from "./sheet-streams.ts";
import { type Unit, unitOf } from "./unit.ts";

const texts = messages("industry.process", {
  noStream: {
    en: "A specification names the stream {stream}; the flowsheet has {streams}.",
    zh: "设计规定指定了物流 {stream}；流程图中有 {streams}。",
  },
  notOfKind: {
    en: "The stream {stream} carries {kind}: it has no {quantity} that could be specified.",
    zh: "物流 {stream} 为 {kind}，没有可以规定的 {quantity}。",
  },
  noGuess: {
    en: "`guesses` names the stream {stream}, which no unit makes; units make {streams:and}.",
    zh: "`guesses` 中的物流 {stream} 不是任何单元的出口；各单元的出口有 {streams:and}。",
  },
});

/**
 * A process sheet with its units read, written as a flowsheet of vectors: kg/h of each substance that is carried, and K; energy
 * is one number. Throws IndustryError if units and feeds do not fit together.
 */
export class ProcessVectors {
  readonly sheet: ProcessSheet;
  readonly units: readonly Unit[];
  readonly kinds: ReadonlyMap<string, PortKind>;
  /** Streams that units make. */
  readonly made: readonly string[];
  readonly #substances: Substances;

  constructor(sheet: ProcessSheet, substances: Substances) {
    this.sheet = sheet;
    this.#substances = substances;
    this.units = sheet.units.map(unitOf);
    this.kinds = kindsOf(this.units, sheet.feeds);
    this.made = this.units.flatMap((unit) => Object.keys(unit.outlets).map((port) => outletName(unit, port)));
  }

  /** Throws IndustryError if a first guess is of a stream that no unit makes. */
  checkGuesses(): void {
    for (const stream of Object.keys(this.sheet.guesses ?? {}))
      if (!this.made.includes(stream))
        throw new IndustryError("guesses", texts.noGuess({ stream, streams: this.made }));
  }

  /** With these substances; what units make beside them goes to `found`. */
  flowsheet(names: readonly string[], found: Set<string>) {
    const { feeds, specifications, guesses = {} } = this.sheet;
    const vectorOf = (stream: Stream<number>) =>
      isMaterial(stream) ? [...names.map((name) => stream.flows[name] ?? 0), stream.temperature] : [stream.power];
    const total = names.map((name) =>
      Object.values(feeds).reduce((sum, feed) => sum + (isMaterial(feed) ? (feed.flows[name] ?? 0) : 0), 0),
    );
    const guess = [...total, STANDARD_TEMPERATURE];
    const guessOf = (stream: string) =>
      Object.hasOwn(guesses, stream) ? vectorOf(guesses[stream]!) : this.kinds.get(stream) === "material" ? guess : [0];
    const energy = [...this.kinds].filter(([, kind]) => kind !== "material").map(([stream]) => [stream, 1]);
    return {
      size: names.length + 1,
      labels: [...names, "K"],
      sizes: Object.fromEntries(energy),
      feeds: Object.fromEntries(Object.entries(feeds).map(([name, stream]) => [name, vectorOf(stream)])),
      guesses: Object.fromEntries(this.made.map((stream) => [stream, guessOf(stream)])),
      blocks: this.units.map((unit) => this.#block(unit, names, found)),
      free: specifications.map(({ by }) => this.free(by, names)),
      specifications: specifications.map((specification) => this.#specification(specification, names)),
    };
  }

  #block(unit: Unit, names: readonly string[], found: Set<string>): AdjustableBlock {
    const substances = this.#substances;
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

  /** A number that may change, by its place in the flowsheet of these substances. */
  free(by: Adjusted, names: readonly string[]): Free {
    const { bounds } = adjustedNumber(this.sheet, by);
    const { lo = bounds?.[0], hi = bounds?.[1] } = by;
    const limits = { ...(lo !== undefined && { lo }), ...(hi !== undefined && { hi }) };
    return "feed" in by
      ? { stream: by.feed, at: names.indexOf(by.substance), ...limits }
      : { block: by.unit, parameter: by.parameter, ...limits };
  }

  #specification({ stream, quantity, value }: ProcessSpecification, names: readonly string[]): Specification {
    const kind = this.kinds.get(stream);
    if (kind === undefined)
      throw new IndustryError("specifications", texts.noStream({ stream, streams: [...this.kinds.keys()].join(", ") }));
    if ((quantity === "power") === (kind === "material"))
      throw new IndustryError(
        "specifications",
        texts.notOfKind({ stream, kind, quantity: typeof quantity === "string" ? quantity : quantity.substance }),
      );
    const at = quantity === "power" ? 0 : quantity === "temperature" ? names.length : names.indexOf(quantity.substance);
    return { stream, at, value };
  }
}
