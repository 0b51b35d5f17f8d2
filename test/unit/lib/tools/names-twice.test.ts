import { describe, expect, test } from "vitest";
import { Fault } from "../../../../lib/message/fault.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { callTool } from "../../../../lib/tool/call.ts";
import type { Tool } from "../../../../lib/tool/tool.ts";
import { tools } from "../../../../lib/tools.ts";
import { shipped } from "../../inventory/company/calling.ts";
import { exampleOf } from "./every-example.ts";
import { changedAt, type Path, valueAt } from "./input-paths.ts";

/** Lists whose entries stand for rows or columns, of which several may have the same name, rows of sheets, and lists of sentences. */
const columns = /(?:^|\.)(?:yRegions|rows\.\d+|units\.stressors|lacks|notes|notCovered|method)$/;

function nameLists(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string")) return [path];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, each]) => nameLists(each, [...path, isList ? Number(key) : key]));
}

async function sentencesOf(tool: Tool, input: unknown): Promise<string> {
  try {
    const result = await callTool(tool, input, uninterrupted, shipped);
    return JSON.stringify(result);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return error.message;
  }
}

describe("A name that a list has twice", { timeout: 60_000 }, () => {
  const examined = tools.flatMap((tool) => {
    const example = exampleOf(tool.name);
    const lists = example ? nameLists(example).filter((path) => !columns.test(path.join("."))) : [];
    return lists.length > 0 ? [[tool.name, tool as Tool, example as object, lists] as const] : [];
  });

  test.each(examined)("is refused or noted by %s", async (_name, tool, example, lists) => {
    const silent: string[] = [];
    for (const path of lists) {
      const names = valueAt(example, path) as readonly string[];
      const said = await sentencesOf(
        tool,
        changedAt(example, path, () => [...names, names[0]]),
      );
      const field = path.findLast((step) => typeof step === "string") as string;
      if (!said.includes(field)) silent.push(path.join("."));
    }
    expect(silent).toEqual([]);
  });

  test("is looked for in every tool that takes a list of names", () => {
    expect(examined.length).toBeGreaterThan(20);
  });
});
