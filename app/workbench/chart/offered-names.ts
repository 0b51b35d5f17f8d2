import type { PlaceNames } from "./place-names.ts";

/** Names that can be chosen, those that are, and how that is changed: places of a dataset, or values of a column. */
export interface OfferedNames {
  readonly names: PlaceNames;
  readonly codes: ReadonlySet<string>;
  readonly chosen: readonly string[];
  /** Whether those that are chosen were chosen by the dialog. */
  readonly isSuggested: boolean;
  set(chosen: readonly string[]): void;
  /** Adds to those that were chosen by the person. */
  add(codes: readonly string[]): void;
}
