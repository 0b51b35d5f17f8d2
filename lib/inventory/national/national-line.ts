import type { Factor } from "../../factors/factor.ts";
import type { Message, Sentence } from "../../message/message.ts";
import type { NotationKey } from "../account/inventory.ts";
import type { Percent } from "../uncertainty/inventory-source.ts";
import { editionOf } from "./factor-book.ts";

/** An amount of an activity in a year, with its source. */
export interface Activity {
  readonly amount: number;
  readonly unit: string;
  /** The table, its edition, and how it was converted. */
  readonly source: Message;
  /** Half of the 95 % interval of the statistic, %; null where its source states none. */
  readonly error: Percent | null;
  /** What its source says about it. */
  readonly notes?: readonly Message[];
  /** How the amount of a year without one was made. */
  readonly filled?: "interpolated" | "carried";
}

/** A line of a national inventory: an activity times a factor, or a notation key with its reason. */
export interface NationalLine {
  /** IPCC 2006 category. */
  readonly category: string;
  /** In the notation of quantities. */
  readonly gas: string;
  /** By which a line is addressed: `coal`, `dairy cattle`, `HFC134a`. Unique with category and gas. */
  readonly name: string;
  readonly label: Sentence;
  /** What stands for it and its likes where many lines are named at once. */
  readonly group?: Message;
  /** The line that it is a part of, where tables state the whole in some years and its parts in others. */
  readonly of?: string;
  /** kt of the gas; null with a notation key. */
  readonly value: number | null;
  readonly key: NotationKey | null;
  readonly activity: Activity | null;
  /** kt of the gas per unit of the activity, and the factors that make it; null for amounts taken over. */
  readonly perUnit: number | null;
  readonly factors: readonly Factor[];
  /** The one edition of the guidelines that all of its factors are of; null without factors. */
  readonly edition: string | null;
  /** Half of the 95 % interval of the factor, %; null where a factor's table states no bounds. */
  readonly factorError: Percent | null;
  /** Assumptions and boundaries, or why there is no number. */
  readonly notes: readonly Sentence[];
}

/** What a line needs besides the activity and the factors. */
export interface LineOf extends Pick<NationalLine, "category" | "gas" | "name" | "label" | "group" | "of"> {
  readonly notes?: readonly Sentence[];
}

/** Activity × factor. @param perUnit kt of the gas per unit of the activity. */
export function estimated(
  line: LineOf,
  activity: Activity,
  perUnit: number,
  factors: readonly Factor[],
  factorError: Percent | null,
): NationalLine {
  const value = activity.amount * perUnit;
  const edition = editionOf(factors);
  return { notes: [], ...line, value, key: null, activity, perUnit, factors, edition, factorError };
}

/** An amount of the gas that is taken over, or computed by a method with more than one factor. kt of the gas. */
export function takenOver(
  line: LineOf,
  value: number,
  activity: Activity | null,
  factors: readonly Factor[] = [],
  factorError: Percent | null = null,
): NationalLine {
  const edition = editionOf(factors);
  return { notes: [], ...line, value, key: null, activity, perUnit: null, factors, edition, factorError };
}

/** A line without a number. */
export function keyed(line: LineOf, key: NotationKey, activity: Activity | null = null): NationalLine {
  return {
    notes: [],
    ...line,
    value: null,
    key,
    activity,
    perUnit: null,
    factors: [],
    edition: null,
    factorError: null,
  };
}
