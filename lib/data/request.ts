import { z } from "zod";
import { type Message, messages } from "../message/message.ts";
import { writeMessage } from "../message/write.ts";
import { integerIn } from "../tool/unit.ts";

const texts = messages("data", {
  selectIsRecord: {
    en: "expected a list of columns, for example [{example}]; an expression as text is not read",
    zh: "应为列的列表，例如 [{example}]；写成文本的表达式不会被解读",
  },
  columnOrPair: {
    en: "expected one of column, over with a numerator and a denominator, minus and change with two columns",
    zh: "应从 column、含分子与分母的 over、含两列的 minus 与 change 中给出一个",
  },
  nameOfPair: { en: "expected as, the name of the ratio or difference", zh: "应给出 as，即比值或差的名称" },
  sumsOfPair: {
    en: "expected no other aggregate of two columns than sum: both are summed first",
    zh: "两列的聚合方式只能是 sum：先分别求和再相除或相减",
  },
  emptyBounds: {
    en: "expected a condition: from, to, above, below, not or contains",
    zh: "应为条件：from、to、above、below、not 或 contains",
  },
});

/** The most rows that a query gives. */
export const MOST_ROWS = 200_000;

export const aggregates = ["sum", "mean", "min", "max", "count", "median", "first", "last", "sd"] as const;
export type Aggregate = (typeof aggregates)[number];

/** A sentence of a refinement, in both languages. */
function say(sentence: Message) {
  return { error: writeMessage(sentence), params: { said: sentence } };
}

const name = z.string().min(1);
const value = z.union([z.string(), z.number(), z.boolean()]);
const oneOrMore = z.union([value, z.null(), z.array(z.union([value, z.null()])).min(1)]);
const bound = z.union([z.number(), z.string()]);

const condition = z.union([
  value,
  z.null(),
  z.array(z.union([value, z.null()])).min(1),
  z
    .strictObject({
      from: bound.optional().describe("At least"),
      to: bound.optional().describe("At most"),
      above: bound.optional().describe("More than"),
      below: bound.optional().describe("Less than"),
      not: oneOrMore.optional().describe("None of these values"),
      contains: z.string().optional().describe("A part of the text, in the same case"),
    })
    .refine((bounds) => Object.values(bounds).some((each) => each !== undefined), say(texts.emptyBounds())),
]);

const where = z
  .record(z.string(), condition)
  .describe("A condition for each column, all of which must hold: a value, values, bounds, or null for missing");

const selected = z.union([
  name,
  z
    .strictObject({
      column: name.optional(),
      over: z
        .tuple([name, name])
        .optional()
        .describe("In place of column: numerator and denominator, columns of numbers"),
      minus: z.tuple([name, name]).optional().describe("In place of column: the first less the second"),
      change: z
        .tuple([name, name])
        .optional()
        .describe("In place of column: the change from the second to the first, in % of the second"),
      as: name.optional().describe("Its name in the result; of two columns it must be given"),
      aggregate: z
        .enum(aggregates)
        .optional()
        .describe(
          "Over the rows of a group, of which missing ones are left out; of two columns sum: of each before the other",
        ),
      unit: name.optional().describe("The unit to which it is converted, e.g. Gt CO2 or t CO2/person"),
    })
    .refine(
      ({ column, over, minus, change }) =>
        [column, over, minus, change].filter((each) => each !== undefined).length === 1,
      say(texts.columnOrPair()),
    )
    .refine(({ column, as }) => column !== undefined || as !== undefined, say(texts.nameOfPair()))
    .refine(({ column, aggregate = "sum" }) => column !== undefined || aggregate === "sum", say(texts.sumsOfPair())),
]);

const sortKey = z.union([
  name.describe("A column; -column for descending"),
  z.strictObject({ by: name, descending: z.boolean().optional() }),
]);

const joined = z.strictObject({
  dataset: name,
  on: z
    .array(z.union([name, z.strictObject({ left: name, right: name })]))
    .min(1)
    .optional()
    .describe("The columns that must be equal; default: the keys that both have, such as iso3 and year"),
  prefix: z.string().optional().describe("Before the names of its columns"),
  where: where.optional(),
  unmatched: z.enum(["keep", "drop"]).optional().describe("Rows without a match: kept with missing values, or dropped"),
});

/** A query on a dataset. Conditions are in the units of the columns. */
export const queryRequest = z.strictObject({
  dataset: name.describe("e.g. carbon_budget_countries"),
  select: z.preprocess(refuseRecord, z.array(selected)).optional().describe("Default: all columns"),
  where: where.optional(),
  group: z.array(name).optional().describe("The columns by which rows are aggregated"),
  having: z
    .record(z.string(), condition)
    .optional()
    .describe("Like where, on the columns of the result, in its units: of aggregates and ratios, too"),
  order: z
    .union([sortKey, z.array(sortKey)])
    .optional()
    .describe("Missing values come last"),
  limit: integerIn("1").min(1).max(MOST_ROWS).optional(),
  join: z.array(joined).max(8).optional(),
});

export type QueryRequest = z.output<typeof queryRequest>;
export type Where = z.output<typeof where>;
export type Condition = z.output<typeof condition>;
/** A condition that is not a value or values. */
export type Bounds = Exclude<Condition, string | number | boolean | null | readonly unknown[]>;
export type Selected = z.output<typeof selected>;
export type SortKey = z.output<typeof sortKey>;
export type JoinRequest = z.output<typeof joined>;

export function isBounds(condition: Condition): condition is Bounds {
  return typeof condition === "object" && condition !== null && !Array.isArray(condition);
}

/** A record such as {total: "sum(value)"} is answered by how the first of its entries is written. */
function refuseRecord(given: unknown, context: z.core.$RefinementCtx): unknown {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return given;
  const [as, written] = Object.entries(given)[0] ?? ["total", "sum(value)"];
  const issue = texts.selectIsRecord({ example: exampleOf(as, String(written)) });
  context.addIssue({ code: "custom", message: writeMessage(issue), params: { said: issue } });
  return z.NEVER;
}

function exampleOf(as: string, written: string): string {
  const [, called, column] = /^(\w+)\((\w+)\)$/.exec(written) ?? [];
  const aggregate = aggregates.find((each) => each === called?.toLowerCase());
  const parts = [`column: "${column ?? written}"`, `as: "${as}"`];
  return `{${[...parts, ...(aggregate ? [`aggregate: "${aggregate}"`] : [])].join(", ")}}`;
}
