import { describe, expect, test } from "vitest";
import { z } from "zod";
import { shippedDatasets } from "../../../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../../../kernel/services/compute/read-dataset.ts";
import { cbamEmbedded } from "../../../../lib/border/tools/embedded.ts";
import { avoidedExports } from "../../../../lib/border/tools/exports.ts";
import { cbamObligation } from "../../../../lib/border/tools/obligation.ts";
import { writeMessage } from "../../../../lib/message/write.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { callTool } from "../../../../lib/tool/call.ts";
import { notesOnInput } from "../../../../lib/tool/input-notes.ts";
import { gridFactorRange } from "../../../../lib/tool/intensity-bound.ts";
import { plausible } from "../../../../lib/tool/plausible.ts";
import type { Tool } from "../../../../lib/tool/tool.ts";

const read = readOnce(shippedDatasets());
const notesOf = async <Input extends z.ZodType, Output extends z.ZodType>(tool: Tool<Input, Output>, input: object) => {
  const found = (await callTool(tool, input, uninterrupted, read)) as { readonly notes: readonly string[] };
  return found.notes.map(String);
};

describe("A believable range", () => {
  const factor = plausible(z.number().nonnegative(), gridFactorRange);
  const schema = z.object({
    one: factor.optional(),
    rows: z.array(z.strictObject({ factor: factor.nullable() })).optional(),
    named: z.record(z.string(), z.object({ factor: factor.default(1) })).optional(),
  });

  test.each([
    [{ one: 4 }, []],
    [{ one: 4.1 }, ["one"]],
    [{ rows: [{ factor: 1 }, { factor: 500 }, { factor: null }] }, ["rows[1].factor"]],
    [{ named: { steel: { factor: 500 } } }, ["named.steel.factor"]],
    [{}, []],
  ])("in %j is passed by %j", (input, fields) => {
    const notes = notesOnInput(schema, input).map((note) => writeMessage(note));
    expect(notes.map((note) => note.split(" is ")[0])).toEqual(fields);
    for (const note of notes) expect(note).toContain("Check the value and its unit");
  });
});

describe("Absurd input of the border is used and named", () => {
  const exports_ = { capacity_MW: 1, capacityFactor: 0.2, lifetime_yr: 25, embodied_t_MW: 600 };

  test("a grid of 500 t/MWh", async () => {
    const absurd = await notesOf(avoidedExports, { ...exports_, gridFactor_t_MWh: 500 });
    expect(absurd).toContainEqual(expect.stringMatching(/^gridFactor_t_MWh is 500, above 4: lignite/));
    const usual = await notesOf(avoidedExports, { ...exports_, gridFactor_t_MWh: 0.6 });
    expect(usual.filter((note) => /above/.test(note))).toEqual([]);
  });

  test("electricity of 500 t/MWh in a good", async () => {
    const steel = { activityLevel_t: 1, attributed_t: 1, electricity_MWh: 1, electricityFactor_t_MWh: 500 };
    const notes = await notesOf(cbamEmbedded, { goods: { steel } });
    expect(notes).toContainEqual(expect.stringMatching(/^goods\.steel\.electricityFactor_t_MWh is 500, above 4/));
  });

  test.each([
    [1900, true],
    [1.9, false],
  ])("actual emissions of %d t/t", async (direct, isNamed) => {
    const good = { good: "72083600", origin: "CHN", mass_t: 100, year: 2026, price: 80 };
    const notes = await notesOf(cbamObligation, { ...good, actual: { direct } });
    expect(notes.some((note) => note.includes("times its default value"))).toBe(isNamed);
  });
});
