import type { Stream } from "../stream/stream.ts";
import type { Adjusted } from "./adjusted.ts";
import type { UnitDescription } from "./unit.ts";

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
