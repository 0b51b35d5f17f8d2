import type { Duration } from "./duration.ts";

/**
 * The value of a field of a table as its file states it: a text may still be a number or a date. Dates are UTC. Null is an empty
 * field.
 */
export type FieldValue = string | number | bigint | boolean | Date | Duration | null;

/** Receives the values of a column, from the first row to the last. */
export interface FieldSink {
  /** @param place the line of a text, the row of a sheet, or the number of the record, from 1 */
  add(value: FieldValue, place: number): void;
}
