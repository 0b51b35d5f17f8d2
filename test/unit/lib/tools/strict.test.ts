import { describe, expect, test } from "vitest";
import { z } from "zod";
import { writeMessage } from "../../../../lib/message/write.ts";
import { resources } from "../../../../lib/resources.ts";
import { callTool } from "../../../../lib/tool/call.ts";
import { problemsOf } from "../../../../lib/tool/input-problems.ts";
import { editDistance } from "../../../../lib/tool/nearest-name.ts";
import { inputSchema } from "../../../../lib/tool/schema.ts";
import { strict } from "../../../../lib/tool/strict.ts";
import { defineTool } from "../../../../lib/tool/tool.ts";
import { tools } from "../../../../lib/tools.ts";
import { catalogue } from "../../datasets/shipped.ts";
import { type DeclaredObject, declaredObjects } from "./declared-objects.ts";

/** What is said of an input with these fields in an object of a schema. */
function saidOf(
  schema: z.ZodType,
  object: DeclaredObject,
  extra: Readonly<Record<string, unknown>>,
  tag: "en" | "zh-CN" = "en",
) {
  const input = object.input(extra);
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : problemsOf(parsed.error, input).map((said) => writeMessage(said, { tag }));
}

/** A name with a letter left out, and with two neighbours exchanged. */
function misspelt(name: string): string[] {
  const at = Math.floor(name.length / 2);
  const left = name.slice(0, at) + name.slice(at + 1);
  const exchanged = name.slice(0, at - 1) + name[at] + name[at - 1] + name.slice(at + 1);
  return [left, exchanged].filter((wrong) => wrong !== name);
}

interface RowSchema {
  readonly description?: string;
  readonly items?: RowSchema;
  readonly properties?: Readonly<Record<string, RowSchema>>;
}

const inputs = [
  ...tools.map(({ name, input }) => [name, input] as const),
  ...tools.flatMap(({ name, overResources }) =>
    overResources ? [[`${name} on handles`, overResources.options] as const] : [],
  ),
  ...resources.flatMap(({ kind, request, views = {} }) => [
    [`requests of ${kind.name}`, request] as const,
    ...Object.entries(views).map(([view, { input }]) => [`${kind.name}.${view}`, input] as const),
  ]),
];

describe("An input", () => {
  for (const [name, input] of inputs) {
    test(`of ${name} has no other fields than the declared, at any depth, and says which was meant`, () => {
      const objects = declaredObjects(input);
      expect(objects.length).toBeGreaterThan(0);
      for (const object of objects) {
        const where = object.path === "" ? "the input" : object.path;
        const missing = `${where} has no field "unheardOf_`;
        expect(
          saidOf(input, object, { unheardOf_: 1 }).filter((said) => said.startsWith(missing)),
          missing,
        ).toHaveLength(1);
        for (const field of object.fields.filter((each) => each.length > 2)) {
          for (const wrong of misspelt(field)) {
            if (object.fields.includes(wrong)) continue;
            const sentence = saidOf(input, object, { [wrong]: 1 })[0] ?? "";
            expect(sentence).toContain(`${where} has no field "${wrong}". Did you mean "`);
            const near = /Did you mean "(.*)"\?$/.exec(sentence)![1]!;
            // Another field may be as near: "a_co2" and "b_co2" to "_co2".
            if (near !== field) expect(editDistance(near, wrong), `${near} for ${wrong}`).toBeLessThanOrEqual(1);
          }
        }
      }
    });
  }

  test("that is rows of a shipped dataset takes all its columns", () => {
    const rows = tools.flatMap(({ name, input }) =>
      Object.entries((inputSchema(input) as RowSchema).properties ?? {}).flatMap(
        ([field, { description = "", items }]) => {
          const dataset = /^Rows .*of the dataset (\w+)/.exec(description)?.[1];
          return dataset === undefined
            ? []
            : [{ name: `${name}: ${field}`, dataset, fields: Object.keys(items?.properties ?? {}) }];
        },
      ),
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const { name, dataset, fields } of rows) {
      const { columns } = catalogue.datasets.find((each) => each.name === dataset)!;
      expect(fields, name).toEqual(expect.arrayContaining(columns.map((column) => column.name)));
    }
  });

  test("says it in Chinese, too", () => {
    const tool = tools.find(({ name }) => name === "cbam.obligation")!;
    const [top] = declaredObjects(tool.input);
    expect(saidOf(tool.input, top!, { actuals: {} }, "zh-CN")[0]).toBe("输入没有字段“actuals”。您是不是要用“actual”？");
  });

  test.each(tools.map((tool) => [tool.name, tool] as const))("of %s is published as closed", (_, tool) => {
    expect(inputSchema(tool.input)).toMatchObject({ additionalProperties: false });
  });
});

describe("A strict schema", () => {
  const tool = defineTool({
    name: "test.strict",
    title: { en: "Test", zh: "测试" },
    summary: { en: "Test", zh: "测试" },
    input: z.object({
      amount: z.number().describe("How much"),
      free: z.record(z.string(), z.object({ unit: z.string() })).optional(),
      open: z.looseObject({ name: z.string() }).optional(),
      either: z.union([z.object({ lo: z.number() }), z.object({ lo: z.number(), hi: z.number() })]).optional(),
      list: z
        .array(z.object({ a: z.number() }))
        .min(1)
        .default([{ a: 1 }]),
    }),
    output: z.object({ given: z.unknown() }),
    assumptions: [],
    references: [],
    run: (given) => ({ given }),
  });

  test("keeps records and open objects, defaults, checks and descriptions", async () => {
    const given = { amount: 1, free: { any: { unit: "t" } }, open: { name: "x", more: 1 } };
    expect(await callTool(tool, given)).toEqual({ given: { ...given, list: [{ a: 1 }] } });
    await expect(callTool(tool, { amount: 1, list: [] })).rejects.toThrow(
      "list is a list of 0; expected a list of at least 1",
    );
    expect(inputSchema(tool.input)).toMatchObject({ properties: { amount: { description: "How much" } } });
  });

  test("takes of alternatives the one that has all fields, where the first would have dropped one", async () => {
    const either = { lo: 1, hi: 2 };
    expect(await callTool(tool, { amount: 1, either })).toMatchObject({ given: { either } });
  });

  test("refuses what a record's values do not declare", async () => {
    const refused = callTool(tool, { amount: 1, free: { any: { unit: "t", uint: "kg" } } });
    await expect(refused).rejects.toThrow('free.any has no field "uint". Did you mean "unit"?');
  });

  test("names unknown fields first, since a missing one may be what was meant", async () => {
    await expect(callTool(tool, { amuont: 1 })).rejects.toThrow(
      'the input has no field "amuont". Did you mean "amount"?\namount is missing',
    );
  });

  test("leaves an array of numbers as it is, so that a matrix costs nothing more", () => {
    const matrix = z.array(z.array(z.number()));
    expect(strict(matrix)).toBe(matrix);
  });
});
