import { describe, expect, test } from "vitest";
import { z } from "zod";
import { callTool, ToolInputError } from "../../../../lib/tool/call.ts";
import { schemasOf } from "../../../../lib/tool/schema.ts";
import { defineTool } from "../../../../lib/tool/tool.ts";
import { findTool, suggestTools, tools } from "../../../../lib/tools.ts";
import { smallInput } from "../../../reference/mrio/small.ts";

describe("every tool", () => {
  test("has a name of its own in the form room.operation", () => {
    const names = tools.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+\.[a-z][A-Za-z]+$/);
  });

  for (const tool of tools) {
    test(`${tool.name} says in both languages what it does, what it assumes and whence it comes`, () => {
      for (const text of [tool.title, tool.summary]) {
        expect(text.en.length).toBeGreaterThan(3);
        expect(text.zh).toMatch(/\p{Script=Han}/u);
      }
      expect(tool.references.length).toBeGreaterThan(0);
      if (tool.name.startsWith("consumption.")) expect(tool.formula).toMatch(/[=+·−Σ]/);
      expect(tool.assumptions.length).toBeGreaterThan(0);
    });

    test(`${tool.name} has JSON Schemas of input and output with named fields`, () => {
      const { input, output } = schemasOf(tool) as Record<"input" | "output", { type: string; properties: object }>;
      expect(input.type).toBe("object");
      expect(Object.keys(input.properties).length).toBeGreaterThan(0);
      expect(Object.keys(output.properties).length).toBeGreaterThan(0);
    });

    test(`${tool.name} refuses an empty input and names a field`, async () => {
      await expect(callTool(tool, {})).rejects.toThrow(/is missing; expected an? .*\./);
    });
  }
});

describe("a wrong input", () => {
  const accounts = findTool("consumption.accounts")!;
  const cases: [string, object, string][] = [
    ["a text among numbers", { Z: [[1, "a"]] }, 'Z[0][1] is the text "a"; expected a number.'],
    ["a number for a list", { Y: 3 }, "Y is 3; expected a list."],
    ["a missing field", { stressors: undefined }, "stressors is missing; expected a list."],
    ["null for a number", { F: [[null]] }, "F[0][0] is null; expected a number."],
    ["ragged rows", { Z: [[1, 2], [1]] }, "Z[1] has 1 numbers, but Z[0] has 2: every row needs the same length."],
    ["a shape that does not fit", { Z: [[1]] }, "Z is 1 × 1, but 6 × 6 is needed (2 regions × 3 sectors = 6)."],
    [
      "a region that is not there",
      { yRegions: ["reg1", "reg9"] },
      'yRegions[1] is "reg9", which is none of the regions.',
    ],
  ];
  for (const [what, change, sentence] of cases) {
    test(`(${what}) is named: ${sentence}`, async () => {
      const call = callTool(accounts, { ...smallInput, ...change });
      await expect(call).rejects.toThrow(ToolInputError);
      await expect(call).rejects.toThrow(sentence);
    });
  }

  test("with very many faults shows the first and counts the rest", async () => {
    const Z = smallInput.Z.map((row) => row.map(() => "x"));
    await expect(callTool(accounts, { ...smallInput, Z })).rejects.toThrow("… and 31 more problems.");
  });
});

test("a failure that is not the input's fault stays what it is", async () => {
  const tool = defineTool({
    name: "test.failure",
    title: { en: "Fails", zh: "失败" },
    summary: { en: "Fails", zh: "失败" },
    input: z.object({ a: z.number() }),
    output: z.object({}),
    assumptions: [],
    references: [],
    run(): Record<string, never> {
      throw new RangeError("out of range");
    },
  });
  await expect(callTool(tool, { a: 1 })).rejects.toThrow(RangeError);
});

test("a misspelt name finds the one that was meant, also by its last part", () => {
  expect(suggestTools("consumption.acounts")[0]).toBe("consumption.accounts");
  expect(suggestTools("multipliers")[0]).toBe("consumption.multipliers");
  expect(suggestTools("xyzzyxyzzy")).toEqual([]);
  // The longer the name, the more of it may be wrong.
  expect(suggestTools("uncertanity.propogaet")[0]).toBe("uncertainty.propagate");
});

test("a value that is none of those to choose from meets a sentence that names them", async () => {
  const tool = defineTool({
    name: "test.choice",
    title: { en: "Choice", zh: "选择" },
    summary: { en: "Takes one of a few.", zh: "取其一。" },
    input: z.object({ mode: z.enum(["road", "rail"]), of: z.union([z.enum(["a", "b"]), z.object({ c: z.number() })]) }),
    output: z.object({}),
    assumptions: [],
    references: [],
    run: () => ({}),
  });
  await expect(callTool(tool, { mode: "sea", of: "a" })).rejects.toThrow(
    'mode is the text "sea"; expected one of "road", "rail".',
  );
  await expect(callTool(tool, { mode: "rail", of: 3 })).rejects.toThrow(
    'of is 3; expected one of "a", "b" or an object.',
  );
});

test("a number, a text or a list beyond its bounds meets a sentence that names them", async () => {
  const tool = defineTool({
    name: "test.bounds",
    title: { en: "Bounds", zh: "界限" },
    summary: { en: "Takes what lies within.", zh: "取界限以内者。" },
    input: z.object({
      share: z.number().positive().max(1),
      rows: z.array(z.number()).min(1),
      code: z.string().min(1).max(3),
    }),
    output: z.object({}),
    assumptions: [],
    references: [],
    run: () => ({}),
  });
  const call = (share: number, rows: number[], code = "a") => callTool(tool, { share, rows, code });
  await expect(call(0, [1])).rejects.toThrow("share is 0; expected a number > 0.");
  await expect(call(2, [1])).rejects.toThrow("share is 2; expected a number ≤ 1.");
  await expect(call(1, [])).rejects.toThrow("rows is a list of 0; expected a list of at least 1.");
  await expect(call(1, [1], "")).rejects.toThrow('code is the text ""; expected a text of at least 1 character.');
  await expect(call(1, [1], "abcd")).rejects.toThrow("expected a text of at most 3 characters.");
});
