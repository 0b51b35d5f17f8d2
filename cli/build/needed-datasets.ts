import { isQuery } from "../../kernel/cell/kinds.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { lastShippedYear, shippedNames } from "../../kernel/services/compute/table-datasets.ts";
import { mentionedNames } from "../../kernel/services/sql.ts";
import { namespaceNames } from "../../lib/namespaces.ts";
import { findTool } from "../../lib/tools.ts";

/** The datasets that a notebook may read. */
export interface NeededDatasets {
  readonly names: ReadonlySet<string>;
  /** Cells, by place, that read a dataset under a name that only a run can tell: then all are needed. */
  readonly computed: readonly number[];
}

/** The first year of the tables that ship. */
const firstShippedYear = 1995;

/**
 * What a notebook may read: what its run did read, what its cells name, and what the tools and tables that they call may ask
 * for under other inputs.
 */
export function neededDatasets(
  cells: readonly { readonly kind: string; readonly source: string }[],
  read: Iterable<string>,
  catalogue: readonly DatasetEntry[],
): NeededDatasets {
  const known = new Set(catalogue.map(({ name }) => name));
  const names = new Set([...read].filter((name) => known.has(name)));
  const take = (found: Iterable<string>) => {
    for (const name of found) if (known.has(name)) names.add(name);
  };
  const computed: number[] = [];
  for (const [i, { kind, source }] of cells.entries()) {
    if (isQuery(kind)) take(mentionedNames(source));
    else take(quotedNames(source));
    take(datasetsOfTools(source));
    take(datasetsOfTables(source));
    if (/\bdatasets\s*\.\s*load\s*\(\s*(?!["'`\s])/.test(source)) computed.push(i + 1);
  }
  return { names: computed.length > 0 ? known : names, computed };
}

/** Words in quotes, and those of templates, in which a query may stand. */
function quotedNames(source: string): string[] {
  const quoted = [...source.matchAll(/(["'])(\w+)\1/g)].map(([, , name]) => name!);
  const templates = [...source.matchAll(/`([^`]*)`/g)].flatMap(([, text]) => [...mentionedNames(text!)]);
  return [...quoted, ...templates];
}

/** What the tools that a cell names may read, whatever they are asked. */
function datasetsOfTools(source: string): string[] {
  const calls = source.matchAll(new RegExp(`\\b(${namespaceNames.join("|")})\\s*\\.\\s*(\\w+)`, "g"));
  return [...calls].flatMap(([, room, name]) => [...(findTool(`${room}.${name}`)?.datasets ?? [])]);
}

/** What the tables that a cell opens are made of: those of a written year, or of all. */
function datasetsOfTables(source: string): string[] {
  return [...source.matchAll(/\bconsumption\s*\.\s*table\s*\(([^)]*)/g)].flatMap(([, asked]) => {
    const year = /\byear\s*:\s*(\d{4})\b/.exec(asked!)?.[1];
    const regions = /\bregions\s*:\s*(\d+)\b/.exec(asked!)?.[1];
    const isOpen = /\bregions\b/.test(asked!) && regions === undefined;
    const sizes = isOpen ? [41, 7] : [Number(regions ?? 41)];
    const years =
      year !== undefined
        ? [Number(year)]
        : Array.from({ length: lastShippedYear - firstShippedYear + 1 }, (_, i) => firstShippedYear + i);
    return sizes.flatMap((size) => years.flatMap((each) => Object.values(shippedNames(each, size))));
  });
}
