import { constants } from "../../numeric/automatic/arithmetic.ts";
import { type Dual, dualArithmetic } from "../../numeric/automatic/dual.ts";
import { type Block, isAdjustable } from "./block.ts";
import type { ConnectedSheet } from "./connected-sheet.ts";
import { evaluateBlock, type StreamValues, withFree } from "./stream-values.ts";

/** Streams and blocks for one vector of unknowns. */
export interface SheetPoint {
  readonly values: StreamValues;
  readonly blocks: readonly Block[];
}

/** Cells of a sparse matrix. */
export interface Cells {
  readonly rows: number[];
  readonly columns: number[];
  readonly values: number[];
}

/**
 * The equations of a sheet: x − f(x) of each number that a block computes, then the specified numbers less their values. The unknowns
 * are the computed numbers, stream by stream, then the free numbers.
 */
export class SheetEquations {
  /** How many numbers blocks compute. */
  readonly computed: number;
  /** Place of the first number of each computed stream. */
  readonly offsets: ReadonlyMap<string, number>;
  /** The stream or the specification of each equation. */
  readonly names: readonly string[];
  readonly #connected: ConnectedSheet;
  readonly #freeAt: ReadonlyMap<string, number>;

  constructor(connected: ConnectedSheet) {
    const { streams, sources, sizeOf, free, specifications } = connected;
    this.#connected = connected;
    const offsets = new Map<string, number>();
    const names: string[] = [];
    for (const stream of streams) {
      if (sources.get(stream)! < 0) continue;
      offsets.set(stream, names.length);
      for (let i = 0; i < sizeOf(stream); i++) names.push(stream);
    }
    this.computed = names.length;
    this.offsets = offsets;
    this.names = [...names, ...specifications.map(({ stream, at }) => `${stream}[${at}]`)];
    this.#freeAt = new Map(
      free.flatMap((each, k) => ("stream" in each ? [[`${each.stream}[${each.at}]`, k] as const] : [])),
    );
  }

  /** Unknowns of these streams and free numbers. */
  unknownsOf(values: StreamValues, free: readonly number[]): Float64Array {
    const x = new Float64Array(this.computed + free.length);
    for (const [stream, offset] of this.offsets) x.set(values.get(stream)!, offset);
    x.set(free, this.computed);
    return x;
  }

  pointAt(x: Float64Array): SheetPoint {
    const { feeds, blocks } = withFree(this.#connected, [...x.subarray(this.computed)]);
    const values: StreamValues = new Map(feeds);
    for (const [stream, offset] of this.offsets)
      values.set(stream, [...x.subarray(offset, offset + this.#connected.sizeOf(stream))]);
    return { values, blocks };
  }

  residuals({ values, blocks }: SheetPoint): Float64Array {
    const { sizeOf, specifications } = this.#connected;
    const result = new Float64Array(this.names.length);
    for (const block of blocks) {
      const outlets = evaluateBlock(block, values, sizeOf);
      for (const [o, stream] of block.outlets.entries()) {
        const own = values.get(stream)!;
        for (const [i, value] of outlets[o]!.entries()) result[this.offsets.get(stream)! + i] = own[i]! - value;
      }
    }
    for (const [k, { stream, at, value }] of specifications.entries())
      result[this.computed + k] = values.get(stream)![at]! - value;
    return result;
  }

  /** Derivatives of the equations by the unknowns: of each block by its inlets and its free parameters, in forward mode. */
  derivatives({ values, blocks }: SheetPoint): Cells {
    const { specifications, free } = this.#connected;
    const cells: Cells = { rows: [], columns: [], values: [] };
    const put = (row: number, column: number, value: number) => {
      cells.rows.push(row);
      cells.columns.push(column);
      cells.values.push(value);
    };
    for (let i = 0; i < this.computed; i++) put(i, i, 1);
    for (const block of blocks) {
      const ofInlets = block.inlets.flatMap((stream) =>
        values.get(stream)!.flatMap((_, i) => {
          const unknown = this.#unknownOf(stream, i);
          return unknown < 0 ? [] : [unknown];
        }),
      );
      const ofParameters = free.flatMap((each, k) =>
        "block" in each && each.block === block.name ? [{ parameter: each.parameter, unknown: this.computed + k }] : [],
      );
      const unknowns = [...ofInlets, ...ofParameters.map(({ unknown }) => unknown)];
      if (unknowns.length === 0) continue;
      const outlets = this.#outletsWithSlopes(block, values, unknowns.length, ofParameters);
      for (const [o, stream] of block.outlets.entries())
        for (const [i, { slope }] of outlets[o]!.entries())
          slope?.forEach((value, u) => {
            if (value !== 0) put(this.offsets.get(stream)! + i, unknowns[u]!, -value);
          });
    }
    for (const [k, { stream, at }] of specifications.entries()) {
      const unknown = this.#unknownOf(stream, at);
      if (unknown >= 0) put(this.computed + k, unknown, 1);
    }
    return cells;
  }

  /** Outlets with their derivatives: by the unknown numbers of the inlets in order, then by the parameters. */
  #outletsWithSlopes(
    block: Block,
    values: StreamValues,
    size: number,
    ofParameters: readonly { readonly parameter: string }[],
  ): readonly (readonly Dual[])[] {
    const arithmetic = dualArithmetic(size);
    let next = 0;
    const inlets = block.inlets.map((stream) =>
      values
        .get(stream)!
        .map((value, i) =>
          this.#unknownOf(stream, i) >= 0 ? arithmetic.variable(next++, value) : arithmetic.of(value),
        ),
    );
    if (ofParameters.length === 0 || !isAdjustable(block)) return block.evaluate(arithmetic, inlets);
    const parameters = constants(arithmetic, block.parameters);
    for (const { parameter } of ofParameters)
      parameters[parameter] = arithmetic.variable(next++, block.parameters[parameter]!);
    return block.evaluateWith(arithmetic, inlets, parameters);
  }

  /** The unknown of a number of a stream; −1 if it is given. */
  #unknownOf(stream: string, at: number): number {
    const offset = this.offsets.get(stream);
    if (offset !== undefined) return offset + at;
    const k = this.#freeAt.get(`${stream}[${at}]`);
    return k === undefined ? -1 : this.computed + k;
  }
}
