import type { Matter } from "../../matter.ts";
import type { Target, Years } from "./asked.ts";
import type { ChosenMeasure } from "./choose-measure.ts";
import type { Within } from "./continents.ts";
import type { Quotient } from "./figure.ts";

/** What is asked of a series. */
export interface Asked {
  readonly matter: Matter;
  readonly chosen: ChosenMeasure;
  readonly targets: readonly Target[];
  readonly years: Years;
  /** The measure of the same words that reaches back further, where no year is said: extremes are sought in it, too. */
  readonly earlier?: ChosenMeasure;
  readonly quotient: Quotient;
  /** A unit that the question wants. */
  readonly unit: string | null;
  /** Whether it wants per cent. */
  readonly percent: boolean;
  /** The part of the world whose countries are ranked. */
  readonly within: Within | null;
}
