import { messages } from "../message/message.ts";
import type { Evidence } from "../quantity/evidence.ts";
import type { DatasetColumns } from "../tool/read.ts";
import type { Estimate } from "./estimate.ts";

const texts = messages("natural", {
  asGiven: { en: "as the source gives it", zh: "依来源所给" },
  fromLiterature: { en: "taken from the literature", zh: "取自文献" },
});

/** A flux that is taken from the literature as a range, not computed. */
export interface LiteratureRange extends Estimate {
  readonly name: string;
  readonly gas: string;
  /** Evidence for value and range. */
  readonly valueStatus: Evidence;
  readonly boundsStatus: Evidence;
  /** Where they were read; null if they are from memory. */
  readonly valueRead: string | null;
  /** Caveats. */
  readonly note: string;
}

/** The rows of the dataset `natural_flux_ranges`, each in its own unit. */
export function literatureRangesOf(columns: DatasetColumns): LiteratureRange[] {
  const text = (name: string) => {
    const cells = columns.texts(name);
    return (row: number) => cells[row]!;
  };
  const number = (name: string) => {
    const cells = columns.numbers(name);
    return (row: number) => cells[row]!;
  };
  const [name, gas, unit, source, note] = [text("name"), text("gas"), text("unit"), text("source"), text("note")];
  const [value, lo, hi] = [number("value"), number("lo"), number("hi")];
  const [valueStatus, boundsStatus] = [text("value_status"), text("bounds_status")];
  const valueRead = columns.texts("value_read");
  return Array.from({ length: columns.rows }, (_, row) => ({
    valueStatus: valueStatus(row) as Evidence,
    boundsStatus: boundsStatus(row) as Evidence,
    valueRead: valueRead[row] ?? null,
    name: name(row),
    gas: gas(row),
    value: value(row),
    lo: lo(row),
    hi: hi(row),
    unit: unit(row),
    interval: texts.asGiven(),
    source: source(row),
    method: texts.fromLiterature(),
    note: note(row),
  }));
}
