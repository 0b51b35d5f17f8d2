import type { DatasetReader } from "../kernel/services/datasets.ts";

/** A dataset reader of Arrow files by name, as a folder of datasets gives them. */
export function arrowDatasets(files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>): DatasetReader {
  const entries = Object.keys(files).map((name) => ({ name, format: "arrow", sha256: name, columns: [] }));
  const reader = {
    entries: async () => entries,
    entry: async (name: string) => entries.find((entry) => entry.name === name),
    load: async (name: string) => files[name]!.slice(),
  };
  return reader as unknown as DatasetReader;
}

/** Of the table that pyarrow wrote with all types: one column each of those that a database does not take, or gives as something else. */
export const typesStatement = `
  select dur_ms, dec32, dec256, f16, t32s, t64ns, interval_mdn, utf8_view, large_utf8, binary_view, list_utf8view,
    u64big, dict_view, ts_tz_us::varchar as zoned, date32::varchar as day
  from types`;

export const typesRows = [
  {
    dur_ms: 90_061.5,
    dec32: 128.1,
    dec256: 128.1,
    f16: 1.5,
    t32s: "13:05:09",
    t64ns: "13:05:09.123456789",
    interval_mdn: "P14M3DT5S",
    utf8_view: "é中 short",
    large_utf8: "é中 short",
    binary_view: "00ff",
    list_utf8view: '["a","a long text of more than twelve"]',
    u64big: "0",
    dict_view: "a",
    zoned: "2023-11-14 22:13:20",
    day: "2024-02-29",
  },
  {
    dur_ms: -5,
    dec32: -0.05,
    dec256: -0.05,
    f16: -0.0999755859375,
    t32s: "00:00:00",
    t64ns: "00:00:00",
    interval_mdn: "P-1D",
    utf8_view: "a long text of more than twelve bytes 北京",
    large_utf8: "a long text of more than twelve bytes 北京",
    binary_view: "6162636465666768696a6b6c6d6e6f70",
    list_utf8view: "[]",
    u64big: String(2n ** 64n - 1n),
    dict_view: "a long text of more than twelve",
    zoned: "1970-01-01 00:00:00",
    day: "1899-12-31",
  },
];

/** What is said of a column whose type is not read, and of a byte order. */
export const refusals = {
  ree: "ree: the column `odd` has the Arrow type RunEndEncoded, which is not read.",
  list_view: "list_view: the column `odd` has the Arrow type ListView, which is not read.",
  big_endian: "big_endian: its numbers are stored with the high byte first (big-endian), which is not read.",
};
