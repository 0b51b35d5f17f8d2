import { Fault } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";
import type { HeldTable } from "../../../lib/mrio/tools/held-table.ts";
import { frameToJson, whatIfOptions } from "../../../lib/mrio/tools/what-if.ts";
import type { Work } from "../../../lib/numeric/work.ts";
import { callToolOver, runTool } from "../../../lib/tool/call.ts";
import type { DatasetColumns, Read } from "../../../lib/tool/read.ts";
import { type Selection, selectionOf } from "../../../lib/tool/selection.ts";
import type { Tool } from "../../../lib/tool/tool.ts";
import { findTool, suggestTools } from "../../../lib/tools.ts";
import type { Load } from "./load.ts";
import { readOnce } from "./read-dataset.ts";
import {
  isTableReference,
  type TableReference,
  type TableRequest,
  type WhatIfReference,
  whatIfFrame,
} from "./table-handle.ts";
import type { Tables } from "./tables.ts";

const said = messages("compute", {
  unknownToolNear: {
    en: "There is no `{tool}` in the accounting library. Did you mean {near:or}?",
    zh: "核算库中没有 `{tool}`。您是不是要用 {near:or}？",
  },
  unknownTool: {
    en: "There is no `{tool}` in the accounting library.",
    zh: "核算库中没有 `{tool}`。",
  },
});

/** A tool that does not exist. */
export class UnknownToolError extends Fault {
  override name = "UnknownToolError";
}

/**
 * Runs a tool of the library on a plain input, or on handles of tables that are at home in the worker. What the result says to a
 * person stands in it as messages. `reads` hears what of each dataset the result rests on, also of those that were decoded for an earlier call.
 */
export async function runJob(
  tool: string,
  input: unknown,
  work: Work,
  tables: Tables,
  load: Load,
  reads: Reads = () => {},
): Promise<unknown> {
  if (tool === whatIfFrame) return frameOf(input as WhatIfReference, work, tables, load, reads);
  const found = findTool(tool);
  if (!found) {
    const near = suggestTools(tool);
    throw new UnknownToolError(
      near.length > 0
        ? said.unknownToolNear({ tool, near: near.map((name) => `\`${name}\``) })
        : said.unknownTool({ tool }),
    );
  }
  const references = referencesIn(input);
  const once = readOnce(load, datasetsOf(tables));
  const read: Read = async (dataset, part) => {
    const columns = await once(dataset);
    reads(selectionOf(dataset, columns, part));
    return columns;
  };
  if (references.size === 0) return runTool(found, input, work, read);
  const result = await callOnHandles(found, input as Record<string, unknown>, references, work, tables, load);
  for (const { $table } of references.values()) tables.rowsOf($table).forEach(reads);
  return result;
}

type Reads = (selection: Selection) => unknown;

/** The datasets that tools have read stay decoded beside the tables of the worker. */
const decoded = new WeakMap<Tables, Map<string, Promise<DatasetColumns>>>();

function datasetsOf(tables: Tables): Map<string, Promise<DatasetColumns>> {
  const kept = decoded.get(tables) ?? new Map();
  decoded.set(tables, kept);
  return kept;
}

/** Where the input holds handles: under the key of a field, or under "" when it is one itself. */
function referencesIn(input: unknown): Map<string, TableReference> {
  const found = new Map<string, TableReference>();
  if (typeof input !== "object" || input === null) return found;
  if (isTableReference(input)) found.set("", input);
  for (const [field, value] of Object.entries(input)) {
    if (field !== "$table" && isTableReference(value)) found.set(field, value);
  }
  return found;
}

async function callOnHandles(
  tool: Tool,
  input: Record<string, unknown>,
  references: ReadonlyMap<string, TableReference>,
  work: Work,
  tables: Tables,
  load: Load,
): Promise<unknown> {
  const places = tool.overResources?.places ?? {};
  const spread = Object.keys(places).find((name) => places[name] === "spread") ?? "";
  const options = Object.fromEntries(
    Object.entries(input).filter(([field]) => field !== "$table" && !references.has(field)),
  );
  const requests = Object.fromEntries([...references].map(([field, { $table }]) => [field || spread, $table]));
  if (tool.overResources?.makes) return makeOnHandles(tool, requests, options, work, tables, load);
  const held: Record<string, HeldTable> = {};
  for (const [name, request] of Object.entries(requests)) held[name] = await tables.held(request, load, work);
  const result = await callToolOver(tool, held, options, work);
  const last = [...references.values()].at(-1)!.$table;
  const of = held[spread] ?? Object.values(held).at(-1)!;
  return typeof result === "object" && result !== null ? { ...labelsOf(of, last), ...result } : result;
}

/** The table stays; its reference, its labels and what else the tool says travel. */
async function makeOnHandles(
  tool: Tool,
  from: Readonly<Record<string, TableRequest>>,
  options: Record<string, unknown>,
  work: Work,
  tables: Tables,
  load: Load,
): Promise<unknown> {
  const { targetYear } = options;
  const year = typeof targetYear === "number" ? targetYear : Object.values(from)[0]!.year;
  const $table: TableRequest = { year, made: { tool: tool.name, tables: from, options }, edits: [] };
  const { held, rest } = await tables.make($table, load, work);
  const made = { ...labelsOf(held, $table), $table };
  return tool.overResources?.makes?.place === "whole" ? { ...rest, ...made } : { ...rest, table: made };
}

/** What belongs to a result, so that a notebook can read it without the table. */
function labelsOf({ table }: HeldTable, { year }: TableRequest) {
  return { regions: table.regions, sectors: table.sectors, stressors: table.stressors, units: table.units, year };
}

/** The accounts of a prepared what-if under the factors given, or what it was prepared from when none are given. */
async function frameOf(input: WhatIfReference, work: Work, tables: Tables, load: Load, reads: Reads): Promise<unknown> {
  const whatIf = await tables.whatIf(input.$table, input.edits, load, work);
  tables.rowsOf(input.$table).forEach(reads);
  if (input.factors) return frameToJson(whatIf.frame(input.factors));
  const held = await tables.held(input.$table, load, work);
  const { edits } = whatIfOptions.parse({ edits: input.edits });
  return {
    ...labelsOf(held, input.$table),
    before: frameToJson(await held.accounts(work)),
    factors: edits.map(({ factor }) => factor),
    rank: whatIf.rank,
    residual: whatIf.residual,
  };
}
