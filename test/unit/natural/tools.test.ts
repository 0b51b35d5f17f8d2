import { describe, expect, test } from "vitest";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import { evidences } from "../../../lib/quantity/evidence.ts";
import { callTool } from "../../../lib/tool/call.ts";
import { findTool } from "../../../lib/tools.ts";
import { shipped } from "../inventory/company/calling.ts";

describe("natural.ranges", () => {
  const ranges = findTool("natural.ranges")!;
  interface Range {
    readonly name: string;
    readonly gas: string;
    readonly valueStatus: string;
    readonly boundsStatus: string;
  }
  const ask = async (gas: string) =>
    ((await callTool(ranges, { gas }, uninterrupted, shipped)) as { ranges: Range[] }).ranges;

  test("gives the ranges of one gas, or all, each saying how its value and its bounds came here", async () => {
    const all = await ask("all");
    expect(all).toHaveLength((await shipped("natural_flux_ranges")).rows);
    const methane = await ask("CH4");
    expect(methane.map(({ name }) => name)).toEqual(all.filter(({ gas }) => gas === "CH4").map(({ name }) => name));
    expect(methane.length).toBeGreaterThan(0);
    for (const { valueStatus, boundsStatus } of all) {
      expect(evidences).toEqual(expect.arrayContaining([valueStatus, boundsStatus]));
    }
  });

  test("refuses a gas of which it has none, by its field, and names those it has", async () => {
    await expect(ask("SF6")).rejects.toThrow(/gas is "SF6"; expected one of .*CH4.*, or all/);
  });
});
