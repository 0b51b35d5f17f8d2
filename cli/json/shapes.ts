import { z } from "zod";
import type { CommandWords } from "../declarations/declarations.ts";

const text = z.string();
const count = z.int().nonnegative();
const bilingual = z.object({ en: text, zh: text });

/** What was given with `--set` and `--matrix`, by name. */
const settings = z.record(text, z.unknown());

const finding = z.looseObject({
  rule: text,
  severity: z.enum(["error", "warning", "note"]),
  message: text,
  place: count.optional(),
  line: count,
  column: count,
  cellLine: count.optional(),
});

const writtenTest = z.object({
  title: text,
  status: z.enum(["running", "passed", "failed"]),
  message: text.optional(),
  place: count,
  line: count,
});

const cellSide = z.object({ place: count, kind: text, source: text, html: text, text, error: text });

const dataset = z.looseObject({
  name: text,
  title: text,
  title_zh: text,
  summary: text,
  kind: text,
  file: text,
  format: z.enum(["arrow", "topojson"]),
  rows: count,
  bytes: count,
  sha256: text,
  columns: z.array(z.looseObject({ name: text, type: text, unit: text, description: text })),
  licence: text,
  citation: text,
  /** The vintage as its publisher names it, the date in it, and its age: from that date, or from the last year of the data. */
  edition: z.object({
    vintage: text,
    date: text.nullable(),
    age_months: z.int().nullable(),
    age_from: z.enum(["edition", "data"]).nullable(),
  }),
});

const rewritten = z.object({ file: text, out: text, exercises: count });

/** A figure of an answer, with the cell and the hash that it comes from. */
const askedValue = z.object({
  name: text,
  value: z.union([z.number(), z.string(), z.boolean()]),
  unit: text,
  cell: text,
  hash: text,
  source: z.array(z.object({ dataset: text, where: text })),
  primary: z.literal(true).optional(),
  lo: z.number().optional(),
  hi: z.number().optional(),
});

const measured = z.object({ value: z.number(), unit: text });
const placed = { file: text.optional(), sheet: text, row: count, column: text.nullable() };

/** An account of files; every row of the files is in `lines` or in `leftOut`. */
const accountOfFiles = z.object({
  kind: z.enum(["company", "product", "inventory"]),
  year: z.int(),
  region: text.nullable(),
  metric: text,
  headline: text,
  lines: z.array(
    z.object({
      ...placed,
      name: text,
      site: text.nullable(),
      amount: z.number(),
      unit: text,
      /** As it is, where nothing was converted. */
      base: z.object({ amount: z.number(), unit: text, how: text.nullable() }),
      match: z.object({
        kind: z.enum(["mapping", "code", "name", "class", "none"]),
        id: text.nullable(),
        to: text.nullable(),
        factor: z.number().nullable(),
        factorUnit: text.nullable(),
        source: text.nullable(),
        how: text,
      }),
      scope: text.nullable(),
      category: text.nullable(),
      emissions: measured.nullable(),
      byMarket: measured.nullable(),
      notes: z.array(text),
    }),
  ),
  leftOut: z.array(z.object({ ...placed, text, kind: text, reason: text })),
  asks: z.array(
    z.object({
      key: text,
      question: text,
      options: z.array(z.object({ value: text, label: text })),
      assumed: text.nullable(),
      rows: z.array(z.object({ sheet: text, row: count })),
    }),
  ),
  totals: z.array(
    z.object({
      key: text,
      label: text,
      value: z.number().nullable(),
      unit: text,
      biogenicCo2: z.number().nullable(),
      lines: count,
      lacks: z.array(text),
    }),
  ),
  coverage: z.object({ lines: count, of: count, byMass: z.number().nullable() }),
  sources: z.array(z.object({ source: text, year: z.int().nullable(), lines: count, share: z.number().nullable() })),
  notCovered: z.array(text),
  method: z.array(text),
  notes: z.array(text),
  /** With an earlier year: the parts sum to the change. */
  change: z
    .object({
      earlier: z.object({ year: z.int(), value: z.number() }),
      later: z.object({ year: z.int(), value: z.number() }),
      unit: text,
      change: z.number(),
      activity: z.number(),
      factor: z.number(),
      boundary: z.number(),
    })
    .nullable(),
  /** Files and rows that could not be used, as sentences. */
  problems: z.array(text),
  /** Files that were written. */
  out: z.array(text),
});

/**
 * The shape of what each command writes with `--json`: fields are added, and none is renamed or removed. Places and lines are
 * counted from 1; times are in milliseconds, sizes in bytes.
 */
export const shapes = {
  account: accountOfFiles,
  new: z.object({ file: text, template: text, language: text, title: text }),
  "new site": z.object({ folder: text, files: z.array(text), language: text, title: text }),
  add: z.object({
    name: text,
    version: text,
    entry: text,
    file: text,
    sha256: text,
    licence: text,
    licenceFile: text.nullable(),
    from: text.nullable(),
    contains: z.array(z.object({ name: text, version: text, licence: text, from: text.nullable() })),
    bytes: count,
    commonJs: z.boolean(),
    missing: z.array(text),
  }),
  mcp: z.object({ address: text }),
  serve: z.object({ address: text, folder: text, notebook: text.nullable() }),
  run: z.object({
    file: text,
    runs: z.array(
      z.object({
        settings,
        folder: text,
        /** Why this run of a matrix was refused; null if it ran. */
        refused: text.nullable(),
        cells: count,
        failed: count,
        failures: z.array(text),
        notRun: z.array(text),
        warnings: z.array(text),
        files: z.array(text),
        figures: z.record(text, z.union([z.number(), z.string(), z.boolean()])),
        ms: z.number(),
      }),
    ),
  }),
  test: z.array(
    z.object({
      file: text,
      tests: z.array(writtenTest),
      failures: z.array(text),
      notRun: z.array(text),
      warnings: z.array(text),
    }),
  ),
  check: z.array(z.object({ file: text, mended: z.array(finding), findings: z.array(finding) })),
  convert: z.object({ file: text, out: text, format: text, notes: z.array(text) }),
  diff: z.object({
    titles: z.tuple([text, text]),
    cells: z.array(
      z.object({
        before: cellSide.nullable(),
        after: cellSide.nullable(),
        edited: z.boolean(),
        shows: z.boolean(),
      }),
    ),
    values: z.array(
      z.object({ name: text, difference: z.looseObject({ kind: z.enum(["number", "numbers", "table", "other"]) }) }),
    ),
    addedNames: z.array(text),
    removedNames: z.array(text),
  }),
  build: z.object({
    folder: text,
    notebooks: z.array(
      z.object({
        file: text,
        page: text,
        title: text,
        failed: z.array(z.object({ place: count, line: count.nullable(), message: text })),
        notRun: z.array(text),
        warnings: z.array(text),
      }),
    ),
    size: z.array(z.object({ part: text, files: count, bytes: count, gzip: count })),
    /** What the pages lack, as sentences. */
    notes: z.array(text),
  }),
  "datasets list": z.array(dataset),
  "datasets show": dataset,
  "datasets export": z.object({ name: text, file: text, format: text, licence: text, citation: text }),
  ask: z.object({
    kind: z.enum(["answer", "ask", "refuse"]),
    plan: z.array(z.object({ id: text, tool: text, args: z.record(z.string(), z.json()) })),
    values: z.array(askedValue),
    text,
    cells: z.array(z.object({ id: text, source: text })),
    read: z.array(
      z.object({ slot: text, value: z.json(), label: text, words: z.tuple([z.number(), z.number(), z.number()]) }),
    ),
    assumed: z.array(z.object({ slot: text, value: z.json(), label: text, because: text })),
    ask: z
      .object({
        slot: text,
        question: text,
        options: z.array(z.object({ value: z.json(), label: text, effect: z.array(askedValue).optional() })),
      })
      .optional(),
    refuse: z.object({ reason: text, nearest: z.array(z.object({ label: text, question: text })) }).optional(),
    phases: z.array(text).optional(),
    by: z.object({ provider: text, model: text }).optional(),
    properties: z.record(z.string(), z.json()).optional(),
  }),
  tools: z.array(
    z.object({
      name: text,
      title: bilingual,
      summary: bilingual,
      assumptions: z.array(text),
      references: z.array(text),
    }),
  ),
  "lesson pack": rewritten,
  "lesson unpack": rewritten,
  "lesson reports": z.array(
    z.object({
      file: text,
      name: text,
      notebook: text,
      exercise: text,
      hash: text,
      solved: text.nullable(),
      solution_first: z.boolean(),
      tries: count,
      hints: count,
      minutes: z.number().nullable(),
    }),
  ),
} as const satisfies Partial<Record<CommandWords, z.ZodType>>;

/** The JSON Schema of what a command writes with `--json`; null if it has no such option. */
export function jsonSchemaOf(command: CommandWords): unknown {
  return command in shapes ? z.toJSONSchema(shapes[command as keyof typeof shapes]) : null;
}
