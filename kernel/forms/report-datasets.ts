import type { ReportDataset } from "../../lib/account/report/report.ts";
import { valueFor } from "../document/language-tag.ts";
import { type DatasetEntry, titleOf } from "../services/catalogue.ts";

/** The data sets of these names as a report lists them. */
export function datasetsOfReport(
  entries: readonly DatasetEntry[],
  names: ReadonlySet<string>,
  language: string,
): ReportDataset[] {
  return entries
    .filter(({ name }) => names.has(name))
    .map((entry) => ({ ...entry, title: valueFor<string>({ ...titleOf(entry) }, language) ?? entry.title }));
}
