import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import type { Selection } from "../../../lib/tool/selection.ts";

/** Cells that start from a dataset. */

const shownColumns = 8;

/** An SQL cell that shows the first rows: of wide tables by `*`, of others with their columns listed for editing. */
export function sqlCellFor(entry: DatasetEntry): string {
  const names = entry.columns.map(({ name }) => quoteName(name));
  const columns = names.length === 0 || names.length > shownColumns ? "*" : names.join(", ");
  return `select ${columns}\nfrom ${quoteName(entry.name)}\nlimit 100`;
}

/** An SQL cell that shows the rows of a dataset on which a result depends. */
export function rowsCellFor({ dataset, where }: Selection): string {
  return `select *\nfrom ${quoteName(dataset)}${where && `\nwhere ${where}`}`;
}

/** A JavaScript cell that loads the dataset under a name that is free in the notebook. */
export function jsCellFor(entry: DatasetEntry, taken: ReadonlySet<string>): string {
  return `const ${freeName(variableFor(entry.name), taken)} = await datasets.load(${JSON.stringify(entry.name)});`;
}

/** Whether the dataset is a table that SQL can query; a map is not. */
export function isTable(entry: DatasetEntry): boolean {
  return entry.format === "arrow";
}

const reserved =
  /^(all|and|as|asc|between|case|desc|distinct|end|from|group|in|is|join|limit|not|null|on|or|order|select|table|then|to|union|using|when|where|with)$/i;

function quoteName(name: string): string {
  return /^[a-z_][a-z0-9_]*$/i.test(name) && !reserved.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** `mrio_flows_2011` → `mrioFlows2011`. */
function variableFor(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const joined = words.map((word, i) => (i === 0 ? lowerFirst(word) : word[0]?.toUpperCase() + word.slice(1))).join("");
  return /^[\p{L}_$]/u.test(joined) ? joined : `data${joined}`;
}

function lowerFirst(word: string): string {
  return word.slice(0, 1).toLowerCase() + word.slice(1);
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let i = 1; ; i++) {
    const candidate = i === 1 ? name : `${name}${i}`;
    if (!taken.has(candidate)) return candidate;
  }
}
