import { z } from "zod";
import type { Text } from "../../message/message.ts";
import type { Work } from "../../numeric/work.ts";
import type { ResourceMaker, ResourcePlace } from "../../tool/over-resources.ts";
import type { ResultOf } from "../../tool/shape.ts";
import type { TableDeclaration } from "../../tool/table.ts";
import { defineTool, type Tool } from "../../tool/tool.ts";
import { type CachedTable, cachedTable } from "../resource/cached-table.ts";
import { solvable } from "../singular.ts";
import type { InputOutputTable } from "../table.ts";
import { tableFields, tableOf, tableShape, tableToJson } from "./table-schema.ts";

/** The form of a table in the input: its fields spread over it, or a field of its name, required or optional. */
export type TablePlace = ResourcePlace["form"];

type Places = Readonly<Record<string, TablePlace>>;

type CachedTables<P extends Places> = {
  readonly [Name in keyof P]: P[Name] extends "optional" ? CachedTable | undefined : CachedTable;
};

/** The input of a tool on tables: the fields of a table spread over it, tables by name, and its options. */
export type TableInput<Options extends z.ZodRawShape, P extends Places> = z.ZodObject<
  Omit<("spread" extends P[keyof P] ? typeof tableFields : unknown) & NamedTables<P> & Options, never>
>;

type NamedTables<P extends Places> = {
  readonly [Name in keyof P as P[Name] extends "spread" ? never : Name]: P[Name] extends "optional"
    ? z.ZodOptional<typeof tableShape>
    : typeof tableShape;
};

interface TableTool<Options extends z.ZodRawShape, Output extends z.ZodType, P extends Places> {
  readonly name: string;
  readonly title: Text;
  readonly summary: Text;
  readonly tables: P;
  readonly options: Options;
  readonly output: Output;
  readonly tablesOut?: Readonly<Record<string, TableDeclaration>>;
  readonly formula: string;
  readonly assumptions: readonly string[];
  readonly references: readonly string[];
  over(
    tables: CachedTables<P>,
    options: z.output<z.ZodObject<Options>>,
    work: Work,
  ): Promise<ResultOf<Output>> | ResultOf<Output>;
}

/**
 * A tool that works on whole tables. One declaration gives both the call on JSON, with the tables' fields in its input,
 * and the call on opened tables, which never converts a matrix to text.
 */
export function defineTableTool<Options extends z.ZodRawShape, Output extends z.ZodType, P extends Places>(
  tool: TableTool<Options, Output, P>,
): Tool<TableInput<Options, P>, Output> {
  const { tables, options, over, ...rest } = tool;
  const names = Object.keys(tables);
  const named = Object.fromEntries(
    names
      .filter((name) => tables[name] !== "spread")
      .map((name) => [name, tables[name] === "optional" ? tableShape.optional() : tableShape]),
  );
  const isSpread = names.some((name) => tables[name] === "spread");
  const fields = { ...(isSpread ? tableFields : {}), ...named, ...options };
  // The fields are combined at run time; the types follow the same rule.
  const input = z.object(fields) as unknown as TableInput<Options, P>;
  const optionsShape = z.object(options);
  return defineTool({
    ...rest,
    input,
    async run(given: Record<string, unknown>, work) {
      const cached = names.map((name) => {
        const part = tables[name] === "spread" ? given : given[name];
        return [name, part === undefined ? undefined : cachedTable(tableOf(part as z.output<typeof tableShape>))];
      });
      const all = Object.fromEntries(cached) as CachedTables<P>;
      return solvable(over(all, given as z.output<z.ZodObject<Options>>, work));
    },
    overResources: {
      places: Object.fromEntries(names.map((name) => [name, { resource: "table", form: tables[name]! }])),
      options: optionsShape,
      run: async (cached, given, work) =>
        solvable(over(cached as CachedTables<P>, given as z.output<z.ZodObject<Options>>, work)),
    },
  });
}

interface TableMakingTool<Options extends z.ZodRawShape, Output extends z.ZodType, P extends Places>
  extends Omit<TableTool<Options, Output, P>, "over"> {
  /** The field of the output with the table; if omitted, the output is the table itself. */
  readonly field?: "table";
  make(
    tables: CachedTables<P>,
    options: z.output<z.ZodObject<Options>>,
    work: Work,
  ): Promise<{ table: InputOutputTable; rest: object }> | { table: InputOutputTable; rest: object };
}

/**
 * A tool that makes a table. On JSON its output is JSON; on opened tables the new table can be kept where they
 * are, and is never converted to text.
 */
export function defineTableMaker<Options extends z.ZodRawShape, Output extends z.ZodType, P extends Places>({
  make,
  field,
  ...tool
}: TableMakingTool<Options, Output, P>): Tool<TableInput<Options, P>, Output> {
  const defined = defineTableTool<Options, Output, P>({
    ...tool,
    async over(cached, options, work) {
      const { table, rest } = await make(cached, options, work);
      const json = tableToJson(table);
      return (field === undefined ? json : { ...rest, [field]: json }) as ResultOf<Output>;
    },
  });
  const makes: ResourceMaker = {
    resource: "table",
    ...(field === undefined ? {} : { field }),
    run: async (cached, given, work) => {
      const { table, rest } = await solvable(
        make(cached as CachedTables<P>, given as z.output<z.ZodObject<Options>>, work),
      );
      return { made: table, rest: rest as Record<string, unknown> };
    },
  };
  return { ...defined, overResources: { ...defined.overResources!, makes } };
}
