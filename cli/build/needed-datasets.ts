import { isQuery } from "../../kernel/cell/kinds.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { mentionedNames } from "../../kernel/services/sql.ts";
import { lexiconDatasets } from "../../lib/dialogue/lexicon-datasets.ts";
import { namespaceNames } from "../../lib/namespaces.ts";
import { resources } from "../../lib/resources.ts";
import type { Resource, StaticCall } from "../../lib/tool/resource.ts";
import { datasetsOf, kindsByName } from "../../lib/tool/resource-kind.ts";
import { findTool } from "../../lib/tools.ts";

/** The datasets that a notebook may read. */
export interface NeededDatasets {
  readonly names: ReadonlySet<string>;
  /** Cells, by place, that compute the name of a dataset at run time: then all are needed. */
  readonly computed: readonly number[];
}

/**
 * The datasets that a notebook may read: those that its run read, those that its cells name, and those that the tools and
 * resources that they call may need for other inputs.
 */
export function neededDatasets(
  cells: readonly { readonly kind: string; readonly source: string }[],
  read: Iterable<string>,
  catalogue: readonly DatasetEntry[],
  declared: readonly Resource[] = resources,
): NeededDatasets {
  const known = new Set(catalogue.map(({ name }) => name));
  const names = new Set([...read].filter((name) => known.has(name)));
  const add = (found: Iterable<string>) => {
    for (const name of found) if (known.has(name)) names.add(name);
  };
  const computed: number[] = [];
  for (const [i, { kind, source }] of cells.entries()) {
    if (isQuery(kind)) add(mentionedNames(source));
    else add(quotedNames(source));
    add(datasetsOfTools(source));
    add(datasetsOfResources(source, declared));
    const asks = questionsIn(source);
    if (asks !== "none") add(lexiconDatasets);
    if (asks === "computed" || /\bdatasets\s*\.\s*load\s*\(\s*(?!["'`\s])/.test(source)) computed.push(i + 1);
  }
  return { names: computed.length > 0 ? known : names, computed };
}

/** Whether a cell asks questions in words, and whether its own text says which: their answers read what its run has read. */
function questionsIn(source: string): "none" | "written" | "computed" {
  // A function of the cell's own may have the name.
  if (/\b(?:const|let|var|function)\s+ask\b/.test(source)) return "none";
  const calls = [...source.matchAll(/(?<![.\w$])ask\s*\(\s*((["'])(?:(?!\2)[^\\\n]|\\.)*\2\s*\))?/g)];
  if (calls.length === 0) return "none";
  return calls.every(([, written]) => written !== undefined) ? "written" : "computed";
}

/** Words in quotes, and the tables that template literals mention, which may be queries. */
function quotedNames(source: string): string[] {
  const quoted = [...source.matchAll(/(["'])(\w+)\1/g)].map(([, , name]) => name!);
  const templates = [...source.matchAll(/`([^`]*)`/g)].flatMap(([, text]) => [...mentionedNames(text!)]);
  return [...quoted, ...templates];
}

/** The datasets that the tools that a cell names may read, whatever their input. */
function datasetsOfTools(source: string): string[] {
  const calls = source.matchAll(new RegExp(`\\b(${namespaceNames.join("|")})\\s*\\.\\s*(\\w+)`, "g"));
  return [...calls].flatMap(([, namespace, name]) => [...(findTool(`${namespace}.${name}`)?.datasets ?? [])]);
}

/** The datasets of the resources that a cell may open by a call. */
function datasetsOfResources(source: string, declared: readonly Resource[]): string[] {
  const kinds = kindsByName(declared.map(({ kind }) => kind));
  return declared.flatMap(({ kind: { name }, staticCall }) =>
    staticCall
      ? fieldsWritten(source, staticCall)
          .flatMap((written) => staticCall.requests(written))
          .flatMap((request) => datasetsOf({ name, request }, kinds))
      : [],
  );
}

/** The fields that each call of the function names: a whole number, or undefined where the value is computed. */
function fieldsWritten(source: string, { function: name }: StaticCall<unknown>): Map<string, number | undefined>[] {
  const calls = source.matchAll(new RegExp(`\\b${name.replace(".", "\\s*\\.\\s*")}\\s*\\(([^)]*)`, "g"));
  return [...calls].map(([, call]) => {
    const written = new Map<string, number | undefined>();
    for (const [, field, value] of call!.matchAll(/\b([a-zA-Z]\w*)\b(?:\s*:\s*(\d+)\b)?/g)) {
      if (value !== undefined) written.set(field!, Number(value));
      else if (!written.has(field!)) written.set(field!, undefined);
    }
    return written;
  });
}
