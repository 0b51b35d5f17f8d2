import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Factor } from "../../lib/factors/factor.ts";
import type { Evidence } from "../../lib/quantity/evidence.ts";
import { type CsvRow, readCsv } from "./cases.ts";
import { must } from "./dataset.ts";

/** The verification against public sources, row by row. */
export interface Verification {
  /** The factors of a table with their verification: statuses, where each was read, corrected bounds, caveats. */
  applied(table: string, factors: readonly Factor[]): Factor[];
}

const file = "verification.csv";

export function openVerification(folder: string): Verification {
  const rows = readCsv(file, readFileSync(join(folder, file), "utf8"));
  return {
    applied(table, factors) {
      const found = new Map(rows.filter((row) => row.table === table).map((row) => [row.key!, row]));
      const applied = factors.map((factor) => {
        const key = keyOf(factor);
        const row = found.get(key);
        found.delete(key);
        return row ? withFinding(factor, row) : factor;
      });
      must(found.size === 0, () => `${file}: ${table} has no factor ${[...found.keys()][0]}.`);
      return applied;
    },
  };
}

function keyOf({ category, activity, parameter, gas, unit, technology, edition }: Factor): string {
  return [category, activity, parameter, gas, unit, technology, edition].filter((part) => part !== null).join(" / ");
}

function withFinding(factor: Factor, row: CsvRow): Factor {
  const at = `${file}: ${row.key}`;
  must(Number(row.shipped_value) === factor.value, () => `${at} is ${factor.value} and not ${row.shipped_value}.`);
  if (row.confirmed === "not_found") {
    must(factor.valueStatus === "memory", () => `${at} was not found, but is no factor from memory.`);
    return { ...factor, note: noteOf(row) };
  }
  const value = Number(row.confirmed_value);
  must(value === factor.value, () => `${at} is confirmed as ${row.confirmed_value}; a builder must say what follows.`);
  const checked: Factor = {
    ...factor,
    value,
    valueStatus: statusOf(row.source1!),
    valueRead: readOf(row.source1!) + (row.source2 ? `; also ${readOf(row.source2)}` : ""),
    page: pageOf(row.source1!) ?? factor.page,
    note: noteOf(row),
  };
  return withBounds(checked, row);
}

/** The publisher's own document, database or data, even in a copy, is the source; everything else is a transcription. */
function statusOf(source: string): Evidence {
  return /IPCC Emission Factor Database|\bEFDB\b/.test(source) ? "source" : "transcription";
}

/** Drops the numbers of copies in the archive where they were found, which mean nothing to a reader. */
function readOf(source: string): string {
  return source
    .replace(/public copy no\. \d+( and \d+)*( and public copy no\. \d+)*/g, "a public copy")
    .replace(/packages\/bonsai-ipcc\/…\/bonsai_ipcc/g, "bonsai_ipcc")
    .trim();
}

/** "2.47" of "IPCC 2006 V4 Table 2.5, p. 2.47": the page of the guidelines. */
function pageOf(source: string): string | null {
  return /IPCC 2006[^;]*\bpp?\. (\d+\.\d+(?:-\d+\.\d+)?)/.exec(source)?.[1] ?? null;
}

/** Remarks that ask the author of a table for a change, reworded for the state after the change. */
const reworded: readonly (readonly [remark: RegExp, note: string])[] = [
  [/^bounds as bonsai gives them/, "Bounds as bonsai_ipcc gives them."],
  [
    /^the table prints 39 without a range/,
    "The table prints 39 % without a range. Natural rubber hardly decays: bonsai_ipcc uses 0.",
  ],
  [/^value confirmed, source is Table 2\.5/, "Other industries have 0 to 0.43."],
  [/the stated source table is wrong/, "Table 2.4 lists components of municipal waste; sludge is not among them."],
  [
    /^central confirmed by two; lo = hi = 0\.5/,
    "Bounds as bonsai_ipcc gives them; of which edition of the guidelines they are is not clear.",
  ],
  [/^the table's range can be added$/, ""],
];

function noteOf({ note }: CsvRow): string | null {
  const found = reworded.find(([remark]) => remark.test(note!));
  const text = found ? found[1] : readOf(note!);
  return text === "" ? null : text;
}

/**
 * Bounds as found. A range between classes, a range of a table or a standard deviation is not a 95 % interval: it goes into
 * the note, and no bounds ship for it.
 */
function withBounds(factor: Factor, row: CsvRow): Factor {
  const [lo, hi] = [row.lo, row.hi].map((bound) => (bound === "" ? null : Number(bound))) as [
    number | null,
    number | null,
  ];
  const none = { lo: null, hi: null, boundsStatus: null, boundsRead: null };
  const also = (text: string) => ({ ...none, note: [factor.note, text].filter(Boolean).join("; ") });
  const note = row.note!;
  if (/without a range: lo = hi/.test(note)) return { ...factor, ...none };
  if (lo === null || hi === null) return { ...factor, boundsStatus: factor.lo === null ? null : "memory" };
  if (/depth classes/.test(note)) return { ...factor, ...also(`low and high class: ${lo} and ${hi}`) };
  if (/the table's range/.test(note))
    return { ...factor, ...also(`range in the table, no 95 % interval: ${lo} to ${hi}`) };
  if (/standard deviation/.test(note)) return { ...factor, ...none };
  const read = boundsSourceOf(row);
  return { ...factor, lo, hi, boundsStatus: "transcription", boundsRead: readOf(read) };
}

/** The database of the IPCC has central values only; bounds given with it come from the second source. */
function boundsSourceOf({ key, source1, source2 }: CsvRow): string {
  if (statusOf(source1!) === "transcription") return source1!;
  const second = source2!.startsWith("AMEE") ? "bonsai_ipcc 0.5.3 par_mcf_wwatertreat" : source2!;
  must(/bonsai|CO2 bounds/.test(second), () => `${file}: ${key} has bounds without a source that shows them.`);
  return second;
}
