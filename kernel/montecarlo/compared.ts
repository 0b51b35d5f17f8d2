import type { Leaf, Slot } from "./slots.ts";

/** A number and its central 95 % interval. */
export interface Bounded {
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
}

/** A number of a cell under one scenario, compared with the first scenario. */
export interface ComparedNumber extends Bounded {
  readonly scenario: string;
  /** This scenario minus the first one, draw by draw; null for the first. */
  readonly difference: Bounded | null;
}

export interface ComparedRow {
  readonly slot: Slot;
  readonly path: Leaf["path"];
  readonly unit: string;
  readonly numbers: readonly ComparedNumber[];
}

export interface Compared {
  readonly rows: readonly ComparedRow[];
  readonly draws: number;
  readonly seed: number;
}
