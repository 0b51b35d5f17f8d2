/**
 * Columns that identify rows in the shipped datasets, by which two of them are joined. Codes, not names: a name is spelt
 * differently from publisher to publisher.
 */
export const keyColumns: readonly string[] = [
  "iso3",
  "region",
  "year",
  "month",
  "date",
  "hour",
  "gas",
  "substance",
  "sector",
  "sector_number",
  "sector_index",
  "region_index",
  "flow_index",
  "indicator_index",
  "row",
  "col",
  "category",
  "metric",
  "good_id",
  "cn_code",
  "process_id",
  "activity_id",
  "factor_id",
  "pcf_id",
  "code",
];
