import { isQuery } from "../../kernel/cell/kinds.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { readSelection } from "../../kernel/services/small-query/selection.ts";
import { mentionedNames } from "../../kernel/services/sql.ts";
import { namespaceNames } from "../../lib/namespaces.ts";

/** What the cells of a notebook will ask of the services when they run for the first time, as far as their text tells. */
export interface FirstNeeds {
  /** Datasets that queries name. */
  readonly datasets: readonly string[];
  /** Tools of the library that cells call. */
  readonly tools: readonly string[];
  /** Whether a cell draws a chart by name. */
  readonly charts: boolean;
  /** Whether a query that a reader sees first needs the database. */
  readonly database: boolean;
}

/** So many cells are what a reader sees first: a database for a query below them would only delay what stands above it. */
const FIRST_CELLS = 8;

/** Larger files are fetched when a cell asks for them. */
const MOST_BYTES = 1024 * 1024;

/** A call of a tool; a property that is named like a namespace is none. */
const CALL = new RegExp(`(?<![.\\w$])(${namespaceNames.join("|")})\\.(\\w+)\\s*\\(`, "g");

const CHART = /(?<![.\w$])charts\s*\./;

/** Reads the cells' sources. What is wrongly expected costs a request; what is missed is loaded when it is asked for. */
export function firstNeeds(
  cells: readonly { readonly kind: string; readonly source: string }[],
  entries: readonly DatasetEntry[],
): FirstNeeds {
  const datasets = new Set<string>();
  const tools = new Set<string>();
  let charts = false;
  let database = false;
  for (const [place, { kind, source }] of cells.entries()) {
    if (!isQuery(kind)) {
      for (const [, namespace, operation] of source.matchAll(CALL)) tools.add(`${namespace}.${operation}`);
      if (CHART.test(source)) charts = true;
      continue;
    }
    const names = mentionedNames(source);
    const named = entries.filter(({ name, format }) => format === "arrow" && names.has(name));
    for (const { name, bytes } of named) if (bytes <= MOST_BYTES) datasets.add(name);
    // Any value may stand for one that is only known when the cell runs.
    if (place < FIRST_CELLS && !readSelection(source.replaceAll(/\$\{[^{}]*\}/g, "0"))) database = true;
  }
  return { datasets: [...datasets], tools: [...tools], charts, database };
}
