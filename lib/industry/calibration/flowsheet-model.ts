import { messages } from "../../message/message.ts";
import { type Arithmetic, realArithmetic } from "../../numeric/automatic/arithmetic.ts";
import { dualArithmetic } from "../../numeric/automatic/dual.ts";
import { type DenseMatrix, dense } from "../../numeric/matrix.ts";
import type { Work } from "../../numeric/work.ts";
import { IndustryError } from "../industry-error.ts";
import { type Adjusted, nameOfAdjusted } from "../process/adjusted.ts";
import type { ProcessSheet } from "../process/process-sheet.ts";
import { solveProcess } from "../process/solve-process.ts";
import type { SolvedProcess } from "../process/solved-process.ts";
import { Chemistry } from "../stream/chemistry.ts";
import { isMaterial, type Stream } from "../stream/stream.ts";
import type { Substances } from "../substance/substances.ts";
import type { CalibrationModel } from "./model.ts";

const texts = messages("industry.flowsheetModel", {
  noStream: {
    en: "A reading names the stream {stream}; the flowsheet has {streams:and}.",
    zh: "读数中的物流 {stream} 不在流程图中；流程图中有 {streams:and}。",
  },
  notOfKind: {
    en: "The stream {stream} carries {kind}: it has no {quantity} that could be read.",
    zh: "物流 {stream} 为 {kind}，没有可测的 {quantity}。",
  },
  atStart: {
    en: "With the starting values {values:and}, case {at} cannot be computed: {reason}",
    zh: "以初值 {values:and} 无法计算第 {at} 个工况：{reason}",
  },
});

/** What an instrument reads of a stream: kg/h of a substance or of all, the share of its molecules, K, or MW. */
export type ReadQuantity =
  | { readonly substance: string }
  | { readonly moleShare: string }
  | "mass"
  | "temperature"
  | "power";

export interface StreamReading {
  readonly stream: string;
  readonly quantity: ReadQuantity;
}

/** One state of the plant: what is fed and set in it instead of what the sheet says, and what was read. */
export interface CalibrationCase {
  readonly feeds: Readonly<Record<string, Stream<number>>>;
  /** Unit → parameter → value. */
  readonly parameters: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly readings: readonly StreamReading[];
}

/** Relative step of the parameters below which streams that are solved to 1e-12 no longer tell two of them apart. */
const PRECISION = 1e-9;
/** A slope that moves no reading by more than this share of it is what rounding leaves of zero. */
const NO_SLOPE = 1e-11;

/**
 * The readings of all cases, in order, as a function of parameters of units and flows of feeds: each prediction is a solved flowsheet,
 * recycles and specifications included; derivatives follow through them by the implicit function theorem. A sheet that cannot be solved
 * predicts no number, so that a fit turns back from it.
 *
 * Throws IndustryError if a reading is of no stream of the sheet, or if a case cannot be solved at the values first asked for.
 */
export class FlowsheetModel implements CalibrationModel {
  readonly parameters: readonly string[];
  readonly isLinear = false;
  readonly precision = PRECISION;
  readonly #sheet: ProcessSheet;
  readonly #cases: readonly CalibrationCase[];
  readonly #by: readonly Adjusted[];
  readonly #substances: Substances;
  readonly #work: Work;
  #last: { readonly at: readonly number[]; readonly solved: readonly SolvedProcess[] } | undefined;

  constructor(
    sheet: ProcessSheet,
    cases: readonly CalibrationCase[],
    by: readonly Adjusted[],
    substances: Substances,
    work: Work,
  ) {
    this.parameters = by.map(nameOfAdjusted);
    this.#sheet = sheet;
    this.#cases = cases;
    this.#by = by;
    this.#substances = substances;
    this.#work = work;
  }

  /** Largest relative residual of the streams as they were solved last. */
  residual(): number {
    return Math.max(0, ...(this.#last?.solved ?? []).map((each) => each.sheet.residual));
  }

  async predict(of: ArrayLike<number>): Promise<Float64Array> {
    const solved = await this.#solvedAt(Array.from(of));
    const chemistry = new Chemistry(realArithmetic, this.#substances);
    return Float64Array.from(
      this.#cases.flatMap(({ readings }, c) => {
        if (solved === undefined) return readings.map(() => Number.NaN);
        const streams = new Map(solved[c]!.streams.map(({ name, stream }) => [name, stream]));
        return readings.map((reading) => quantityOf(chemistry, streams, reading));
      }),
    );
  }

  async jacobian(of: ArrayLike<number>): Promise<DenseMatrix> {
    const at = Array.from(of);
    const solved = (await this.#solvedAt(at))!;
    const arithmetic = dualArithmetic(at.length);
    const chemistry = new Chemistry(arithmetic, this.#substances);
    const rows: number[] = [];
    for (const [c, { readings }] of this.#cases.entries()) {
      const streams = await solved[c]!.differentiated(this.#by, this.#work);
      for (const reading of readings) {
        const { value, slope } = quantityOf(chemistry, streams, reading);
        for (const [k, parameter] of at.entries()) {
          const moved = slope === null ? 0 : slope[k]!;
          rows.push(Math.abs(moved * parameter) <= NO_SLOPE * Math.abs(value) ? 0 : moved);
        }
      }
    }
    return dense(rows.length / at.length, at.length, Float64Array.from(rows));
  }

  /** All cases; undefined if one of them has no state there. */
  async #solvedAt(at: readonly number[]): Promise<readonly SolvedProcess[] | undefined> {
    const last = this.#last;
    if (last?.at.every((value, k) => value === at[k])) return last.solved;
    const solved: SolvedProcess[] = [];
    for (const [c, each] of this.#cases.entries())
      try {
        // A recycle starts from where it was: a small step of the parameters moves it little.
        const guesses = last === undefined ? this.#sheet.guesses : madeStreams(last.solved[c]!);
        solved.push(
          await solveProcess(
            { ...sheetOf(this.#sheet, each, this.#by, at), ...(guesses ? { guesses } : {}) },
            this.#substances,
            // From near by, Newton's method takes a few steps where Wegstein's takes tens.
            last === undefined ? {} : { method: "Newton" },
            this.#work,
          ),
        );
      } catch (error) {
        if (!(error instanceof IndustryError)) throw error;
        if (last !== undefined) return undefined;
        const values = this.parameters.map((name, k) => `${name} = ${Number(at[k]!.toPrecision(6))}`);
        throw new IndustryError("cases", texts.atStart({ values, at: c + 1, reason: error.said }));
      }
    this.#last = { at: [...at], solved };
    return solved;
  }
}

function sheetOf(
  sheet: ProcessSheet,
  { feeds, parameters }: CalibrationCase,
  by: readonly Adjusted[],
  at: readonly number[],
): ProcessSheet {
  const set: Record<string, Record<string, number>> = {};
  for (const [unit, own] of Object.entries(parameters)) set[unit] = { ...own };
  const fed: Record<string, Stream<number>> = { ...sheet.feeds, ...feeds };
  for (const [k, each] of by.entries()) {
    if ("unit" in each) set[each.unit] = { ...set[each.unit], [each.parameter]: at[k]! };
    else {
      const feed = fed[each.feed];
      if (feed && isMaterial(feed))
        fed[each.feed] = { ...feed, flows: { ...feed.flows, [each.substance]: Math.max(0, at[k]!) } };
    }
  }
  return {
    ...sheet,
    feeds: fed,
    units: sheet.units.map((unit) =>
      Object.hasOwn(set, unit.name) ? { ...unit, parameters: { ...unit.parameters, ...set[unit.name] } } : unit,
    ),
  };
}

function madeStreams({ streams }: SolvedProcess): Record<string, Stream<number>> {
  return Object.fromEntries(
    streams.filter(({ from, isDemand }) => from !== null || isDemand).map(({ name, stream }) => [name, stream]),
  );
}

function quantityOf<N>(
  chemistry: Chemistry<N>,
  streams: ReadonlyMap<string, Stream<N>>,
  { stream: name, quantity }: StreamReading,
): N {
  const stream = streams.get(name);
  if (!stream) throw new IndustryError("cases", texts.noStream({ stream: name, streams: [...streams.keys()] }));
  if (isMaterial(stream) === (quantity === "power"))
    throw new IndustryError(
      "cases",
      texts.notOfKind({ stream: name, kind: isMaterial(stream) ? "material" : "energy", quantity: wordOf(quantity) }),
    );
  if (!isMaterial(stream)) return stream.power;
  if (quantity === "temperature") return stream.temperature;
  if (quantity === "mass" || quantity === "power") return chemistry.totalMass(stream);
  if ("substance" in quantity) return chemistry.mass(stream, quantity.substance);
  const a: Arithmetic<N> = chemistry.arithmetic;
  // Fuels by analysis and ash have no molecules.
  const pure = Object.keys(stream.flows).filter((each) => chemistry.substance(each).molarMass !== undefined);
  const kmol = a.sum(pure.map((each) => chemistry.kmol(stream, each)));
  return a.div(chemistry.kmol(stream, quantity.moleShare), kmol);
}

function wordOf(quantity: ReadQuantity): string {
  if (typeof quantity === "string") return quantity;
  return "substance" in quantity ? quantity.substance : quantity.moleShare;
}
