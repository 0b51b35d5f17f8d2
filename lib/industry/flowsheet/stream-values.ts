import { messages } from "../../message/message.ts";
import { realArithmetic } from "../../numeric/automatic/arithmetic.ts";
import { IndustryError } from "../industry-error.ts";
import { type Block, isAdjustable, withParameters } from "./block.ts";
import type { ConnectedSheet } from "./connected-sheet.ts";

const texts = messages("industry.streams", {
  otherOutlets: {
    en: "The block {block} gave {count} outlets; it names {expected}.",
    zh: "单元 {block} 给出了 {count} 个出口，而其声明的出口有 {expected} 个。",
  },
  otherNumbers: {
    en: "The block {block} gave {count} numbers for the stream {stream}; expected {expected}. Give the size of the stream in `sizes`.",
    zh: "单元 {block} 为物流 {stream} 给出了 {count} 个数，应为 {expected} 个。请在 `sizes` 中给出该物流的长度。",
  },
});

/** The numbers of every stream, by name. Those that are not yet known are absent. */
export type StreamValues = Map<string, readonly number[]>;

/** The free numbers in the order of the sheet's list, put into feeds and blocks. */
export function withFree(connected: ConnectedSheet, free: readonly number[]) {
  const { sheet } = connected;
  const feeds = new Map(Object.entries(sheet.feeds).map(([name, numbers]) => [name, [...numbers]]));
  const parameters = new Map<string, Record<string, number>>();
  for (const [k, each] of connected.free.entries()) {
    if ("stream" in each) feeds.get(each.stream)![each.at] = free[k]!;
    else parameters.set(each.block, { ...parameters.get(each.block), [each.parameter]: free[k]! });
  }
  const blocks = sheet.blocks.map((block): Block => {
    const changed = parameters.get(block.name);
    return changed && isAdjustable(block) ? withParameters(block, changed) : block;
  });
  return { feeds, blocks };
}

/** The values of the free numbers with which a sheet begins: those that it gives, moved to their bounds. */
export function startOfFree({ sheet, free }: ConnectedSheet): number[] {
  return free.map((each) => {
    const { lo = Number.NEGATIVE_INFINITY, hi = Number.POSITIVE_INFINITY } = each;
    const bounded = (value: number) => Math.min(hi, Math.max(lo, value));
    if ("stream" in each) return bounded(sheet.feeds[each.stream]![each.at]!);
    const block = sheet.blocks.find(({ name }) => name === each.block)!;
    return isAdjustable(block) ? bounded(block.parameters[each.parameter]!) : Number.NaN;
  });
}

/** The outlets of a block for the values of its inlets, after a look at their lengths. */
export function evaluateBlock(
  block: Block,
  values: StreamValues,
  sizeOf: (stream: string) => number,
): readonly (readonly number[])[] {
  const outlets = block.evaluate(
    realArithmetic,
    block.inlets.map((stream) => values.get(stream)!),
  );
  checkOutlets(block, outlets, sizeOf);
  return outlets;
}

export function checkOutlets(
  { name, outlets: names }: Block,
  outlets: readonly (readonly unknown[])[],
  sizeOf: (stream: string) => number,
): void {
  if (outlets.length !== names.length)
    throw new IndustryError(
      "blocks",
      texts.otherOutlets({ block: name, count: outlets.length, expected: names.length }),
    );
  for (const [at, stream] of names.entries()) {
    const count = outlets[at]!.length;
    if (count !== sizeOf(stream))
      throw new IndustryError("blocks", texts.otherNumbers({ block: name, stream, count, expected: sizeOf(stream) }));
  }
}

/** Below this share of the largest number of its stream a number is compared with that share instead of with itself. */
const SMALL = 1e-3;

/**
 * The largest difference of two vectors of a stream, relative to each number, or to a thousandth of the stream's largest: a
 * trace that rounding leaves of a difference is not compared with itself.
 */
export function relativeDifference(a: readonly number[], b: readonly number[]): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i]!), Math.abs(b[i]!));
  let worst = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs(a[i]! - b[i]!);
    if (Number.isNaN(difference)) return Number.POSITIVE_INFINITY;
    if (difference === 0) continue;
    worst = Math.max(worst, difference / Math.max(Math.abs(a[i]!), Math.abs(b[i]!), SMALL * largest));
  }
  return worst;
}
