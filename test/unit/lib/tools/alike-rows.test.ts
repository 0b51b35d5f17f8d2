import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Fault } from "../../../../lib/message/fault.ts";
import { writeMessage } from "../../../../lib/message/write.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { alikeRows } from "../../../../lib/tool/alike-rows.ts";
import { callTool, callToolOver } from "../../../../lib/tool/call.ts";
import { sheetRows } from "../../../../lib/tool/sheet-rows.ts";
import { defineTool } from "../../../../lib/tool/tool.ts";
import { tools } from "../../../../lib/tools.ts";
import { shipped } from "../../inventory/company/calling.ts";
import { exampleOf } from "./every-example.ts";
import { changedAt, type Path } from "./input-paths.ts";

/** The tables of an input: lists of records, of nested ones those of the first row. */
function tablesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  if (!Array.isArray(value)) return Object.entries(value).flatMap(([key, each]) => tablesIn(each, [...path, key]));
  const [first] = value as unknown[];
  const isTable = typeof first === "object" && first !== null && !Array.isArray(first);
  return [...(isTable ? [path] : []), ...tablesIn(first, [...path, 0])];
}

describe("A row that comes twice", { timeout: 120_000 }, () => {
  const tried = tools.flatMap((tool) => {
    const example = exampleOf(tool.name);
    return tablesIn(example).map((path) => [tool.name, path.join("."), tool, example, path] as const);
  });

  test.each(tried)("in %s, %s, is refused or noted", async (_name, _at, tool, example, path) => {
    const input = changedAt(example, path, (rows) => [...(rows as unknown[]), (rows as unknown[])[0]]);
    try {
      const { notes } = (await callTool(tool, input, uninterrupted, shipped)) as { notes?: readonly string[] };
      expect(notes).toContainEqual(expect.stringContaining(`${path.at(-1)}[0] and `));
      expect(notes).toContainEqual(expect.stringMatching(/ are alike; both were used\./));
    } catch (error) {
      expect(error, (error as Error).stack).toBeInstanceOf(Fault);
    }
  });

  const tool = defineTool({
    name: "sums.rows",
    title: { en: "Sum", zh: "求和" },
    summary: { en: "Sum.", zh: "求和。" },
    input: z.object({ rows: z.array(z.object({ a: z.number(), parts: sheetRows.optional() })) }),
    output: z.object({ sum: z.number() }),
    assumptions: [],
    references: [],
    run: ({ rows }) => ({ sum: rows.reduce((sum, { a }) => sum + a, 0) }),
    overResources: {
      places: {},
      options: z.object({ rows: z.array(z.object({ a: z.number() })) }),
      run: async () => ({ sum: 1 }),
    },
  });
  const notesOn = async (input: object) => ((await callTool(tool, input)) as { notes?: readonly string[] }).notes;

  test("is noted in the result of a tool that has no notes of its own, at any depth", async () => {
    expect(await notesOn({ rows: [{ a: 1 }, { a: 2 }] })).toBeUndefined();
    expect(await notesOn({ rows: [{ a: 1 }, { a: 2 }, { a: 1 }] })).toEqual([
      "rows[0] and rows[2] are alike; both were used. Delete one of them if it is a copy.",
    ]);
    expect(await notesOn({ rows: [{ a: 1, parts: [{ kg: 1 }, { kg: 1 }] }] })).toEqual([
      "rows[0].parts[0] and rows[0].parts[1] are alike; both were used. Delete one of them if it is a copy.",
    ]);
    expect(tool.output.safeParse({ sum: 1, notes: ["one"] }).data).toEqual({ sum: 1, notes: ["one"] });
  });

  test("is noted where a tool runs on opened resources", async () => {
    const output = await callToolOver(tool, {}, { rows: [{ a: 1 }, { a: 1 }] });
    expect((output as { notes: object[] }).notes).toHaveLength(1);
  });

  test("is counted, where more come than a note can name", () => {
    const rows = [1, 2, 3, 4, 5].flatMap((a) => [{ a }, { a }, { a }]);
    const notes = alikeRows(rows, () => "rows");
    expect(notes.map((note) => writeMessage(note))).toEqual([
      ...[0, 3, 6].map(
        (at) =>
          `rows[${at}] and 2 more rows, the last rows[${at + 2}], are alike; all were used. Delete those that are copies.`,
      ),
      "rows: 2 more rows come more than once.",
    ]);
    expect(writeMessage(alikeRows([{ a: 1n }, { a: 1n }], () => "rows")[0]!, { tag: "zh-CN" })).toBe(
      "rows[0] 与 rows[1] 完全相同，两者均已采用。若其一为重复，请删除。",
    );
  });
});
