import { z } from "zod";
import type { Text } from "../../message/message.ts";
import type { Work } from "../../numeric/work.ts";
import type { ResourceMaker, ResourcePlace } from "../../tool/over-resources.ts";
import type { TableDeclaration } from "../../tool/table.ts";
import { defineTool, type Tool } from "../../tool/tool.ts";
import { type HeldTable, heldTable } from "../resource/held-table.ts";
import { solvable } from "../singular.ts";
import type { InputOutputTable } from "../table.ts";
import { tableFields, tableOf, tableShape, tableToJson } from "./table-schema.ts";

/** Where a table stands in the input: its fields spread over it, or under its name, needed or not. */
export type TablePlace = ResourcePlace["stands"];

type Places = Readonly<Record<string, TablePlace>>;

type HeldTables<P extends Places> = {
  readonly [Name in keyof P]: P[Name] extends "optional" ? HeldTable | undefined : HeldTable;
};

/** The input of a tool on tables: the fields of a table spread over it, tables by name, and what else it takes. */
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
    tables: HeldTables<P>,
    options: z.output<z.ZodObject<Options>>,
    work: Work,
  ): Promise<z.input<Output>> | z.input<Output>;
}

/**
 * A tool that works on whole tables. From the one declaration come the call on JSON, with the tables' fields in its input,
 * and the call on tables that are at hand already, which never turns a matrix into text.
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
  // The fields are put together at run time; their types by the same rule.
  const input = z.object(fields) as unknown as TableInput<Options, P>;
  const optionsShape = z.object(options);
  return {
    ...defineTool({
      ...rest,
      input,
      async run(given: Record<string, unknown>, work) {
        const held = names.map((name) => {
          const part = tables[name] === "spread" ? given : given[name];
          return [name, part === undefined ? undefined : heldTable(tableOf(part as z.output<typeof tableShape>))];
        });
        const all = Object.fromEntries(held) as HeldTables<P>;
        return solvable(over(all, given as z.output<z.ZodObject<Options>>, work));
      },
    }),
    overResources: {
      places: Object.fromEntries(names.map((name) => [name, { resource: "table", stands: tables[name]! }])),
      options: optionsShape,
      run: async (held, given, work) =>
        solvable(over(held as HeldTables<P>, given as z.output<z.ZodObject<Options>>, work)),
    },
  };
}

interface TableMakingTool<Options extends z.ZodRawShape, Output extends z.ZodType, P extends Places>
  extends Omit<TableTool<Options, Output, P>, "over"> {
  /** The field of the output that holds the table; where left out, the output is the table itself. */
  readonly field?: "table";
  make(
    tables: HeldTables<P>,
    options: z.output<z.ZodObject<Options>>,
    work: Work,
  ): Promise<{ table: InputOutputTable; rest: object }> | { table: InputOutputTable; rest: object };
}

/**
 * A tool that makes a table. On JSON its output is JSON; on tables that are at hand the table made can be kept where they
 * are, and never becomes text.
 */
export function defineTableMaker<Options extends z.ZodRawShape, Output extends z.ZodType, P extends Places>({
  make,
  field,
  ...tool
}: TableMakingTool<Options, Output, P>): Tool<TableInput<Options, P>, Output> {
  const defined = defineTableTool<Options, Output, P>({
    ...tool,
    async over(held, options, work) {
      const { table, rest } = await make(held, options, work);
      const json = tableToJson(table);
      return (field === undefined ? json : { ...rest, [field]: json }) as z.input<Output>;
    },
  });
  const makes: ResourceMaker = {
    resource: "table",
    ...(field === undefined ? {} : { field }),
    run: async (held, given, work) => {
      const { table, rest } = await solvable(
        make(held as HeldTables<P>, given as z.output<z.ZodObject<Options>>, work),
      );
      return { made: table, rest: rest as Record<string, unknown> };
    },
  };
  return { ...defined, overResources: { ...defined.overResources!, makes } };
}
