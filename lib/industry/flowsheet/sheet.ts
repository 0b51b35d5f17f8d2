import { z } from "zod";
import type { ResultOf } from "../../tool/shape.ts";
import { integerIn } from "../../tool/unit.ts";
import type { Block } from "./block.ts";

/** Blocks joined by streams: a stream leaves the block that has it as outlet and enters the one that has it as inlet. */
export interface Sheet {
  readonly blocks: readonly Block[];
  /** How many numbers a stream has. */
  readonly size: number;
  /** What the numbers of a stream are called, in messages; by default their places. */
  readonly labels?: readonly string[];
  /** Streams with another number of numbers, such as the power of an energy stream. */
  readonly sizes?: Readonly<Record<string, number>>;
  /** The numbers of the streams that enter the sheet. Numbers that are free are first guesses. */
  readonly feeds: Readonly<Record<string, readonly number[]>>;
  /** First guesses of streams in recycles; zeros, or the feeds of the same size if a block cannot start from zeros. */
  readonly guesses?: Readonly<Record<string, readonly number[]>>;
  /** What the design specifications may change, one for each of them. */
  readonly free?: readonly Free[];
  readonly specifications?: readonly Specification[];
}

/** A number that is sought: one of a feed, or a parameter of a block; within its bounds, if it has some. */
export type Free = (
  | { readonly stream: string; readonly at: number }
  | { readonly block: string; readonly parameter: string }
) & { readonly lo?: number; readonly hi?: number };

/** A design specification: number `at` of the stream has this value. */
export interface Specification {
  readonly stream: string;
  readonly at: number;
  readonly value: number;
}

/** What the counts of a sheet say: it is determined if nothing is left free. */
export const degreesOfFreedomShape = z.object({
  /** Numbers of all streams, and parameters of blocks that are free. */
  unknowns: integerIn("1"),
  /** Numbers that blocks compute, numbers of feeds that are given, and specifications. */
  equations: integerIn("1"),
});
export type DegreesOfFreedom = ResultOf<typeof degreesOfFreedomShape>;
