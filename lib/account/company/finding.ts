import type { Message } from "../../message/message.ts";
import type { OwnFactor } from "../own-factor.ts";
import type { Activities } from "./activities.ts";
import type { Clues } from "./clues.ts";
import type { Conversion, Target } from "./target.ts";

/** What lines were taken for that have the same name, unit, site and columns. */
export interface Finding {
  readonly kind: "mapping" | "code" | "name" | "class" | "none";
  readonly target: Target | null;
  /** The next ones, the likeliest first. */
  readonly others: readonly (Target | null)[];
  readonly how: Message;
  /** What is asked where it cannot be decided. With `assumed` the target holds until it is answered; else nothing does. */
  readonly question?: { readonly text: Message; readonly assumed: boolean };
  /** Why its lines are in no total. */
  readonly apart?: Message;
  /** How amounts become those of the row; by the units of the target if left out. A message says what is needed. */
  readonly conversion?: Conversion | Message;
  readonly notes?: readonly Message[];
  /** The person's own factor, and what a row of the inventory says of it; the target has it unless it holds by market alone. */
  readonly own?: {
    readonly given: OwnFactor;
    readonly cells: Readonly<Record<string, string>>;
    readonly isMarket: boolean;
    /** Whether it holds wherever the energy is used. */
    readonly isAnywhere: boolean;
  };
}

/** What a search for the activity of lines works with. */
export interface Sources {
  readonly activities: Activities;
  /** ISO 3166-1 alpha-3 of where the lines are from; null if unknown. */
  readonly country: string | null;
  /** Answers to what was asked, by its key. */
  readonly answers: Readonly<Record<string, string>>;
  readonly measures: FuelTable;
}

/** What a unit of a fuel weighs and the heat in it; undefined where no source is at hand. */
export interface FuelTable {
  density(fuel: string, form: string | null): { readonly value: number; readonly source: string } | undefined;
  /** MJ (net) in a cubic metre of a gas. */
  heat(fuel: string): { readonly value: number; readonly source: string } | undefined;
}

/** Finds the activity of lines of one kind; null if they are none of it. */
export type Finder = (clues: Clues, sources: Sources) => Finding | null;

export function present(targets: readonly (Target | null)[]): Target[] {
  const seen = new Set<string>();
  return targets.filter(
    (target): target is Target => target !== null && !seen.has(target.id) && seen.add(target.id) !== undefined,
  );
}
