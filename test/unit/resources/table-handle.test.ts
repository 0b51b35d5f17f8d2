import { expect, test } from "vitest";
import { pack, unpack } from "../../../kernel/montecarlo/wire.ts";
import { toolsOf } from "../../../kernel/services/namespace.ts";
import { MadeTableHandle, type TableFunctions, TableHandle } from "../../../lib/mrio/resource/handle.ts";

const labels = { regions: ["A"], sectors: ["s"], stressors: ["CO2"], units: { money: "€", stressors: ["kt"] } };

/** What a run asked of the page, and the namespace that asks. */
function asked(answer: unknown = {}) {
  const calls: unknown[] = [];
  const compute = async (_: unknown, operation: string, input: unknown) => {
    calls.push([operation, input]);
    return answer;
  };
  return { calls, consumption: toolsOf("consumption", { compute } as never, {} as never) as TableFunctions & Tools };
}

interface Tools {
  accounts(table: TableHandle, options?: object): Promise<unknown>;
  aggregate(table: TableHandle, options: object): Promise<MadeTableHandle>;
  whatIf(table: TableHandle, options: { edits: object[] }): Promise<unknown>;
}

test("handles reach the workers of draws as what they are, with their labels", () => {
  const world = new TableHandle({ year: 2011, edits: [] });
  const made = new MadeTableHandle({ year: 2011, edits: [] }, labels);
  const sent = unpack(structuredClone(pack({ world, made }))) as { world: TableHandle; made: MadeTableHandle };
  expect([sent.world.constructor, sent.made.constructor]).toEqual([TableHandle, MadeTableHandle]);
  expect([sent.world.equals(world), sent.made.regions, sent.made.year]).toEqual([true, ["A"], 2011]);
});

test("a table travels under one key beside the options, and what a tool makes is a handle with its labels", async () => {
  const made = { regions: ["A"], sectors: ["s"], stressors: ["CO2"], units: labels.units, year: 2007 };
  const { calls, consumption } = asked({ ...made, $table: { year: 2007, edits: [] } });
  const world = consumption.table({ year: 2007 }).scale({ region: "A", factor: 0.5 });
  const coarse = await consumption.aggregate(world, { regionGroups: { A: "B" } });
  const $table = { year: 2007, edits: [{ region: "A", factor: 0.5 }] };
  expect(calls).toEqual([["consumption.aggregate", { regionGroups: { A: "B" }, $table }]]);
  expect(coarse).toBeInstanceOf(MadeTableHandle);
  expect({ ...coarse.scale({ factor: 2 }) }).toEqual({ request: { year: 2007, edits: [{ factor: 2 }] }, ...labels });
});

test("edits of a what-if are opened as a resource of their own, and each frame is asked of it; options ask the tool", async () => {
  const prepared = { ...labels, before: {}, factors: [0.5], rank: 0, residual: 0 };
  const { calls, consumption } = asked(prepared);
  const edits = [{ kind: "demand" as const, factor: 0.5 }];
  const whatIf = await consumption.whatIf(consumption.table(), edits);
  await whatIf.frame();
  await whatIf.frame([2]);
  await consumption.whatIf(consumption.table(), { edits });
  const $table = { year: 2011, edits: [] };
  const $whatIf = { table: $table, edits };
  expect(calls).toEqual([
    ["$whatIf", { $whatIf }],
    ["$whatIf.frame", { $whatIf, factors: [0.5] }],
    ["$whatIf.frame", { $whatIf, factors: [2] }],
    ["consumption.whatIf", { edits, $table }],
  ]);
});
